/**
 * What the directory has of a person besides the account.
 *
 * @module
 */
import type { Contact } from "@/lib/directory/directory.ts";
import { readAddress } from "@/lib/domain/email_address.ts";
import type { Person } from "@/lib/domain/person.ts";
import { type PhoneNumber, readNumber } from "@/lib/domain/phone.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { NO_REACH, type Reach, withReach } from "@/lib/domain/reach.ts";
import type { Recoverer } from "@/lib/domain/recovery.ts";
import { type ContactDeps, openContact } from "@/lib/flows/sealed_contact.ts";
import { indexOf, sealTarget, type Target } from "@/lib/flows/target.ts";

/** The person with what the directory adds, where the policy takes it as confirmed and they have none of their own. */
export function withContact(
  deps: ContactDeps,
  person: Person,
  { contact, policy }: { contact: Contact; policy: Policy },
): Recoverer {
  const officePhone = officeNumber(contact) !== null;
  const reach = isTaken(policy) ? reachOf(deps, contact) : NO_REACH;
  return { ...withReach(person, reach), officePhone };
}

/** What a sealed contact adds to any person's own. Opened only where the policy takes it as confirmed. */
export function directoryReach(
  deps: ContactDeps,
  sealed: string | null,
  policy: Policy,
): Reach {
  return isTaken(policy) ? reachOf(deps, openContact(deps, sealed)) : NO_REACH;
}

function isTaken({ useDirectoryContacts }: Policy): boolean {
  return useDirectoryContacts === "confirmed";
}

function reachOf({ keyring }: ContactDeps, contact: Contact): Reach {
  const { phone, email } = offersOf(NO_REACH, contact);
  // Nobody has confirmed it here, so that is at 0.
  const proof = (target: Target) => {
    const index = indexOf(keyring, target);
    return { index, locale: "en", confirmedAt: 0 };
  };
  return {
    phones: phone === null ? [] : [{
      ...proof(phone),
      number: sealTarget(keyring, phone),
      region: phone.number.region,
      channel: "sms",
    }],
    email: email && {
      ...proof(email),
      address: sealTarget(keyring, email),
    },
  };
}

/** What the directory has that the person has not, where it can be reached. */
export interface Offers {
  /** A mobile number. */
  phone: Extract<Target, { method: "phone" }> | null;
  /** An address. */
  email: Extract<Target, { method: "email" }> | null;
}

/** What the directory's mobile number and address could be to this person. */
export function offersOf(
  person: Pick<Person, "phones" | "email">,
  { mobile = "", email = "" }: Contact,
): Offers {
  const number = readNumber(mobile, "");
  const address = readAddress(email);
  const phone = person.phones.length === 0 && number.ok;
  const mail = person.email === null && address.ok;
  return {
    phone: phone ? { method: "phone", number: number.number } : null,
    email: mail ? { method: "email", address: address.address } : null,
  };
}

/** The office phone as a place to call, with its blind index; `null` where there is none. */
export function officeTarget(
  deps: ContactDeps,
  sealed: string | null,
): { index: string; target: Extract<Target, { method: "phone" }> } | null {
  const found = officeNumber(openContact(deps, sealed));
  if (found === null) return null;
  const target = { method: "phone", ...found } as const;
  return { index: indexOf(deps.keyring, target), target };
}

/** The office phone; `null` where there is none that can be dialled. */
export function officeNumber(
  { officePhone }: Contact,
): { number: PhoneNumber; extension: string | null } | null {
  const read = officePhone ? readNumber(officePhone.number, "") : null;
  return read?.ok && officePhone
    ? { number: read.number, extension: officePhone.extension }
    : null;
}
