/**
 * Reads a telephone number as people write it, in any region of the world.
 *
 * Digits without a plus can often be read in several ways. All are tried; the
 * first group with a valid one counts.
 *
 * @module
 */
import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  PhoneNumber as Parsed,
} from "libphonenumber-js/max";
import { dialCode, isRegion } from "@/lib/domain/countries.ts";
import { type LengthFault, lengthFault } from "@/lib/domain/phone_length.ts";
import { type Reading, readings } from "@/lib/domain/phone_readings.ts";
import { plainNumber, type TextFault } from "@/lib/domain/phone_text.ts";

/** Why a typed text is no number that can be dialled. */
export type NumberFault = TextFault | LengthFault;

/** A valid number, or a possible one of no country. */
export interface PhoneNumber {
  /** "+", country code and national number (ITU-T E.164). */
  e164: string;
  /** ISO 3166-1 alpha-2, or {@linkcode WORLD}. */
  region: string;
  /** libphonenumber's kind of number, such as "MOBILE"; `undefined` where it knows none. */
  type: string | undefined;
  /** Whether the number is of another region than the one that was chosen. */
  overruled: boolean;
}

/** A number, or why there is none. */
export type NumberAnswer =
  | { ok: true; number: PhoneNumber }
  | { ok: false; why: NumberFault };

/** The region of numbers that belong to no country, such as +800 and +881 (UN M.49 "World"). */
export const WORLD = "001";

const TAKES_TEXTS = ["MOBILE", "FIXED_LINE_OR_MOBILE"];

/**
 * Reads `typed`, with `region` (ISO 3166-1 alpha-2) for numbers without a
 * country code. A country code wins over `region`. Never throws.
 */
export function readNumber(typed: string, region: string): NumberAnswer {
  const plain = plainNumber(typed);
  if (!plain.ok) return plain;
  const groups = readings(plain, region);
  for (const group of groups) {
    const number = best(group, region);
    if (number) return { ok: true, number };
  }
  return { ok: false, why: fault(groups) };
}

/** Where several readings are valid, a mobile of the chosen region, else any number of it. */
function best(
  group: readonly Reading[],
  chosen: string,
): PhoneNumber | undefined {
  const numbers = group.map((reading) => parse(reading, chosen))
    .filter((number) => number !== undefined);
  const own = numbers.filter((number) => !number.overruled);
  const mobile = own.find(({ type = "" }) => TAKES_TEXTS.includes(type));
  return mobile ?? own[0] ?? numbers[0];
}

function parse(
  { text, region = "" }: Reading,
  chosen: string,
): PhoneNumber | undefined {
  const country = isSupportedCountry(region) ? region : undefined;
  const parsed = parsePhoneNumberFromString(text, country);
  const home = parsed && regionOf(parsed, chosen);
  if (!home) return undefined;
  return {
    e164: parsed.number,
    region: home,
    type: parsed.getType(),
    overruled: home !== chosen,
  };
}

/** The region of a valid number, else `undefined`. */
function regionOf(parsed: Parsed, chosen: string): string | undefined {
  // Global numbers are all refused later, so a possible one is enough to say why.
  if (parsed.isNonGeographic()) return parsed.isPossible() ? WORLD : undefined;
  if (!parsed.isValid()) return undefined;
  return fits(parsed, chosen) ? chosen : parsed.country;
}

/**
 * Whether the number belongs to the plan of the chosen region too. Some plans
 * overlap (+39 3… is Italy and the Vatican, +590 690 three islands): there the
 * number does not tell the region and the choice does.
 */
function fits(parsed: Parsed, chosen: string): boolean {
  // The library looks regions up in an object, where it would find "constructor".
  if (!isRegion(chosen) || !isSupportedCountry(chosen)) return false;
  if (dialCode(chosen) !== parsed.countryCallingCode) return false;
  const there = new Parsed(parsed.number);
  there.country = chosen;
  return there.isValid();
}

/** What is wrong with the likeliest reading; one whose country exists is likelier. */
function fault(groups: readonly (readonly Reading[])[]): LengthFault {
  const faults = groups.flat().map(lengthFault);
  return faults.find((why) => why !== "unknownCountry") ?? "unknownCountry";
}
