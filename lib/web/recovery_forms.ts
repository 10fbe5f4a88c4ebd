/**
 * The forms of recovery codes.
 *
 * @module
 */
import * as z from "zod/mini";
import {
  groupCode,
  readRecoveryCode,
  RECOVERY_CODES,
} from "@/lib/domain/recovery_code.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { field } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";

const INVALID: Key = "form.invalid";

/** Which codes the page was about. */
export const EditionForm: FormSchema<{ edition: string }> = z.lazy(() =>
  z.strictObject({
    edition: z.string(INVALID)
      .check(z.minLength(1, INVALID), z.maxLength(80, INVALID)),
  })
);

/** The codes that were shown, to be saved as a file: nothing but codes comes through. */
export const SaveForm: FormSchema<{ codes: string[] }> = z.lazy(() =>
  z.strictObject({ codes: z.transform(field(INVALID, toCodes)) })
);

function toCodes(text: string): { value: string[] } | Key {
  const read = text.split(" ").map(readRecoveryCode);
  const codes = read.flatMap((each) => each.ok ? [groupCode(each.code)] : []);
  const whole = codes.length === read.length;
  return whole && codes.length <= RECOVERY_CODES ? { value: codes } : INVALID;
}

/** One code, however it is written. */
export const RecoveryCodeForm: FormSchema<{ code: string }> = z.lazy(() =>
  z.strictObject({
    code: z.transform(field("recovery.missing", (typed) => {
      const read = readRecoveryCode(typed);
      return read.ok ? { value: read.code } : `recovery.${read.why}`;
    })),
  })
);
