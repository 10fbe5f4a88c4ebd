/**
 * Recovery codes as they are made, written down and typed: 13 digits of Crockford's
 * base32, 65 bits (NIST SP 800-63B-4 §4.2.1.1 asks for 64).
 *
 * @module
 */
import { readCrockford, toCrockford } from "@/lib/domain/crockford.ts";
import type { Person } from "@/lib/domain/person.ts";

/** Why a text holds no code. */
export type RecoveryCodeFault = "missing" | "letters" | "short" | "long";

/** Thirteen digits in capitals without hyphens, or why there are none. */
export type RecoveryCodeText =
  | { ok: true; code: string }
  | { ok: false; why: RecoveryCodeFault };

/** How many codes a person has. */
export const RECOVERY_CODES = 10;

/** Random bytes that a code is made of: 72 bits, of which it takes 65. */
export const CODE_BYTES = 9;

/** Base32 digits of a code, of 5 bits each. */
const LENGTH = 13;

/** The longest text looked at, in UTF-16 units: a code with a lot between its digits. */
const LONGEST_TEXT = 200;

/** Japanese keyboards give the long vowel marks (of half width as well) for a hyphen; U+2212 is a minus. */
const HYPHENS = /[ーｰ−]/g;

/** Writes random bytes as a code, each as likely as any other. */
export function recoveryCode(random: Uint8Array): string {
  const code = toCrockford(random, LENGTH);
  if (code.length === LENGTH) return code;
  throw new RangeError(`Cannot make a code of ${random.length} bytes`);
}

/** The code in groups, as people write it down: XXXX-XXXX-XXXXX. */
export function groupCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join("-");
}

/**
 * Reads a typed code in any case and width, with spaces or hyphens anywhere, O
 * for 0, and I or L for 1. Never throws.
 */
export function readRecoveryCode(typed: string): RecoveryCodeText {
  if (typed.length > LONGEST_TEXT) return { ok: false, why: "long" };
  const code = readCrockford(typed.replace(HYPHENS, ""));
  if (code === null) return { ok: false, why: "letters" };
  if (code === "") return { ok: false, why: "missing" };
  if (code.length === LENGTH) return { ok: true, code };
  return { ok: false, why: code.length < LENGTH ? "short" : "long" };
}

/** How many of a person's codes were used and not replaced yet. */
export function usedCodes(
  { recoveryCodes }: Pick<Person, "recoveryCodes">,
): number {
  return recoveryCodes?.hashes.filter((hash) => hash === null).length ?? 0;
}
