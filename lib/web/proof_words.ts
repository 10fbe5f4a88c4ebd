/**
 * What the pages of a fresh proof say to one that was not taken.
 *
 * @module
 */
import type { QuestionsAnswer } from "@/lib/flows/proofs/prove_questions.ts";
import type { RecoveryCodeAnswer } from "@/lib/flows/proofs/prove_recovery_code.ts";
import type { TotpTaken } from "@/lib/flows/proofs/prove_totp.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { blockedWords } from "@/lib/web/send_words.ts";

/** Why the code of an app was not taken; `now` is in epoch milliseconds. */
export function appWords(
  t: Translate,
  answer: Exclude<TotpTaken, { kind: "right" }>,
  now: number,
): string {
  switch (answer.kind) {
    case "wrong":
      return t.plural("totp.wrong", answer.left);
    case "blocked":
      return blockedWords(t, answer.until, now);
    case "used":
      return t("prove.totp.used");
    case "four":
    case "apart":
      return t(`totp.${answer.kind}`);
    case "short":
    case "long":
      return t(`code.${answer.kind}`);
    case "none":
      return t("prove.none");
  }
}

/** Why a recovery code was not taken; `now` is in epoch milliseconds. */
export function recoveryWords(
  t: Translate,
  answer: Exclude<RecoveryCodeAnswer, { kind: "right" }>,
  now: number,
): string {
  switch (answer.kind) {
    case "wrong":
      return t.plural("recovery.wrong", answer.left);
    case "blocked":
      return t("recovery.blocked", { time: t.duration(answer.until - now) });
    default:
      return t(`recovery.${answer.kind}`);
  }
}

/** Why answers to questions were not taken; blocked ones are until they are set up anew. */
export function questionsWords(
  t: Translate,
  answer: Exclude<QuestionsAnswer, { kind: "right" }>,
): string {
  switch (answer.kind) {
    case "wrong":
      return t.plural("questions.wrong", answer.left);
    case "blocked":
      return t("questions.blocked.long");
    default:
      return t("reset.questions.changed");
  }
}
