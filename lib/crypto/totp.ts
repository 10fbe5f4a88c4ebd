/**
 * One-time codes of authenticator apps: TOTP (RFC 6238) over HOTP (RFC 4226)
 * with SHA-1 and 30 seconds, the one variant that every app knows.
 *
 * @module
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { toBase32 } from "@/lib/crypto/base32.ts";
import { isSameText } from "@/lib/crypto/bytes.ts";
import type { RandomBytes } from "@/lib/crypto/token.ts";

/** How long one code is shown, in milliseconds (RFC 6238 §5.2). */
export const TOTP_PERIOD = 30_000;

/** Bytes of a seed: 160 bits, as long as the digest (RFC 4226 §4 R6). */
const SEED = 20;

/** A new seed, in base32: 32 characters. */
export function randomSeed(random: RandomBytes): string {
  return toBase32(random(SEED));
}

/** The time step of a moment in epoch milliseconds: whole periods since 1970. */
export function stepAt(now: number): number {
  return Math.floor(now / TOTP_PERIOD);
}

/** The code of a seed at a time step, of 6 to 8 decimal digits. */
export function totp(seed: Uint8Array, step: number, digits = 6): string {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const sum = hmac(sha1, seed, new Uint8Array(counter.buffer));
  // Dynamic truncation (RFC 4226 §5.3): the last four bits say where.
  const at = (sum.at(-1) ?? 0) & 0xf;
  const number = new DataView(sum.buffer, sum.byteOffset).getUint32(at) &
    0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/**
 * The first of the time steps whose code that is; `null` where it is of none. Of
 * several codes, six digits each, the step is that of the last, and the others are
 * of the steps before it. Every step is looked at, so the time says nothing of which
 * it was.
 */
export function stepOf(
  seed: Uint8Array,
  code: string,
  steps: readonly number[],
): number | null {
  const many = Math.max(1, Math.floor(code.length / 6));
  const found = steps.filter((last) => {
    const shown = Array.from(
      { length: many },
      (_, i) => totp(seed, last - many + 1 + i),
    );
    return isSameText(code, shown.join(""));
  });
  return found[0] ?? null;
}
