/**
 * Which numbers a text or a call may go to.
 *
 * Refused before anything is sent: lines that cannot take it, numbers whose
 * owner earns by being called, and countries that the policy leaves out.
 *
 * @module
 */
import type { PhoneChannel } from "@/lib/domain/method.ts";
import { type PhoneNumber, WORLD } from "@/lib/domain/phone.ts";

/** Why a number cannot take a code by a channel. */
export type ChannelFault =
  | "landline"
  | "premium"
  | "sharedCost"
  | "tollFree"
  | "pager"
  | "voicemail"
  | "personal"
  | "uan"
  | "global"
  | "country";

/**
 * By libphonenumber's kind of number; `null` is accepted. Internet telephones
 * take texts and calls (NIST SP 800-63B-4 no longer bars them).
 */
const REFUSED: ReadonlyMap<string, ChannelFault | null> = new Map([
  ["MOBILE", null],
  ["FIXED_LINE_OR_MOBILE", null],
  ["VOIP", null],
  ["FIXED_LINE", null],
  ["PREMIUM_RATE", "premium"],
  ["SHARED_COST", "sharedCost"],
  ["TOLL_FREE", "tollFree"],
  ["PAGER", "pager"],
  ["VOICEMAIL", "voicemail"],
  ["PERSONAL_NUMBER", "personal"],
  ["UAN", "uan"],
]);

/**
 * Says why the number cannot be used for the channel, or `null` where it can.
 * `allowed` are regions (ISO 3166-1 alpha-2), never country codes: +1 alone is
 * shared by 25 regions.
 *
 * A number of no known kind counts as premium: its price is not known either.
 * {@linkcode readNumber} gives none such; a later version of the rules might.
 */
export function refuseChannel(
  number: PhoneNumber,
  channel: PhoneChannel,
  allowed: "all" | readonly string[],
): ChannelFault | null {
  if (number.region === WORLD) return "global";
  const refused = REFUSED.get(number.type ?? "");
  if (refused !== null) return refused ?? "premium";
  if (allowed !== "all" && !allowed.includes(number.region)) return "country";
  return channel === "sms" && number.type === "FIXED_LINE" ? "landline" : null;
}
