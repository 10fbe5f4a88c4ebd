/**
 * Says what is wrong with a number that cannot be dialled: too few digits, too
 * many, or no such number.
 *
 * @module
 */
import {
  isSupportedCountry,
  isValidPhoneNumber,
  validatePhoneNumberLength,
} from "libphonenumber-js/max";
import type { Reading } from "@/lib/domain/phone_readings.ts";

/** What is wrong with digits that make no number. */
export type LengthFault = "short" | "long" | "invalid" | "unknownCountry";

/** The most digits looked for or taken away. */
const MOST = 8;

/** Says why the reading is no number. Only for a reading that is not valid. */
export function lengthFault({ text, region = "" }: Reading): LengthFault {
  const country = isSupportedCountry(region) ? region : undefined;
  switch (validatePhoneNumberLength(text, country)) {
    case "TOO_SHORT":
    // Digits are no number only where there are none: a prefix and nothing after it.
    case "NOT_A_NUMBER":
      return "short";
    case "TOO_LONG":
      return "long";
    case "INVALID_COUNTRY":
      return "unknownCountry";
    default:
      return slip(text, (other) => isValidPhoneNumber(other, country));
  }
}

/**
 * A plan's lengths cover every kind of number (Japan: 8 to 17 digits), so a
 * mobile number that misses one digit has a possible length. Whether more
 * digits or fewer make it valid tells; the fewest changed digits decide.
 */
function slip(text: string, isNumber: (text: string) => boolean): LengthFault {
  for (let n = 1; n <= MOST; n++) {
    const short = isNumber(text + "0".repeat(n));
    const long = isNumber(text.slice(0, -n));
    if (short !== long) return short ? "short" : "long";
    if (short) return "invalid";
  }
  return "invalid";
}
