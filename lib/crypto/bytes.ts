/**
 * Bytes as text, and compared in constant time.
 *
 * Nothing of `node:` is loaded for it: `node:crypto` alone takes Deno 2.9 about
 * 25 ms of the server's start, and hashes texts as short as ours no faster.
 *
 * @module
 */

/** The bytes of all parts, in their order. */
export function concat(
  parts: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Base64 safe in addresses, without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

/** The bytes of base64 in either alphabet, padded or not; `null` for other text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const [, digits] = /^([\w+/-]*)={0,2}$/.exec(text) ?? [];
  // A digit carries 6 bits: of four, one alone makes no byte.
  if (digits === undefined || digits.length % 4 === 1) return null;
  return Uint8Array.fromBase64(
    digits.replaceAll("+", "-").replaceAll("/", "_"),
    { alphabet: "base64url" },
  );
}

/** Whether the bytes are the same, in the same time wherever they differ. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  a.forEach((byte, i) => difference |= byte ^ (b[i] ?? 0));
  return difference === 0;
}

/** Whether the texts are the same, in the same time wherever they differ. */
export function isSameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) {
    difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  }
  return difference === 0;
}
