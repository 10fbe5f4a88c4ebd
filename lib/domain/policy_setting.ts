/**
 * Reading one setting of the policy, as an operator types it.
 *
 * @module
 */
import { METHODS } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import {
  questionsContradiction,
  readQuestionCount,
  readQuestions,
} from "@/lib/domain/question_settings.ts";
import { FIND_BY } from "@/lib/domain/reset_settings.ts";
import { couldReset } from "@/lib/domain/recovery_check.ts";
import {
  readCountries,
  readDomains,
  readOrigins,
} from "@/lib/domain/setting_lists.ts";
import { readAddresses, readContact } from "@/lib/domain/contact_settings.ts";
import {
  either,
  no,
  oneOf,
  readList,
  type Value,
  wholeNumber,
} from "@/lib/domain/setting_values.ts";

/** The changed policy, or why it stays as it is. */
export type SettingAnswer =
  | { ok: true; policy: Policy }
  | { ok: false; why: string };

type Readers = { [Key in keyof Policy]: (text: string) => Value<Policy[Key]> };

const READERS: Readers = {
  register: (text) => oneOf(["everyone", "groups"], text),
  groups: (text) => ({ ok: true, value: readList(text) }),
  methods: readMethods,
  required: (text) =>
    text === "1" || text === "2"
      ? { ok: true, value: text === "1" ? 1 : 2 }
      : no("It must be 1 or 2."),
  smsCountries: readCountries,
  voiceCountries: readCountries,
  limits: (text) => oneOf(["aikagi", "entra", "azure-2016"], text),
  passwordLength: wholeNumber(
    8,
    64,
    "NIST asks for 15 where the password stands alone.",
  ),
  requireRegistration: (text) => oneOf(["no", "yes"], text),
  skipsAllowed: wholeNumber(0, 100),
  skipDays: wholeNumber(0, 365),
  returnOrigins: readOrigins,
  reviewDays: wholeNumber(0, 730, "0 never asks again."),
  useDirectoryContacts: (text) => oneOf(["offer", "confirmed", "no"], text),
  ownDomains: readDomains,
  accountsPerNumber: wholeNumber(0, 1000, "0 sets no cap."),
  questions: readQuestions,
  questionsToRegister: readQuestionCount,
  questionsToReset: readQuestionCount,
  unlock: (text) => oneOf(["no", "yes"], text),
  privilegedGroups: (text) => ({ ok: true, value: readList(text) }),
  passwordHistory: wholeNumber(0, 24),
  passwordMinAge: wholeNumber(0, 240, "It counts hours."),
  passwordMaxAge: wholeNumber(0, 3650, "It counts days; 0 never expires."),
  lockAfter: wholeNumber(0, 100, "0 never locks."),
  findBy: (text) => oneOf(FIND_BY, text),
  mailLink: (text) => oneOf(["no", "yes"], text),
  contact: readContact,
  passwordAdmins: readAddresses,
  userAdmins: readAddresses,
  globalAdmins: readAddresses,
};

/**
 * The policy with one setting read from what an operator typed. Lists are
 * separated by commas; `none` is the empty one.
 */
export function readSetting(
  policy: Policy,
  key: string,
  text: string,
): SettingAnswer {
  if (!isKey(key)) {
    const keys = Object.keys(READERS).join(", ");
    return no(`There is no setting of that name. The settings are ${keys}.`);
  }
  const read = READERS[key](text.trim());
  if (!read.ok) return read;
  const changed: Policy = { ...policy, [key]: read.value };
  const why = contradiction(changed);
  return why === null ? { ok: true, policy: changed } : no(why);
}

function isKey(key: string): key is keyof Policy {
  return Object.hasOwn(READERS, key);
}

/** Why the settings cannot hold together; `null` where they can. */
function contradiction(policy: Policy): string | null {
  if (policy.register === "groups" && policy.groups.length === 0) {
    return "With register = groups, at least one group must be named: set groups first.";
  }
  if (policy.required > policy.methods.length) {
    return `A person cannot need ${policy.required} methods where the policy has ${policy.methods.length}.`;
  }
  const silent = policy.smsCountries.length + policy.voiceCountries.length;
  if (policy.methods.includes("phone") && silent === 0) {
    return "The phone is a method, so texts or calls must be allowed to some country.";
  }
  if (policy.required === 2 && !couldReset(policy)) {
    return "Texts, calls and mails count as one method (NIST SP 800-63B-4 §4.2.2.2), so with required = 2 nobody could reset a password. Add recoveryCodes, totp or passkey to the methods.";
  }
  return questionsContradiction(policy);
}

function readMethods(text: string): Value<Policy["methods"]> {
  const names = readList(text);
  const unknown = names.find((name) => !METHODS.some((m) => m === name));
  if (unknown !== undefined) return no(`It must be among ${either(METHODS)}.`);
  const value = METHODS.filter((method) => names.includes(method));
  return value.length > 0
    ? { ok: true, value }
    : no("At least one method is needed, for example: phone.");
}
