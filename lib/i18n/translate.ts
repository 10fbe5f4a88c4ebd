/**
 * Messages by key, in a language.
 *
 * @module
 */
import { en, type Locale, type PluralKey } from "@/lib/i18n/locales/en.ts";
import type { Tag } from "@/lib/i18n/locales.ts";

/** The key of a message. */
export type Key = keyof typeof en;

/** What replaces the `{placeholders}` of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** Says messages in one language. */
export interface Translate {
  /** Says the message, each `{name}` replaced by the value of that name. */
  (key: Key, values?: Values): string;
  /** Says the form of the message that the language uses for `n`; `{n}` is `n`. */
  plural(key: PluralKey, n: number, values?: Values): string;
  /** A length of time in milliseconds as a person says it, never rounded down: "25 seconds". */
  duration(ms: number): string;
  /** The day of a moment in epoch milliseconds, in UTC: "1 January 2026". */
  date(at: number): string;
  /** BCP 47 tag of the language. */
  readonly tag: Tag;
  /** The direction in which it is written. */
  readonly dir: "ltr" | "rtl";
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Primary subtags of the scripts written from right to left. */
const RTL = /^(ar|dv|fa|he|ks|ku|ps|sd|ug|ur|yi)\b/;

/**
 * Digits are 0 to 9 in every language, as in the codes, numbers and addresses
 * beside them; Intl alone would take those of the runtime's regional data.
 */
const LATIN_DIGITS = "-u-nu-latn";

/** What leaves is spoken, or counted by the character: nothing unseen is added. */
const LEAVES = /^(?:text|mail|voice)\./;

/** Intl puts a space before 秒 and 分, which running text does not have. */
const BEFORE_HAN = / (?=[\u4e00-\u9fff])/;

const made = new Map<Tag, Translate>();

/** Whether `text` is the key of a message. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(en, text);
}

/** The direction in which the language of a BCP 47 tag is written. */
export function direction(tag: string): "ltr" | "rtl" {
  return RTL.test(tag) ? "rtl" : "ltr";
}

/** What says these messages, made once for each language. */
export function translate(tag: Tag, messages: Locale): Translate {
  const known = made.get(tag);
  if (known) return known;
  const fresh = make(tag, messages);
  made.set(tag, fresh);
  return fresh;
}

function make(
  tag: Tag,
  messages: Readonly<Record<string, string>>,
): Translate {
  const dir = direction(tag);
  let rules: Intl.PluralRules | undefined;
  let days: Intl.DateTimeFormat | undefined;
  const say = (key: string, values?: Values) => {
    const apart = dir === "rtl" && !LEAVES.test(key);
    return fill(messages[key] ?? key, apart ? isolated(values) : values);
  };
  return Object.assign(say, {
    plural(key: PluralKey, n: number, values?: Values) {
      rules ??= new Intl.PluralRules(tag);
      const form = `${key}.${rules.select(n)}`;
      const has = Object.hasOwn(messages, form);
      return say(has ? form : `${key}.other`, { n, ...values });
    },
    duration: (ms: number) => duration(tag, ms),
    date(at: number) {
      days ??= new Intl.DateTimeFormat(
        (tag === "en" ? "en-GB" : tag) + LATIN_DIGITS,
        { dateStyle: "long", timeZone: "UTC" },
      );
      return days.format(at);
    },
    tag,
    dir,
  });
}

/** Puts marks around values that keep their direction to themselves (Unicode FSI, PDI). */
function isolated(values: Values = {}): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const foreign = isForeign(`${value}`);
      return [name, foreign ? `\u2068${value}\u2069` : value];
    }),
  );
}

/** Whatever a sentence from right to left would tear apart: `+81 •• 34`, hosts, names. */
function isForeign(value: string): boolean {
  return /[^\p{scx=Arab}\p{Nd}\s]/u.test(value);
}

function fill(text: string, values: Values = {}): string {
  return text.replace(
    /\{(\w+)\}/g,
    (holder, name) => Object.hasOwn(values, name) ? `${values[name]}` : holder,
  );
}

/** Seconds up to 99, minutes up to 90, hours up to 36, then days. */
function duration(tag: Tag, ms: number): string {
  const [unit, length] = ms < 100 * SECOND
    ? ["second", SECOND]
    : ms <= 90 * MINUTE
    ? ["minute", MINUTE]
    : ms <= 36 * HOUR
    ? ["hour", HOUR]
    : ["day", DAY];
  const amount = Math.max(1, Math.ceil(ms / Number(length)));
  const style = {
    style: "unit",
    unit: String(unit),
    unitDisplay: "long",
  } as const;
  return amount.toLocaleString(tag + LATIN_DIGITS, style).replace(
    BEFORE_HAN,
    "",
  );
}
