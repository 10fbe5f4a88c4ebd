/**
 * The forms that set a password. Their messages are keys of `lib/i18n`; how good
 * a new one is, a flow judges.
 *
 * @module
 */
import * as z from "zod/mini";
import type { FormSchema } from "@/lib/web/form.ts";
import { said } from "@/lib/web/fields.ts";

/** Names and old passwords longer than this belong to nobody here, in UTF-16 units. */
const LONGEST_NAME = 256;
const LONGEST_PASSWORD = 2048;

const NewPassword: z.ZodMiniType<string> = z.lazy(() =>
  z.string(said("newPassword.missing"))
    .check(z.minLength(1, said("newPassword.missing")))
);

/** A new password. The name beside it is for password managers: nobody reads it. */
export const NewPasswordForm: FormSchema<
  { newPassword: string; userName?: string | undefined }
> = z.lazy(() =>
  z.strictObject({
    newPassword: NewPassword,
    userName: z.optional(z.string()),
  })
);

/** Who it is, the password until now, and the new one. */
export const ChangeForm: FormSchema<
  { userName: string; password: string; newPassword: string }
> = z.lazy(() =>
  z.strictObject({
    userName: z.string(said("signIn.userName.missing")).check(
      z.trim(),
      z.minLength(1, said("signIn.userName.missing")),
      z.maxLength(LONGEST_NAME, said("change.refused")),
      z.regex(/^\P{Cc}*$/u, said("change.refused")),
    ),
    password: z.string(said("change.old.missing")).check(
      z.minLength(1, said("change.old.missing")),
      z.maxLength(LONGEST_PASSWORD, said("change.refused")),
    ),
    newPassword: NewPassword,
  })
);
