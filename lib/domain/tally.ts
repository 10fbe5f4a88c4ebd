/**
 * Where wrong proofs are counted: by method, and by what is known of whoever makes
 * them, so that a stranger's stop nobody else. Pure.
 *
 * Somebody who is signed in is counted alone, and so are the devices that the
 * account knows. All others are counted by the network that they come from, and
 * what they get wrong all together.
 *
 * What is wrong too often makes whoever is signed in wait. Of all others it asks for
 * a proof that is too long to guess, so it closes nothing to the owner on a new
 * device.
 *
 * @module
 */
import { blockedUntil } from "@/lib/domain/failures.ts";
import type { Lane } from "@/lib/domain/lane.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import type { Method } from "@/lib/domain/method.ts";
import {
  type Failures,
  failuresOf,
  NO_FAILURES,
  type Person,
} from "@/lib/domain/person.ts";
import {
  type Counts,
  isForgotten,
  newest,
} from "@/lib/domain/strangers_counts.ts";

/** One count. */
export interface Tally {
  /** What is proved. */
  readonly method: Method;
  /** By whom. */
  readonly lane: Lane;
}

/** The methods whose proofs have six digits: somebody can guess them, and they can be made longer. */
const SHORT: readonly Method[] = ["phone", "officePhone", "email", "totp"];

/** Whether too many wrong proofs ask for a longer one there, and stop nothing. */
function canBeLong({ method, lane }: Tally): boolean {
  return lane !== "own" && SHORT.includes(method);
}

/** Whether so many were wrong that no proof is taken which can be guessed (NIST SP 800-63B-4 §3.2.2). */
export function asksForLong(
  person: Pick<Person, "failures">,
  tally: Tally,
  { now, limits }: { readonly now: number; readonly limits: Limits },
): boolean {
  if (!canBeLong(tally)) return false;
  const { row = 0, ...counted } = readTally(person, tally, now);
  return row >= limits.method.row || blockedUntil(counted, now) !== null;
}

/** What stops a method at `now` (epoch milliseconds), however long the proof. */
export function stopsOf(
  person: Pick<Person, "failures">,
  tally: Tally,
  now: number,
): Failures {
  return canBeLong(tally) ? NO_FAILURES : readTally(person, tally, now);
}

/** What counts against a proof at `now` (epoch milliseconds); nothing against a stranger's passkey: nobody guesses a signature. */
export function readTally(
  person: Pick<Person, "failures">,
  tally: Tally,
  now: number,
): Failures {
  if (isUncounted(tally)) return NO_FAILURES;
  const { row: _, ...counted } = failuresOf(person, keyOf(tally));
  if (!canBeLong(tally)) return counted;
  const all = failuresOf(person, wholeOf(tally));
  return { ...counted, row: isForgotten(all, now) ? 0 : all.row ?? 0 };
}

/**
 * The person with what a proof has made of that. A right one clears its method for
 * whoever is signed in and for known devices. What strangers have wrong stays, or
 * they could see that the owner has been here.
 */
export function writeTally(
  person: Person,
  tally: Tally,
  failures: Failures,
): Person {
  if (isUncounted(tally)) return person;
  if (failures.wrong === 0) return cleared(person, tally);
  return { ...person, failures: counted(person.failures, tally, failures) };
}

/** The person with the method set up anew: nothing is counted against its owner. */
export function forgetTallies(person: Person, method: Method): Person {
  return cleared(person, { method, lane: "own" });
}

function isUncounted({ method, lane }: Tally): boolean {
  return method === "passkey" && lane !== "own";
}

function keyOf({ method, lane }: Tally): string {
  return lane === "own" ? method : `${lane}.${method}`;
}

/** Where it is counted of all together. */
function wholeOf({ method, lane }: Tally): string {
  return lane === "known" ? `known.${method}` : `reset.${method}`;
}

function cleared(person: Person, { method, lane }: Tally): Person {
  if (lane !== "own" && lane !== "known") return person;
  const gone = [lane === "own" ? method : "", `known.${method}`];
  const left = Object.entries(person.failures)
    .filter(([key]) => !gone.includes(key));
  return { ...person, failures: Object.fromEntries(left) };
}

function counted(
  before: Counts,
  tally: Tally,
  { row, ...own }: Failures,
): Counts {
  const [key, whole] = [keyOf(tally), wholeOf(tally)];
  if (key === whole || row === undefined) {
    const of = row === undefined ? {} : { row };
    return newest({ ...before, [key]: { ...own, ...of } }, tally.method);
  }
  const all = { ...NO_FAILURES, since: own.since, row };
  return newest({ ...before, [key]: own, [whole]: all }, tally.method);
}
