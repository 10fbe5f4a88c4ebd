/**
 * Tokens and codes that nobody can guess, and the digests that stand for
 * tokens in the store.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";

/** That many bytes from a cryptographic source. */
export type RandomBytes = (bytes: number) => Uint8Array;

/** Bytes of a token: 128 bits, the least for a session (OWASP ASVS 7.2.3). */
const TOKEN = 16;

/** SHA-256 of a token, as base64url. Needs no key: 128 random bits cannot be guessed. */
export function tokenDigest(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("base64url");
}

/** 128 random bits as base64url: 22 characters, safe in a cookie and in a key. */
export function randomToken(random: RandomBytes): string {
  return Buffer.from(random(TOKEN)).toString("base64url");
}

/**
 * A code of that many decimal digits, 1 to 9, each code as likely as any other:
 * numbers past the last whole run of codes are drawn again.
 */
export function randomCode(random: RandomBytes, digits = 6): string {
  const codes = 10 ** digits;
  const fair = 2 ** 32 - 2 ** 32 % codes;
  let number: number;
  do number = Buffer.from(random(4)).readUInt32BE(); while (number >= fair);
  return String(number % codes).padStart(digits, "0");
}
