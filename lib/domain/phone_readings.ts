/**
 * The ways to read typed digits: from home, or from abroad after an
 * international prefix.
 *
 * @module
 */
import { isSupportedCountry, Metadata } from "libphonenumber-js/max";
import { dialCode, isRegion } from "@/lib/domain/countries.ts";
import type { PlainNumber } from "@/lib/domain/phone_text.ts";

/** One way to read what was typed: "+" with country code, or national digits and their region. */
export interface Reading {
  /** ASCII digits, with "+" where they begin with a country code. */
  text: string;
  /** The region of national digits (ISO 3166-1 alpha-2, known); `undefined` after "+". */
  region: string | undefined;
}

/** How digits may be meant in `region` (any text), in groups, the likeliest first. */
export function readings(plain: PlainNumber, region: string): Reading[][] {
  const { digits } = plain;
  if (plain.international) return [[international(digits)]];
  const abroad = [...afterOwn(digits, region), ...after("00", digits)];
  // "011" comes after home: it is also the area code of Sapporo, Delhi and Turin.
  return [abroad, fromHome(digits, region), after("011", digits)];
}

function international(digits: string): Reading {
  return { text: `+${digits}`, region: undefined };
}

function after(prefix: string, digits: string): Reading[] {
  return digits.startsWith(prefix)
    ? [international(digits.slice(prefix.length))]
    : [];
}

/** After the prefix that is dialled in the region itself, as 010 in Japan. */
function afterOwn(digits: string, region: string): Reading[] {
  if (!isRegion(region) || !isSupportedCountry(region)) return [];
  const metadata = new Metadata();
  metadata.selectNumberingPlan(region);
  const pattern = metadata.numberingPlan?.IDDPrefix();
  const prefix = pattern && new RegExp(`^(?:${pattern})`).exec(digits)?.[0];
  return prefix ? after(prefix, digits) : [];
}

/** As national digits, and where they begin with the region's country code, as if "+" came first. */
function fromHome(digits: string, region: string): Reading[] {
  if (!isRegion(region)) return [];
  const national = { text: digits, region };
  return digits.startsWith(dialCode(region))
    ? [national, international(digits)]
    : [national];
}
