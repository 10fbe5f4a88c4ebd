import type { JSX } from "preact";

/** Tells the server which phone or address the page was about: when it was confirmed. */
export function Confirmed({ at }: { at: number }): JSX.Element {
  return <input type="hidden" name="confirmedAt" value={`${at}`} />;
}
