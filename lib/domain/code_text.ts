/**
 * A code as people type or paste it, brought to plain digits.
 *
 * @module
 */
import { plainNumber } from "@/lib/domain/phone_text.ts";

/** Why a text holds no code. */
export type CodeFault = "missing" | "short" | "long";

/** ASCII digits, or why there are none. */
export type CodeText = { ok: true; code: string } | {
  ok: false;
  why: CodeFault;
};

/** Decimal digits of a code: 10^6 of them, guarded by a limit on tries (NIST SP 800-63B-4 §3.1.3.2). */
export const SHORT_DIGITS = 6;

/** Decimal digits of a code that needs no limit on tries: 66 bits, where NIST SP 800-63B-4 §3.1.3.2 asks for 64. */
export const LONG_DIGITS = 20;

/** Decimal digits of four codes of an app in a row: 79 bits. */
export const APP_DIGITS: number = 4 * SHORT_DIGITS;

/** The longest text looked at, in UTF-16 units: a pasted message, and room. */
const LONGEST_TEXT = 1000;

/** How many digits are set together in a long code. */
const GROUP = 5;

/** A run of exactly six digits of any script; or of as many as a long code has, in groups or not. */
const RUNS =
  /(?<!\p{Nd})(?:\p{Nd}{6}|(?:\p{Nd}{5}\s?){3}\p{Nd}{5})(?!\p{Nd})/gu;

/**
 * Reads a code of as many digits as `lengths` has, or of a number between these, in
 * any script, with spaces, dashes and unseen characters between them. Of a whole
 * message that was pasted it takes the one run of exactly so many digits. Never
 * throws.
 */
export function readCode(
  typed: string,
  lengths: readonly number[] = [SHORT_DIGITS],
): CodeText {
  if (typed.length > LONGEST_TEXT) return { ok: false, why: "long" };
  const plain = plainNumber(typed);
  if (plain.ok) return measure(plain.digits, lengths);
  if (plain.why === "empty") return { ok: false, why: "missing" };
  const runs = (typed.match(RUNS) ?? []).map(digitsOf);
  const found = new Set(runs.filter(({ length }) => lengths.includes(length)));
  const [only = ""] = found;
  return found.size > 1 ? { ok: false, why: "long" } : measure(only, lengths);
}

/** The code as it is shown: a long one in groups. */
export function showCode(code: string): string {
  if (code.length !== LONG_DIGITS) return code;
  return (code.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join(" ");
}

function measure(digits: string, lengths: readonly number[]): CodeText {
  if (digits.length < Math.min(...lengths)) return { ok: false, why: "short" };
  if (digits.length > Math.max(...lengths)) return { ok: false, why: "long" };
  return { ok: true, code: digits };
}

function digitsOf(run: string): string {
  const plain = plainNumber(run);
  return plain.ok ? plain.digits : "";
}
