/**
 * What the organisation has decided: who may register, how, and within which
 * limits. One record, edited by `deno task policy`.
 *
 * NIST SP 800-63B-4 §3.2.9 asks for a way beside the telephone. While the phone
 * is the only method that can be set up, a policy of it alone is accepted.
 *
 * @module
 */
import type { Preset } from "@/lib/domain/limits.ts";
import { type Method, METHODS } from "@/lib/domain/method.ts";

/** The policy in force. */
export interface Policy {
  /** Who may register: every account, or those in one of `groups`. */
  register: "everyone" | "groups";
  /** Names of groups, as the directory writes them. */
  groups: readonly string[];
  /** The methods that a person may set up. */
  methods: readonly Method[];
  /** How many of them a person needs. */
  required: 1 | 2;
  /** Regions (ISO 3166-1 alpha-2) whose numbers get texts. */
  smsCountries: "all" | readonly string[];
  /** Regions whose numbers get calls. */
  voiceCountries: "all" | readonly string[];
  /** The preset of limits. */
  limits: Preset;
  /** The fewest code points of a new password. */
  passwordLength: number;
}

/** The changed policy, or why it stays as it is. */
export type SettingAnswer =
  | { ok: true; policy: Policy }
  | { ok: false; why: string };

/** The policy of a new installation. 15 code points: NIST SP 800-63B-4 §3.1.1.2. */
export const DEFAULT_POLICY: Policy = {
  register: "everyone",
  groups: [],
  methods: ["phone"],
  required: 1,
  smsCountries: "all",
  voiceCountries: "all",
  limits: "aikagi",
  passwordLength: 15,
};

/** Methods whose set-up has a page; a policy of others would ask for the impossible. */
const READY: readonly Method[] = ["phone"];

type Value<Key extends keyof Policy> =
  | { ok: true; value: Policy[Key] }
  | { ok: false; why: string };
type Readers = { [Key in keyof Policy]: (text: string) => Value<Key> };

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
  passwordLength: readLength,
};

/** Whether a person in those groups may register. Names of groups compare exactly. */
export function mayRegister(
  policy: Policy,
  groups: readonly string[],
): boolean {
  return policy.register === "everyone" ||
    policy.groups.some((group) => groups.includes(group));
}

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

function no(why: string): { ok: false; why: string } {
  return { ok: false, why };
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
  return null;
}

function oneOf<const Name extends string>(
  names: readonly Name[],
  text: string,
): { ok: true; value: Name } | { ok: false; why: string } {
  const value = names.find((name) => name === text);
  return value ? { ok: true, value } : no(`It must be ${either(names)}.`);
}

function either(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

function readList(text: string): readonly string[] {
  if (text === "none") return [];
  const items = text.split(",").map((item) => item.trim()).filter(Boolean);
  return [...new Set(items)];
}

function readMethods(text: string): Value<"methods"> {
  const names = readList(text);
  const unknown = names.find((name) => !METHODS.some((m) => m === name));
  if (unknown !== undefined) return no(`It must be among ${either(METHODS)}.`);
  const value = METHODS.filter((method) => names.includes(method));
  const early = value.find((method) => !READY.includes(method));
  if (early) return no(`${early} cannot be set up yet; leave it out.`);
  return value.length > 0
    ? { ok: true, value }
    : no("At least one method is needed, for example: phone.");
}

function readCountries(text: string): Value<"smsCountries"> {
  if (text === "all") return { ok: true, value: "all" };
  const value = readList(text).map((region) => region.toUpperCase());
  const wrong = value.find((region) => !isRegion(region));
  if (wrong === undefined) return { ok: true, value };
  return no(
    `${wrong} is not a country's two letters. Write all, none, or a list such as JP,US.`,
  );
}

/** Whether these are the letters of a region, and its present ones (GB, not UK). */
function isRegion(region: string): boolean {
  if (!/^[A-Z]{2}$/.test(region)) return false;
  const names = new Intl.DisplayNames("en", {
    type: "region",
    fallback: "none",
  });
  return names.of(region) !== undefined &&
    new Intl.Locale("und", { region }).region === region;
}

function readLength(text: string): Value<"passwordLength"> {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return value >= 8 && value <= 64 ? { ok: true, value } : no(
    "It must be a number from 8 to 64. NIST asks for 15 where the password stands alone.",
  );
}
