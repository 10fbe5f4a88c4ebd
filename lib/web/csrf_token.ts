/**
 * The token that each form carries: bound to the browser's cookie, and masked
 * anew for each page, so that compression beside typed text gives nothing away
 * (BREACH).
 *
 * @module
 */
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
  return base64url([...pad.subarray(0, BYTES), ...mask(bytesOf(digest), pad)]);
}

/** Whether `token` was made for the browser that holds `secret`, under any key in use. */
export function isCsrfToken(
  keyring: Keyring,
  secret: string,
  token: string,
): boolean {
  const bytes = fromBase64url(token);
  if (bytes.length !== 2 * BYTES) return false;
  const plain = mask(bytes.subarray(BYTES), bytes);
  return keyring.digests(PURPOSE, secret)
    .some((digest) => equal(bytesOf(digest), plain));
}

/** The first 16 bytes of a digest, which stands as `kid.base64url`. */
function bytesOf(digest: string): Uint8Array {
  return fromBase64url(digest.slice(digest.indexOf(".") + 1)).subarray(
    0,
    BYTES,
  );
}

function mask(bytes: Uint8Array, pad: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => byte ^ (pad[i] ?? 0));
}

/** As long for a wrong token as for the right one. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  a.forEach((byte, i) => difference |= byte ^ (b[i] ?? 0));
  return difference === 0;
}

function base64url(bytes: number[]): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) return new Uint8Array();
  try {
    const bits = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(bits, (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
