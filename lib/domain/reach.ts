/**
 * Where a person is reached: by what they have confirmed, and by what their
 * directory has, where a policy takes that as confirmed.
 *
 * @module
 */
import type { Person } from "@/lib/domain/person.ts";

/** Phones and an address. */
export type Reach = Pick<Person, "phones" | "email">;

/** None. */
export const NO_REACH: Reach = { phones: [], email: null };

/** The person with the directory's phone and address where they have none of their own. */
export function withReach(person: Person, directory: Reach): Person {
  const phones = person.phones.length > 0 ? person.phones : directory.phones;
  return { ...person, phones, email: person.email ?? directory.email };
}
