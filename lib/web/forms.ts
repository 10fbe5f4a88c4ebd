/**
 * The forms. Their messages are keys of `lib/i18n`; a field that a form does
 * not name is refused. A page that shows a form need not wait until its schema
 * is made: hence `z.lazy`.
 *
 * @module
 */
import * as z from "zod/mini";
import { readCode } from "@/lib/domain/code_text.ts";
import { isRegion } from "@/lib/domain/countries.ts";
import type { PhoneChannel } from "@/lib/domain/method.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { FormSchema } from "@/lib/web/form.ts";

/** Names and passwords longer than this belong to nobody here, in UTF-16 units. */
const LONGEST_NAME = 256;
const LONGEST_PASSWORD = 2048;

/** A typed message key. */
function said(key: Key): Key {
  return key;
}

/** A password; `tooLong` is what is said of one that cannot be anybody's. */
function password(tooLong: Key): z.ZodMiniType<string> {
  return z.string(said("signIn.password.missing")).check(
    z.minLength(1, said("signIn.password.missing")),
    z.maxLength(LONGEST_PASSWORD, tooLong),
  );
}

function channel(): z.ZodMiniType<PhoneChannel> {
  return z.enum(["sms", "voice"], said("phone.channel.missing"));
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

/** The password once more, and what comes after it. */
export const PasswordForm: FormSchema<
  { password: string; next: "phone" | "remove" }
> = z.lazy(() =>
  z.strictObject({
    password: password("password.refused"),
    next: z.enum(["phone", "remove"], said("form.invalid")),
  })
);

/** The number as it was typed; the empty country stands for none. */
export const PhoneForm: FormSchema<
  { country: string; number: string; channel: PhoneChannel }
> = z.lazy(() =>
  z.strictObject({
    country: z.string(said("phone.country.unknown")).check(z.refine(
      (region) => region === "" || isRegion(region),
      said("phone.country.unknown"),
    )),
    number: z.string(said("phone.empty")),
    channel: channel(),
  })
);

/** The way in which the code should come again. */
export const ResendForm: FormSchema<{ channel: PhoneChannel }> = z.lazy(
  () => z.strictObject({ channel: channel() }),
);

/** The code, however it is written. */
export const CodeForm: FormSchema<{ code: string }> = z.lazy(() =>
  z.strictObject({
    code: z.pipe(z.string(said("code.missing")), z.transform(toCode)),
  })
);

function toCode(typed: string, { issues }: z.core.ParsePayload): string {
  const read = readCode(typed);
  if (read.ok) return read.code;
  const message = said(`code.${read.why}`);
  issues.push({ code: "custom", message, input: typed });
  return z.NEVER;
}

/** A form that only confirms. */
export const EmptyForm: FormSchema<Record<never, never>> = z.strictObject({});
