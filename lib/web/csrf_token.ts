/**
 * The token that each form carries: bound to the browser's cookie, and masked
 * anew for each page, so that compression beside typed text gives nothing away
 * (BREACH).
 *
 * @module
 */
import { fromBase64, isSame, toBase64url } from "@/lib/crypto/bytes.ts";
import type { Keyring } from "@/lib/crypto/keyring.ts";

const BYTES = 16;
const PURPOSE = "csrf";

/** Makes a token for the browser that holds `secret`: two halves of 16 bytes, base64url. */
export function csrfToken(
  keyring: Keyring,
  secret: string,
  pad: Uint8Array,
): string {
  const [digest = ""] = keyring.digests(PURPOSE, secret);
  const masked = mask(bytesOf(digest), pad);
  return toBase64url(new Uint8Array([...pad.subarray(0, BYTES), ...masked]));
}

/** Whether `token` was made for the browser that holds `secret`, under any key in use. */
export function isCsrfToken(
  keyring: Keyring,
  secret: string,
  token: string,
): boolean {
  const bytes = fromBase64(token);
  if (bytes?.length !== 2 * BYTES) return false;
  const plain = mask(bytes.subarray(BYTES), bytes);
  return keyring.digests(PURPOSE, secret)
    .some((digest) => isSame(bytesOf(digest), plain));
}

/** Whether it looks like a token, of this browser or not. */
export function isTokenShaped(token: string): boolean {
  return fromBase64(token)?.length === 2 * BYTES;
}

/** The first 16 bytes of a digest, which stands as `kid.base64url`. */
function bytesOf(digest: string): Uint8Array {
  const bytes = fromBase64(digest.slice(digest.indexOf(".") + 1));
  if (bytes === null) throw new TypeError("Cannot read a digest: no base64");
  return bytes.subarray(0, BYTES);
}

function mask(bytes: Uint8Array, pad: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => byte ^ (pad[i] ?? 0));
}
