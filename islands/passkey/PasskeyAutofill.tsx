import { useEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import {
  askPasskey,
  fillsPasskeys,
  type PasskeyOptions,
} from "@/lib/browser/passkey.ts";

/** Props of {@linkcode PasskeyAutofill}. */
export interface PasskeyAutofillProps {
  /** What the browser is asked. */
  options: PasskeyOptions;
}

/**
 * Lets the browser offer passkeys in the page's field for the user name, and
 * sends the form it is in with the one that the person chooses. Nothing is seen
 * of it: where the browser cannot, or nobody chooses one, the page is as without.
 */
export default function PasskeyAutofill(
  { options }: PasskeyAutofillProps,
): JSX.Element {
  const field = useRef<HTMLInputElement>(null);

  async function offer(): Promise<void> {
    if (!await fillsPasskeys()) return;
    const used = await askPasskey("get", options, "conditional");
    const input = field.current;
    if (input === null) return;
    input.value = used;
    input.form?.submit();
  }

  useEffect(() => {
    offer().catch(() => {}); // The browser has told whoever turned back.
  }, []);

  return <input type="hidden" name="credential" value="" ref={field} />;
}
