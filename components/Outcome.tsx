import type { ComponentChildren, JSX } from "preact";
import { OutcomeCode } from "@/components/OutcomeCode.tsx";
import { Page } from "@/components/Page.tsx";
import { sayable } from "@/lib/domain/outcomes.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** The outcomes that have a page of their own; the others are said where they happen. */
export const WHOLE = [
  "generic",
  "off",
  "tooFew",
  "tries",
  "questions",
  "link",
] as const;

/** Props of {@linkcode Outcome}. */
export interface OutcomeProps {
  t: Translate;
  name: typeof WHOLE[number];
  /** Whether something was proved: without, a stranger learns the generic outcome alone. */
  proved: boolean;
  /** What else there is to say. */
  children?: ComponentChildren;
}

const NEXT = {
  generic: "help",
  off: "help",
  tooFew: "help",
  tries: "other",
  questions: "help",
  link: "begin",
} as const;

/** How something ended: in words, with what to do next and with its code. The foot of a reset has the way to help. */
export function Outcome(
  { t, name, proved, children }: OutcomeProps,
): JSX.Element {
  const said = sayable(name, proved);
  return (
    <Page t={t} title={t(`outcome.${said}.title`)}>
      <p>{t(`outcome.${said}`)}</p>
      {children ?? <p>{t(`outcome.next.${NEXT[said]}`)}</p>}
      {said !== "off" && (
        <p>
          <a class="inline-block py-2.5" href="/reset">{t("reset.again")}</a>
        </p>
      )}
      <OutcomeCode t={t} name={said} />
    </Page>
  );
}
