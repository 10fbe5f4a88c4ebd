/**
 * Bytes as base32 (RFC 4648 §6): letters and digits that nobody mixes up when
 * typing them off a screen.
 *
 * @module
 */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Base32 without padding, as `otpauth:` addresses have it. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += digit(held >> bits - 5);
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + digit(held << 5 - bits) : text;
}

/** The bytes of unpadded base32 in capitals; `null` for other text. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const char of text) {
    const value = DIGITS.indexOf(char);
    if (value < 0) return null;
    held = held << 5 | value;
    bits += 5;
    if (bits >= 8) bytes.push(held >> (bits -= 8) & 0xff);
    held &= (1 << bits) - 1;
  }
  // What is left over is filling: fewer bits than a digit has, and all zero.
  return bits < 5 && held === 0 ? Uint8Array.from(bytes) : null;
}

function digit(value: number): string {
  return DIGITS.charAt(value & 31);
}
