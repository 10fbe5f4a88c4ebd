/**
 * What a text costs: a network counts segments, not texts (3GPP TS 23.038 §6.2.1
 * and TS 23.040 §9.2.3.24.1).
 *
 * @module
 */

/** How a text travels. */
export interface Segments {
  /** `ucs2` as soon as one character is not in the GSM alphabet. */
  readonly encoding: "gsm7" | "ucs2";
  /** Septets of GSM-7, or 16-bit units of UCS-2. */
  readonly units: number;
  /** How many messages the network charges for. */
  readonly segments: number;
}

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/** Each goes as an escape and a second septet. */
const EXTENDED = new Set("\f^{}\\[~]|€");

/** Units in a text of one segment, and in each segment of a longer one. */
const ROOM = {
  gsm7: { one: 160, part: 153 },
  ucs2: { one: 70, part: 67 },
} as const;

/**
 * The longest host, in characters, that leaves every locale's text one segment:
 * the brief Japanese text of a code is the fullest.
 */
export const MAX_HOST = 45;

/** Counts what `text` takes as a text message. */
export function segments(text: string): Segments {
  const characters = [...text];
  const septets = characters.map(septetsOf);
  return septets.includes(0)
    ? count("ucs2", characters.map((character) => character.length))
    : count("gsm7", septets);
}

/** 0 where the GSM alphabet has no such character. */
function septetsOf(character: string): number {
  if (BASIC.has(character)) return 1;
  return EXTENDED.has(character) ? 2 : 0;
}

/** An escape and a surrogate pair are never torn apart, so a segment may end a unit early. */
function count(encoding: "gsm7" | "ucs2", sizes: readonly number[]): Segments {
  const { one, part } = ROOM[encoding];
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= one) return { encoding, units, segments: 1 };
  let segments = 1;
  let room: number = part;
  for (const size of sizes) {
    if (size > room) {
      segments++;
      room = part;
    }
    room -= size;
  }
  return { encoding, units, segments };
}
