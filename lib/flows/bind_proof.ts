/**
 * What a confirmed code makes of the person.
 *
 * @module
 */
import type { Person } from "@/lib/domain/person.ts";
import { methodOf, type Verification } from "@/lib/domain/verification.ts";
import { bindEmail } from "@/lib/flows/bind_email.ts";
import { bindPhone } from "@/lib/flows/bind_phone.ts";
import {
  capOf,
  type Holders,
  type Lacking,
} from "@/lib/flows/phone_holders.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { absent } from "@/lib/store/entries.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import type { Change } from "@/lib/store/record.ts";

/** For whom, in which language, and when: epoch milliseconds. */
export interface Binding {
  /** The directory's account ID. */
  account: string;
  /** The language of later notices. */
  locale: string;
  /** The moment of the request. */
  now: number;
  /** The blind indexes of what is bound, under every key, newest first. */
  indexes: readonly string[];
  /** Who has the numbers, as far as it is known. */
  holders: Holders;
  /** How many accounts may have one number. */
  cap: number;
}

/** What came of it. */
export type Bound =
  /** The person with the new proof, and the changes of the indexes. */
  | { kind: "bound"; person: Person; index: readonly Change[] }
  /** As many other accounts as may have the number. */
  | { kind: "taken" }
  | Lacking;

/** Binds what a verification has confirmed. */
export function bindProof(
  person: Person,
  verification: Verification,
  binding: Binding,
): Bound {
  switch (methodOf(verification.purpose)) {
    case "phone":
      return bindPhone(person, verification, binding);
    case "email":
      return bindEmail(person, verification, binding);
  }
}

/** How a verification is bound in this visit. */
export function bindingOf(
  { session: { account }, policy, now }: SignedInVisit,
  { verification, holders, locale }: Pick<Binding, "holders" | "locale"> & {
    verification: Verification;
  },
): Binding {
  const indexes = indexesAt(verification);
  return { account, locale, now, indexes, holders, cap: capOf(policy) };
}

/** That nobody has the number of a verification: true of most, and checked by the commit. */
export function nobody(verification: Verification | null): Holders {
  const phone = verification !== null &&
    methodOf(verification.purpose) === "phone";
  const indexes = phone ? indexesAt(verification) : [];
  return indexes.map((index) => absent(phoneHoldersRef(index)));
}

/** Where what a verification is for may be indexed: under every key, newest first. */
export function indexesAt({ index, older }: Verification): string[] {
  return [index, ...older];
}
