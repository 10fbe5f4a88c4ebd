/**
 * The forms in which a code of digits is typed, however it is written. That of a
 * proof takes every length that may be asked for: whose it is tells which is.
 *
 * @module
 */
import * as z from "zod/mini";
import {
  APP_DIGITS,
  LONG_DIGITS,
  readCode,
  SHORT_DIGITS,
} from "@/lib/domain/code_text.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { field } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";

/** A form of one code. */
export type CodeForm = FormSchema<{ code: string }>;

/** The code that was sent to set something up. */
export const SentForm: CodeForm = codeForm("code.missing", SHORT_DIGITS);

/** The code that was sent to prove who somebody is. */
export const SentProofForm: CodeForm = codeForm(
  "code.missing",
  SHORT_DIGITS,
  LONG_DIGITS,
);

/** The first code of an app. */
export const AppForm: CodeForm = codeForm("totp.missing", SHORT_DIGITS);

/** The code of an app that proves who somebody is, or four in a row. */
export const AppProofForm: CodeForm = codeForm(
  "totp.missing",
  SHORT_DIGITS,
  APP_DIGITS,
);

function codeForm(missing: Key, ...lengths: number[]): CodeForm {
  return z.lazy(() =>
    z.strictObject({
      code: z.transform(field(missing, (typed) => {
        const read = readCode(typed, lengths);
        if (read.ok) return { value: read.code };
        return read.why === "missing" ? missing : `code.${read.why}`;
      })),
    })
  );
}
