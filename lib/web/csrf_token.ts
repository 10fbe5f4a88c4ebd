/**
 * The token that each form carries: bound to the browser's cookie, and on the
 * pages of a reset to that reset. It is masked anew for each page, so that
 * compression beside typed text gives nothing away (BREACH).
 *
 * @module
 */
import { concat, fromBase64, isSame, toBase64url } from "@/lib/crypto/bytes.ts";
import type { Keyring } from "@/lib/crypto/keyring.ts";

/** Whose a form is. */
export interface FormOwner {
  /** The secret of the browser's cookie. */
  readonly secret: string;
  /** What names the reset that the form is of; `null` where it is of none. */
  readonly reset: string | null;
}

/** Bytes that tell the browser, and those that tell the reset behind them. */
const BYTES = 16;
const RESET_BYTES = 8;
const SIZES: readonly number[] = [2 * BYTES, 2 * (BYTES + RESET_BYTES)];

const PURPOSE = "csrf";

/** Makes a token: a pad, and what it tells under that pad, base64url. */
export function csrfToken(
  keyring: Keyring,
  { secret, reset }: FormOwner,
  random: (bytes: number) => Uint8Array,
): string {
  const browser = bytesOf(keyring.digest(PURPOSE, secret), BYTES);
  const tag = reset === null
    ? new Uint8Array()
    : bytesOf(keyring.digest(PURPOSE, secret, reset), RESET_BYTES);
  const plain = concat([browser, tag]);
  const pad = random(plain.length);
  return toBase64url(concat([pad, mask(plain, pad)]));
}

/**
 * Whose form a token came with, under any key in use: this owner's, one of the
 * same browser from outside this reset, or nobody's that we know. Where no reset
 * is under way, every form of the browser is its own.
 */
export function judgeCsrf(
  keyring: Keyring,
  { secret, reset }: FormOwner,
  token: string,
): "own" | "otherReset" | "foreign" {
  const bytes = readToken(token);
  if (bytes === null) return "foreign";
  const plain = mask(bytes.subarray(bytes.length / 2), bytes);
  const tells = (part: Uint8Array, ...parts: string[]) =>
    keyring.digests(PURPOSE, ...parts)
      .some((digest) => isSame(bytesOf(digest, part.length), part));
  if (!tells(plain.subarray(0, BYTES), secret)) return "foreign";
  if (reset === null) return "own";
  const tag = plain.subarray(BYTES);
  return tag.length > 0 && tells(tag, secret, reset) ? "own" : "otherReset";
}

/** Whether it looks like a token, of this browser or not. */
export function isTokenShaped(token: string): boolean {
  return readToken(token) !== null;
}

function readToken(token: string): Uint8Array | null {
  const bytes = fromBase64(token);
  return bytes !== null && SIZES.includes(bytes.length) ? bytes : null;
}

/** The first bytes of a digest, which stands as `kid.base64url`. */
function bytesOf(digest: string, length: number): Uint8Array {
  const bytes = fromBase64(digest.slice(digest.indexOf(".") + 1));
  if (bytes === null) throw new TypeError("Cannot read a digest: no base64");
  return bytes.subarray(0, length);
}

function mask(bytes: Uint8Array, pad: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => byte ^ (pad[i] ?? 0));
}
