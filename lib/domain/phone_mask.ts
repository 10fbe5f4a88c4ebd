/**
 * What of a number may be shown or counted.
 *
 * @module
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * Hides all digits of an E.164 number but the country code and the last two,
 * in the international grouping: "+81 •• •••• ••34".
 */
export function maskNumber(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  const shown = parsed?.formatInternational() ?? e164;
  const code = parsed ? parsed.countryCallingCode.length + 1 : 1;
  return shown.slice(0, code) +
    shown.slice(code).replace(/\d(?=(?:\D*\d){2})/g, "•");
}

/** An E.164 number without its last four digits: the range that fraud with runs of numbers stays in. */
export function numberPrefix(e164: string): string {
  return e164.slice(0, -4);
}
