/**
 * What the page of an authenticator app says to a code that was not taken.
 *
 * @module
 */
import type { EnterTotpAnswer } from "@/lib/flows/totp/enter_totp.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { blockedWords } from "@/lib/web/send_words.ts";

/** The answers that stay on the page. */
export type NotTaken = Extract<
  EnterTotpAnswer,
  { kind: "wrong" | "skewed" | "none" | "blocked" }
>;

/** Says why the code was not taken; `now` is in epoch milliseconds. */
export function totpWords(
  t: Translate,
  answer: NotTaken,
  now: number,
): string {
  switch (answer.kind) {
    case "wrong":
      return t.plural("totp.wrong", answer.left);
    case "blocked":
      return blockedWords(t, answer.until, now);
    default:
      return t(`totp.${answer.kind}`);
  }
}
