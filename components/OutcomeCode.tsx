import type { JSX } from "preact";
import { type OutcomeName, OUTCOMES } from "@/lib/domain/outcomes.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** The code by which the help desk knows what a page says. */
export function OutcomeCode(
  { t, name }: { t: Translate; name: OutcomeName },
): JSX.Element {
  return (
    <p class="text-dim">{t("outcome.code", { code: OUTCOMES[name].code })}</p>
  );
}
