/**
 * Bytes as text, and compared in constant time.
 *
 * Nothing of `node:` is used in this folder: loading `node:crypto` alone takes
 * Deno 2.9 about 15 ms of the server's start, and it is no faster on texts as
 * short as ours.
 *
 * @module
 */

/** Base64 with its padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let chars = "";
  for (const byte of bytes) chars += String.fromCharCode(byte);
  return btoa(chars);
}

/** Base64 safe in addresses, without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes)
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of base64 in either alphabet, padded or not; `null` for other text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const [, digits] = /^([\w+/-]*)={0,2}$/.exec(text) ?? [];
  // A digit carries 6 bits: of four, one alone makes no byte.
  if (digits === undefined || digits.length % 4 === 1) return null;
  const chars = atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(chars, (char) => char.charCodeAt(0));
}

/** Whether the bytes are the same, in the same time wherever they differ. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  a.forEach((byte, i) => difference |= byte ^ (b[i] ?? 0));
  return difference === 0;
}
