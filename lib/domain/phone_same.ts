/**
 * Compares a typed number with one that is known, without its country being typed.
 *
 * @module
 */
import { type PhoneNumber, readNumber } from "@/lib/domain/phone.ts";
import { plainNumber, type TextFault } from "@/lib/domain/phone_text.ts";

/** Fewer digits are a number nowhere. */
const SHORTEST = 4;

/** Why a text is a number in no country; `null` for what may be one. It knows no region, so it tells of none. */
export function nowhereFault(typed: string): TextFault | "short" | null {
  const plain = plainNumber(typed);
  if (!plain.ok) return plain.why;
  return plain.digits.length < SHORTEST ? "short" : null;
}

/** Whether that is the number, as it is written in its own region or with a country code. */
export function isSameNumber(
  typed: string,
  { e164, region }: Pick<PhoneNumber, "e164" | "region">,
): boolean {
  const read = readNumber(typed, region);
  return read.ok && read.number.e164 === e164;
}
