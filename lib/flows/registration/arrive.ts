/**
 * What a person sees first who has just signed in.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import { type Arrival, arrivalOf } from "@/lib/domain/arrival.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { policyFor } from "@/lib/domain/reset_gates.ts";
import { standingOf } from "@/lib/domain/standing.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { withContact } from "@/lib/flows/directory_contact.ts";
import { change } from "@/lib/store/entries.ts";
import type { Entry } from "@/lib/store/record.ts";
import { commit } from "@/lib/store/records.ts";

/** The records that it depends on. */
export interface ArrivalEntries {
  /** What the person has registered. */
  person: Entry<Person>;
  /** The policy in force. */
  policy: Entry<Policy>;
}

/** The first page. Advice is noted as given: it comes once. */
export async function arrive(
  deps: Deps,
  { groups, contact = {} }: Account,
  entries: ArrivalEntries,
): Promise<Arrival> {
  const person = entries.person.value ?? NEWCOMER;
  const set = entries.policy.value ?? DEFAULT_POLICY;
  const policy = policyFor(set, groups);
  const now = deps.now();
  const who = withContact(deps, person, { contact, policy });
  const standing = standingOf(who, policy, now);
  const arrival = arrivalOf({ person, groups, standing, policy, now });
  if (arrival !== "advice") return arrival;
  const advised = { ...person, advised: true };
  // Refused where another request has changed the person: then it waits for the next visit.
  const noted = await commit(deps.kv, [change(entries.person, advised)]);
  return noted === null ? "list" : "advice";
}
