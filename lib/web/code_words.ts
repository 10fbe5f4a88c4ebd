/**
 * What the code page says to a code that was not right.
 *
 * @module
 */
import type { EnterAnswer } from "@/lib/flows/enter_code.ts";
import type { ProveCodeAnswer } from "@/lib/flows/proofs/prove_code.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { blockedWords } from "@/lib/web/send_words.ts";

/** The answers that stay on the page. */
export type NotRight = Exclude<EnterAnswer, { kind: "right" | "used" }>;

/** Those of a proof. */
export type NotProved = Exclude<ProveCodeAnswer, { kind: "right" | "used" }>;

/** Says why the code was not taken; `now` is in epoch milliseconds. */
export function codeWords(
  t: Translate,
  answer: NotRight | NotProved,
  now: number,
): string {
  switch (answer.kind) {
    case "wrong":
      return t.plural("code.wrong", answer.left);
    case "blocked":
      return blockedWords(t, answer.until, now);
    case "taken":
      return t("phone.taken");
    default:
      return t(`code.${answer.kind}`);
  }
}
