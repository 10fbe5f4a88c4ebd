/**
 * Messages by key, in a language.
 *
 * @module
 */
import { en, type Locale } from "@/lib/i18n/locales/en.ts";
import { isTag, LOCALES, type Tag } from "@/lib/i18n/locales.ts";

/** The key of a message. */
export type Key = keyof Locale;

/** A message that has plural forms: its key without `.one` or `.other`. */
export type PluralKey = Key extends infer K
  ? K extends `${infer Base}.other` ? Base : never
  : never;

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

/** Intl puts a space before 秒 and 分, which running text does not have. */
const BEFORE_HAN = / (?=\p{sc=Han})/u;

const made = new Map<Tag, Translate>();

/** Whether `text` is the key of a message. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(en, text);
}

/** The direction in which the language of a BCP 47 tag is written. */
export function direction(tag: string): "ltr" | "rtl" {
  return RTL.test(tag) ? "rtl" : "ltr";
}

/**
 * The function that says the messages in the language of a BCP 47 tag, made
 * once for each; English where it is none of ours.
 */
export function translator(tag: string): Translate {
  const ours = isTag(tag) ? tag : "en";
  const known = made.get(ours);
  if (known) return known;
  const fresh = make(ours);
  made.set(ours, fresh);
  return fresh;
}

function make(tag: Tag): Translate {
  const messages = LOCALES[tag];
  let rules: Intl.PluralRules | undefined;
  const say = (key: Key, values?: Values) => fill(messages[key], values);
  return Object.assign(say, {
    plural(key: PluralKey, n: number, values?: Values) {
      rules ??= new Intl.PluralRules(tag);
      const form = `${key}.${rules.select(n)}`;
      return say(isKey(form) ? form : `${key}.other`, { n, ...values });
    },
    duration: (ms: number) => duration(tag, ms),
    tag,
    dir: direction(tag),
  });
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
  return amount.toLocaleString(tag, style).replace(BEFORE_HAN, "");
}
