import { assertEquals } from "@std/assert";
import type { FormSchema } from "@/lib/web/form.ts";
import { SentForm } from "@/lib/web/code_forms.ts";
import {
  ChosenForm,
  EmptyForm,
  PasswordForm,
  SignInForm,
} from "@/lib/web/forms.ts";
import { ProveSendForm, StopForm } from "@/lib/web/proof_forms.ts";
import { EmailForm, PhoneForm, ResendForm } from "@/lib/web/reach_forms.ts";

/** The value, or the first message of each field; "?" for a field that is not known. */
function read(
  schema: FormSchema<object>,
  posted: Record<string, string>,
): unknown {
  const result = schema.safeParse(posted);
  if (result.success) return result.data;
  return Object.fromEntries(
    result.error.issues.toReversed().map(({ code, path, message }) =>
      code === "unrecognized_keys" ? ["?", "?"] : [path[0], message]
    ),
  );
}

const name = { userName: "ann", password: "secret" };
const phone = { country: "JP", number: "090-1234-5678", channel: "sms" };
const long = "x".repeat(100_000);
const cases: [string, FormSchema<object>, Record<string, string>, unknown][] = [
  ["a sign-in", SignInForm, { ...name, userName: " ann " }, name],
  ["a password with spaces", SignInForm, { ...name, password: " a " }, {
    ...name,
    password: " a ",
  }],
  ["nothing to sign in with", SignInForm, {}, {
    userName: "signIn.userName.missing",
    password: "signIn.password.missing",
  }],
  ["blanks to sign in with", SignInForm, { userName: "  ", password: "" }, {
    userName: "signIn.userName.missing",
    password: "signIn.password.missing",
  }],
  ["a name of two lines", SignInForm, { ...name, userName: "a\r\nb" }, {
    userName: "signIn.refused",
  }],
  ["a long name", SignInForm, { ...name, userName: long }, {
    userName: "signIn.refused",
  }],
  ["a long password", SignInForm, { ...name, password: long }, {
    password: "signIn.refused",
  }],
  ["an unknown field", SignInForm, { ...name, role: "admin" }, { "?": "?" }],
  ["a number", PhoneForm, phone, phone],
  ["a number of no chosen country", PhoneForm, { ...phone, country: "" }, {
    ...phone,
    country: "",
  }],
  ["an unknown country", PhoneForm, { ...phone, country: "XX" }, {
    country: "phone.country.unknown",
  }],
  [
    "a country of a prototype",
    PhoneForm,
    { ...phone, country: "constructor" },
    {
      country: "phone.country.unknown",
    },
  ],
  ["an unknown way", PhoneForm, { ...phone, channel: "email" }, {
    channel: "phone.channel.missing",
  }],
  ["nothing of a phone", PhoneForm, {}, {
    country: "phone.country.unknown",
    number: "phone.empty",
    channel: "phone.channel.missing",
  }],
  ["a way", ResendForm, { channel: "voice" }, { channel: "voice" }],
  ["a code", SentForm, { code: "１２３ ４５６" }, { code: "123456" }],
  ["no code", SentForm, {}, { code: "code.missing" }],
  ["a blank code", SentForm, { code: " " }, { code: "code.missing" }],
  ["a short code", SentForm, { code: "123" }, { code: "code.short" }],
  ["a long code", SentForm, { code: "12345678" }, { code: "code.long" }],
  ["a password", PasswordForm, { password: " a" }, { password: " a" }],
  ["a stop code", StopForm, { code: "7k3m 9qxa" }, { code: "7K3M9QXA" }],
  ["no stop code", StopForm, {}, { code: "stop.missing" }],
  ["half a stop code", StopForm, { code: "7K3M" }, { code: "stop.shape" }],
  ["a place for a code", ProveSendForm, { to: "2" }, { to: 2 }],
  ["no place", ProveSendForm, { to: "-1" }, { to: "prove.where.missing" }],
  ["an address", EmailForm, { address: " a@b " }, { address: " a@b " }],
  ["no address", EmailForm, {}, { address: "email.empty" }],
  ["the phone that is meant", ChosenForm, { confirmedAt: "1767268800000" }, {
    confirmedAt: 1_767_268_800_000,
  }],
  ["no phone that is meant", ChosenForm, {}, { confirmedAt: "form.invalid" }],
  ["a time that is none", ChosenForm, { confirmedAt: "-1e3" }, {
    confirmedAt: "form.invalid",
  }],
  ["a form that only confirms", EmptyForm, {}, {}],
  ["a confirmation with more", EmptyForm, { a: "b" }, { "?": "?" }],
];
for (const [what, schema, posted, value] of cases) {
  Deno.test(`forms read ${what}`, () => {
    assertEquals(read(schema, posted), value);
  });
}
