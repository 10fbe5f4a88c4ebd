/**
 * Whose proof is judged, and by what.
 *
 * @module
 */
import type { Limits } from "@/lib/domain/limits.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { type Lane, laneOf } from "@/lib/domain/lane.ts";
import type { Reach } from "@/lib/domain/reach.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Entry } from "@/lib/store/record.ts";

/** One person at one moment, signed in or not. */
export interface ProofCase {
  /** The directory's account ID. */
  readonly account: string;
  /** The policy in force. */
  readonly policy: Policy;
  /** The limits in force. */
  readonly limits: Limits;
  /** The moment of the request, in epoch milliseconds. */
  readonly now: number;
  /** Where their wrong proofs are counted. */
  readonly lane: Lane;
  /** What their directory has that counts as confirmed. */
  readonly directory: Reach;
  /** The records of the visit. */
  readonly entries: {
    /** What the person has registered. */
    readonly person: Entry<Person>;
  };
}

/** The case of a visit. */
export function proofCase(visit: SignedInVisit): ProofCase {
  const { session, policy, limits, now, directory, entries } = visit;
  const { account } = session;
  const lane = laneOf(session);
  return { account, policy, limits, now, lane, directory, entries };
}
