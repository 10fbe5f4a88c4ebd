/**
 * What a person sees first who has just signed in.
 *
 * @module
 */
import { adviceFor } from "@/lib/domain/advice.ts";
import type { Person } from "@/lib/domain/person.ts";
import { mayRegister, type Policy } from "@/lib/domain/policy.ts";
import { usedCodes } from "@/lib/domain/recovery_code.ts";
import { dueMethods } from "@/lib/domain/review.ts";
import type { Standing } from "@/lib/domain/standing.ts";

/** The first page. */
export type Arrival =
  /** A new password, which is due before anything else. */
  | "password"
  /** New recovery codes in the place of those that were used. */
  | "replacement"
  /** What is on file, to be looked at again. */
  | "review"
  /** The list with the advice to set up a second way. */
  | "advice"
  | "list";

/** What the first page depends on. */
export interface Arriving {
  /** What they have registered. */
  person: Person;
  /** The account's groups. */
  groups: readonly string[];
  /** How far they are. */
  standing: Standing;
  /** The policy in force. */
  policy: Policy;
  /** Epoch milliseconds. */
  now: number;
}

/** The first page of somebody who has just signed in. */
export function arrivalOf(
  { person, groups, standing, policy, now }: Arriving,
): Arrival {
  if (!mayRegister(policy, groups)) return "list";
  const open = policy.methods.includes("recoveryCodes") &&
    person.frozenAt === null;
  if (open && usedCodes(person) > 0) return "replacement";
  if (dueMethods(person, policy, now).length > 0) return "review";
  const advised = person.advised || adviceFor(standing, policy) === null;
  return advised ? "list" : "advice";
}
