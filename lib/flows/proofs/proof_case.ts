/**
 * Whose proof is judged, and by what.
 *
 * @module
 */
import type { Limits } from "@/lib/domain/limits.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Entry } from "@/lib/store/record.ts";

/** One person at one moment, signed in or not. */
export interface ProofCase {
  /** The directory's account ID. */
  readonly account: string;
  /** The limits in force. */
  readonly limits: Limits;
  /** The moment of the request, in epoch milliseconds. */
  readonly now: number;
  /** The device's lane, where it has one. */
  readonly lane?: string | null;
  /** The records of the visit. */
  readonly entries: {
    /** What the person has registered. */
    readonly person: Entry<Person>;
  };
}

/** The case of a person who is signed in. */
export function proofCase(visit: SignedInVisit): ProofCase {
  const { session, limits, now, entries } = visit;
  const { account, lane = null } = session;
  return { account, limits, now, lane, entries };
}
