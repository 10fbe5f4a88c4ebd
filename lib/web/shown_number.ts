/**
 * Telephone numbers and addresses as a page may show them.
 *
 * @module
 */
import { maskAddress } from "@/lib/domain/address_mask.ts";
import { disguisedDomain } from "@/lib/domain/email_address.ts";
import type { Phone } from "@/lib/domain/person.ts";
import { maskNumber } from "@/lib/domain/phone_mask.ts";
import type { Email } from "@/lib/domain/proofs.ts";
import { methodOf, type Verification } from "@/lib/domain/verification.ts";
import type { Target } from "@/lib/flows/target.ts";
import type { Keyring } from "@/lib/crypto/keyring.ts";

/** What opens a sealed number or address. */
export interface Opener {
  /** The keys that it was sealed with. */
  keyring: Pick<Keyring, "open">;
}

/** The masked number of a phone. */
export function shownNumber(
  { keyring }: Opener,
  phone: Pick<Phone, "number">,
): string {
  return maskNumber(keyring.open("number", phone.number));
}

/** The masked form of an email address. */
export function shownAddress(
  { keyring }: Opener,
  email: Pick<Email, "address">,
): string {
  return maskAddress(keyring.open("address", email.address));
}

/** Where a code went, masked; nothing where there is no code. */
export function shownTarget(
  opener: Opener,
  verification: Verification | null,
): string {
  if (verification === null) return "";
  const { purpose, to } = verification;
  return methodOf(purpose) === "phone"
    ? shownNumber(opener, { number: to })
    : shownAddress(opener, { address: to });
}

/** The same for whoever has just typed it, and can see in ASCII a domain that looks like another one. */
export function shownTyped(
  opener: Opener,
  verification: Verification | null,
): string {
  const shown = shownTarget(opener, verification);
  if (verification === null || methodOf(verification.purpose) === "phone") {
    return shown;
  }
  const domain = disguisedDomain(
    opener.keyring.open("address", verification.to),
  );
  return domain === null ? shown : `${shown} (${domain})`;
}

/** Where a code can go, masked. */
export function shownPlace(target: Target): string {
  return target.method === "phone"
    ? maskNumber(target.number.e164)
    : maskAddress(target.address);
}
