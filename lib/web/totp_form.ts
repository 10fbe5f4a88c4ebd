/**
 * The form for the code of an authenticator app, and what a page says to one
 * that was not taken.
 *
 * @module
 */
import * as z from "zod/mini";
import { readCode } from "@/lib/domain/code_text.ts";
import type { EnterTotpAnswer } from "@/lib/flows/totp/enter_totp.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { field } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";
import { blockedWords } from "@/lib/web/send_words.ts";

/** The code, however it is written. */
export const TotpForm: FormSchema<{ code: string }> = z.lazy(() =>
  z.strictObject({
    code: z.transform(field("totp.missing", (typed) => {
      const read = readCode(typed);
      if (read.ok) return { value: read.code };
      return read.why === "missing" ? "totp.missing" : `code.${read.why}`;
    })),
  })
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
