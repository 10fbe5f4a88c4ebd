/**
 * The code by which somebody says "this was not me" about a change.
 *
 * @module
 */
import { readCrockford, toCrockford } from "@/lib/domain/crockford.ts";

/** Random bytes of a stop code: 40 bits. Guesses are bounded by budgets, as those of codes are. */
export const STOP_BYTES = 5;

/** How long it may be used, in milliseconds: 30 days, for those who read their mail once a month. */
export const STOP_LIFE: number = 30 * 24 * 60 * 60_000;

/** Characters of a stop code. */
const LENGTH = 8;

/** The longest text looked at, in UTF-16 units: a pasted message, and room. */
const LONGEST_TEXT = 1000;

/** Where a pasted message has the code. */
const IN_MESSAGE = /\/stop\s+(\S{8,9})/;

/** Eight characters of Crockford's base32, or why there are none. */
export type StopText =
  | { ok: true; code: string }
  | { ok: false; why: "missing" | "shape" };

/** Writes random bytes as a stop code. */
export function stopCode(bytes: Uint8Array): string {
  return toCrockford(bytes, LENGTH);
}

/** Reads a stop code that was typed, or pasted with the message around it. Never throws. */
export function readStopCode(typed: string): StopText {
  if (typed.length > LONGEST_TEXT) return { ok: false, why: "shape" };
  const [, found = typed] = IN_MESSAGE.exec(typed) ?? [];
  const code = readCrockford(found);
  if (code === "") return { ok: false, why: "missing" };
  return code?.length === LENGTH
    ? { ok: true, code }
    : { ok: false, why: "shape" };
}
