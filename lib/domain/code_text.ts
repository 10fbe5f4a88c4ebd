/**
 * A code as people type or paste it, brought to six plain digits.
 *
 * @module
 */
import { plainNumber } from "@/lib/domain/phone_text.ts";

/** Why a text holds no code. */
export type CodeFault = "missing" | "short" | "long";

/** Six ASCII digits, or why there are none. */
export type CodeText = { ok: true; code: string } | {
  ok: false;
  why: CodeFault;
};

/** Decimal digits of a code: 10^6 of them, guarded by a limit on tries (NIST SP 800-63B-4 §3.1.3.2). */
const CODE_DIGITS = 6;

/** The longest text looked at, in UTF-16 units: a pasted message, and room. */
const LONGEST_TEXT = 1000;

/** A run of exactly six digits of any script. */
const RUNS = /(?<!\p{Nd})\p{Nd}{6}(?!\p{Nd})/gu;

/**
 * Reads a code in any script's digits, with spaces, dashes and unseen
 * characters between them. Of a whole message that was pasted it takes the one
 * run of six digits. Never throws.
 */
export function readCode(typed: string): CodeText {
  if (typed.length > LONGEST_TEXT) return { ok: false, why: "long" };
  const plain = plainNumber(typed);
  if (plain.ok) return measure(plain.digits);
  if (plain.why === "empty") return { ok: false, why: "missing" };
  const found = new Set((typed.match(RUNS) ?? []).map(digitsOf));
  const [only = ""] = found;
  return found.size > 1 ? { ok: false, why: "long" } : measure(only);
}

function measure(digits: string): CodeText {
  if (digits.length === CODE_DIGITS) return { ok: true, code: digits };
  return { ok: false, why: digits.length < CODE_DIGITS ? "short" : "long" };
}

function digitsOf(run: string): string {
  const plain = plainNumber(run);
  return plain.ok ? plain.digits : "";
}
