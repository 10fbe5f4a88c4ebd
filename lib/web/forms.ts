/**
 * The forms. Their messages are keys of `lib/i18n`; a field that a form does
 * not name is refused.
 *
 * @module
 */
import * as z from "zod";
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

const password = z.string(said("signIn.password.missing"))
  .min(1, said("signIn.password.missing"));
const channel: z.ZodType<PhoneChannel> = z.enum(
  ["sms", "voice"],
  said("phone.channel.missing"),
);

/** Signing in. What cannot be a name is answered in the words for a wrong one. */
export const SignInForm: FormSchema<{ userName: string; password: string }> = z
  .strictObject({
    userName: z.string(said("signIn.userName.missing"))
      .trim()
      .min(1, said("signIn.userName.missing"))
      .max(LONGEST_NAME, said("signIn.refused"))
      .regex(/^\P{Cc}*$/u, said("signIn.refused")),
    password: password.max(LONGEST_PASSWORD, said("signIn.refused")),
  });

/** The password once more, and what comes after it. */
export const PasswordForm: FormSchema<
  { password: string; next: "phone" | "remove" }
> = z.strictObject({
  password: password.max(LONGEST_PASSWORD, said("password.refused")),
  next: z.enum(["phone", "remove"], said("form.invalid")),
});

/** The number as it was typed; the empty country stands for none. */
export const PhoneForm: FormSchema<
  { country: string; number: string; channel: PhoneChannel }
> = z.strictObject({
  country: z.string(said("phone.country.unknown")).refine(
    (region) => region === "" || isRegion(region),
    said("phone.country.unknown"),
  ),
  number: z.string(said("phone.empty")),
  channel,
});

/** The way in which the code should come again. */
export const ResendForm: FormSchema<{ channel: PhoneChannel }> = z.strictObject(
  {
    channel,
  },
);

/** The code, however it is written. */
export const CodeForm: FormSchema<{ code: string }> = z.strictObject({
  code: z.string(said("code.missing")).transform((typed, ctx) => {
    const read = readCode(typed);
    if (read.ok) return read.code;
    ctx.addIssue({ code: "custom", message: said(`code.${read.why}`) });
    return z.NEVER;
  }),
});

/** A form that only confirms. */
export const EmptyForm: FormSchema<Record<never, never>> = z.strictObject({});
