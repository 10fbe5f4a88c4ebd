/**
 * The forms. Their messages are keys of `lib/i18n`; a field that a form does
 * not name is refused. A page that shows a form need not wait until its schema
 * is made: hence `z.lazy`.
 *
 * @module
 */
import * as z from "zod/mini";
import { said, time } from "@/lib/web/fields.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { FormSchema } from "@/lib/web/form.ts";

/** Names and passwords longer than this belong to nobody here, in UTF-16 units. */
const LONGEST_NAME = 256;
const LONGEST_PASSWORD = 2048;

/** A password; `tooLong` is what is said of one that cannot be anybody's. */
function password(tooLong: Key): z.ZodMiniType<string> {
  return z.string(said("signIn.password.missing")).check(
    z.minLength(1, said("signIn.password.missing")),
    z.maxLength(LONGEST_PASSWORD, tooLong),
  );
}

/** Signing in. What cannot be a name is answered in the words for a wrong one. */
export const SignInForm: FormSchema<{ userName: string; password: string }> = z
  .lazy(() =>
    z.strictObject({
      userName: z.string(said("signIn.userName.missing"))
        .check(
          z.trim(),
          z.minLength(1, said("signIn.userName.missing")),
          z.maxLength(LONGEST_NAME, said("signIn.refused")),
          z.regex(/^\P{Cc}*$/u, said("signIn.refused")),
        ),
      password: password("signIn.refused"),
    })
  );

/** The password once more. */
export const PasswordForm: FormSchema<{ password: string }> = z.lazy(() =>
  z.strictObject({ password: password("password.refused") })
);

/** What is done to something that a page showed: when it was confirmed tells it from what took its place. */
export const ChosenForm: FormSchema<{ confirmedAt: number }> = z.lazy(() =>
  z.strictObject({ confirmedAt: z.transform(time()) })
);

/** A form that only confirms. */
export const EmptyForm: FormSchema<Record<never, never>> = z.lazy(() =>
  z.strictObject({})
);
