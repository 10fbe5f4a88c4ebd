/**
 * Crockford's base32: codes that people read off a screen and type, without the
 * letters that look like digits (I, L, O) and without U.
 *
 * @module
 */

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What people type for a digit that looks like it. */
const LOOKS: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/** What stands between groups, and what cannot be seen. */
const BETWEEN = /[\s\p{Pd}\p{Cf}._]/gu;

/** The first `length` digits of five bits each; the bytes must hold as many bits. */
export function toCrockford(bytes: Uint8Array, length: number): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) {
      text += DIGITS.charAt(held >> bits - 5 & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text.slice(0, length);
}

/**
 * The digits of a typed code, in whatever width, case and groups; `null` where
 * it has a character that no code has.
 */
export function readCrockford(typed: string): string | null {
  const plain = typed.normalize("NFKC").toUpperCase().replace(BETWEEN, "");
  const digits = [...plain].map((char) => LOOKS[char] ?? char);
  return digits.every((char) => DIGITS.includes(char)) ? digits.join("") : null;
}
