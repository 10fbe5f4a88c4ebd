/**
 * What a person types into a field for a telephone number, brought to plain
 * digits: any script's digits, any usual separator.
 *
 * @module
 */
import { asciiDigit } from "@/lib/domain/digits.ts";

/** Why a text holds no digits to dial. */
export type TextFault = "empty" | "letters" | "long" | "invalid";

/** The digits of a typed number. */
export interface PlainNumber {
  /** ASCII digits, at least one. */
  digits: string;
  /** Whether a plus came before them. */
  international: boolean;
}

/** The digits, or why there are none. */
export type PlainAnswer = ({ ok: true } & PlainNumber) | {
  ok: false;
  why: TextFault;
};

/** The longest text looked at, in UTF-16 units. E.164 has 15 digits; the rest is room for signs. */
const LONGEST_TEXT = 250;

/** Cf: marks of direction, zero widths, the soft hyphen. Copied along unseen, they mean nothing here. */
const UNSEEN = /\p{Cf}/gu;

/** Japanese keyboards give the long vowel marks U+30FC and U+FF70, which are letters, for a hyphen. */
const SEPARATORS = /[\s\p{Pd}−⁃ーｰ─()（）[\]［］〔〕【】.．。・･·•․‧/／⁄∕]/gu;

const PLUS = /[＋﹢]/g;

/** "Tel:", as in RFC 3966 and on cards; the colon is optional. */
const PREFIX = /^tel[:：]?/i;

/** Reads a typed number as digits. It decides nothing about countries and never throws. */
export function plainNumber(typed: string): PlainAnswer {
  if (typed.length > LONGEST_TEXT) return { ok: false, why: "long" };
  // Nothing to do for most; the rest takes 8 µs.
  if (/^\d+$/.test(typed)) {
    return { ok: true, international: false, digits: typed };
  }
  const bare = typed
    .replace(UNSEEN, "")
    .replace(SEPARATORS, "")
    .replace(PREFIX, "")
    .replace(PLUS, "+")
    .replace(/\p{Nd}/gu, asciiDigit);
  // Never the letters of a keypad: what they would dial is seldom what was meant.
  if (/\p{L}/u.test(bare)) return { ok: false, why: "letters" };
  const international = bare.startsWith("+");
  const digits = international ? bare.slice(1) : bare;
  if (/\D/.test(digits)) return { ok: false, why: "invalid" };
  return digits === ""
    ? { ok: false, why: "empty" }
    : { ok: true, international, digits };
}
