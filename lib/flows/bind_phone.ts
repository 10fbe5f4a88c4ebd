/**
 * What a confirmed number becomes.
 *
 * @module
 */
import type { Phone } from "@/lib/domain/person.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { phoneIndexRef } from "@/lib/store/people.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import type { Change } from "@/lib/store/record.ts";

/** A confirmed number, and the changes of the index that belong to it. */
export interface Bound {
  /** What the person has now. */
  phone: Phone;
  /** Points to the account from the new number, and no longer from the old one. */
  index: readonly Change[];
  /** Whether another number was there before. */
  replaces: boolean;
}

/** Makes the number of a verification the phone that comes after `old`. */
export function bindPhone(
  { session, now }: SignedInVisit,
  old: Phone | null,
  { verification, locale }: { verification: Verification; locale: string },
): Bound {
  const { account } = session;
  const { number, index, region, channel } = verification;
  const replaces = old !== null && old.index !== index;
  const phone = {
    number,
    index,
    region,
    channel,
    locale,
    confirmedAt: now,
  };
  const added = change(guarded(phoneIndexRef(index, account)), account);
  return {
    phone,
    index: replaces ? [added, unindex(old, account)] : [added],
    replaces,
  };
}

/** Takes a phone out of the index. */
export function unindex(phone: Phone, account: string): Change {
  return change(guarded(phoneIndexRef(phone.index, account)), null);
}
