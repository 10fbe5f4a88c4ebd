/**
 * Tokens and codes that nobody can guess, and the digests that stand for
 * tokens in the store.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64url } from "@/lib/crypto/bytes.ts";

/** That many bytes from a cryptographic source. */
export type RandomBytes = (bytes: number) => Uint8Array;

/** Bytes of a token: 128 bits, the least for a session (OWASP ASVS 7.2.3). */
const TOKEN = 16;

/** SHA-256 of a token, as base64url. Needs no key: 128 random bits cannot be guessed. */
export function tokenDigest(token: string): string {
  return toBase64url(sha256(new TextEncoder().encode(token)));
}

/** 128 random bits as base64url: 22 characters, safe in a cookie and in a key. */
export function randomToken(random: RandomBytes): string {
  return toBase64url(random(TOKEN));
}

/** The most decimal digits of which every number fits into 32 bits. */
const DIGITS = 9;

/**
 * A code of that many decimal digits, each code as likely as any other: numbers
 * past the last whole run of codes are drawn again.
 */
export function randomCode(random: RandomBytes, digits = 6): string {
  if (digits > DIGITS) {
    return randomCode(random, DIGITS) + randomCode(random, digits - DIGITS);
  }
  const codes = 10 ** digits;
  const fair = 2 ** 32 - 2 ** 32 % codes;
  let number: number;
  do number = uint32(random(4)); while (number >= fair);
  return String(number % codes).padStart(digits, "0");
}

function uint32({ buffer, byteOffset }: Uint8Array): number {
  return new DataView(buffer, byteOffset).getUint32(0);
}
