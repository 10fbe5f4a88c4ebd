/**
 * The form for the code of an authenticator app, and what a page says to one
 * that was not taken.
 *
 * @module
 */
import * as z from "zod/mini";
import { APP_CODES, readCode, SHORT_CODE } from "@/lib/domain/code_text.ts";
import type { EnterTotpAnswer } from "@/lib/flows/totp/enter_totp.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { field } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";
import { blockedWords } from "@/lib/web/send_words.ts";

/** Codes of so many digits, however they are written. */
function codesForm(...lengths: number[]): FormSchema<{ code: string }> {
  return z.lazy(() =>
    z.strictObject({
      code: z.transform(field("totp.missing", (typed) => {
        const read = readCode(typed, lengths);
        if (read.ok) return { value: read.code };
        return read.why === "missing" ? "totp.missing" : `code.${read.why}`;
      })),
    })
  );
}

/** The first code of an app. */
export const TotpForm: FormSchema<{ code: string }> = codesForm(SHORT_CODE);

/** The code that proves who somebody is, or four. */
export const ProofTotpForm: FormSchema<{ code: string }> = codesForm(
  SHORT_CODE,
  APP_CODES,
);

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
