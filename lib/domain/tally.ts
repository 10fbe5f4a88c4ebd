/**
 * Where wrong proofs are counted: by method, and by what is known of whoever makes
 * them, so that a stranger's stop nobody else. Pure.
 *
 * Somebody who is signed in is counted alone, and so are the devices that the
 * account knows. All others are counted by the network that they come from, and
 * what they get wrong in a row all together.
 *
 * @module
 */
import { STOPPED } from "@/lib/domain/failures.ts";
import { isForgotten } from "@/lib/domain/in_row.ts";
import type { Method } from "@/lib/domain/method.ts";
import {
  type Failures,
  failuresOf,
  NO_FAILURES,
  type Person,
} from "@/lib/domain/person.ts";
import type { Session } from "@/lib/domain/session.ts";

/** Who makes a proof: somebody signed in, a known device, or a stranger from that network. */
export type Lane = "own" | "known" | `reset.${string}`;

/** One count. */
export interface Tally {
  /** What is proved. */
  readonly method: Method;
  /** By whom. */
  readonly lane: Lane;
}

type Counts = Person["failures"];

/** As many networks are remembered for each method: the oldest goes first, so that no record grows for ever. */
const NETWORKS = 50;

/** The lane of a session or a reset. */
export function laneOf(
  { lane = null, block }: Pick<Session, "lane" | "block">,
): Lane {
  if (lane !== null) return "known";
  return block === undefined ? "own" : `reset.${block}`;
}

/**
 * What counts against a proof at `now` (epoch milliseconds). In a row it counts
 * where nobody has given the password, and but for passkeys: nobody guesses a
 * signature.
 */
export function readTally(
  person: Pick<Person, "failures">,
  tally: Tally,
  now: number,
): Failures {
  const counted = failuresOf(person, keyOf(tally));
  if (tally.lane === "own" || tally.method === "passkey") return counted;
  const all = failuresOf(person, rowOf(tally));
  const row = isForgotten(all, now) ? 0 : all.row ?? 0;
  return { ...counted, row, until: all.until ?? counted.until };
}

/**
 * The person with what a proof has made of that. A right one clears the count of its
 * method and of known devices where those are less known, and what strangers have in
 * a row. What a network has used up stays, or one could see there that the owner has
 * been here.
 */
export function writeTally(
  person: Person,
  tally: Tally,
  failures: Failures,
): Person {
  const right = failures.wrong === 0;
  const all = right
    ? cleared(person.failures, tally)
    : counted(person.failures, tally, failures);
  return { ...person, failures: Object.fromEntries(all) };
}

/** The person with the method set up anew: nothing is counted against it. */
export function forgetTallies(person: Person, method: Method): Person {
  const others = Object.entries(person.failures)
    .filter(([key]) => key !== method && !key.endsWith(`.${method}`));
  return { ...person, failures: Object.fromEntries(others) };
}

function keyOf({ method, lane }: Tally): string {
  return lane === "own" ? method : `${lane}.${method}`;
}

/** Where it is counted in a row. */
function rowOf({ method, lane }: Tally): string {
  return lane === "known" ? `known.${method}` : `reset.${method}`;
}

function cleared(before: Counts, tally: Tally): [string, Failures][] {
  const { method, lane } = tally;
  const gone = [keyOf(tally), rowOf(tally)];
  if (lane === "own") gone.push(`known.${method}`);
  if (lane === "known") gone.push(`reset.${method}`);
  const opened = ({ until, ...rest }: Failures) => ({
    ...rest,
    until: until === STOPPED ? null : until,
  });
  return Object.entries(before)
    .filter(([key]) => !gone.includes(key))
    .map(([key, each]) => [
      key,
      isNetwork(key, method) ? opened(each) : each,
    ]);
}

/** Whether a network's wrong proofs of the method are counted there. */
function isNetwork(key: string, method: Method): boolean {
  return /^reset\..+\./.test(key) && key.endsWith(`.${method}`);
}

function counted(
  before: Counts,
  tally: Tally,
  { row, ...own }: Failures,
): [string, Failures][] {
  const [key, whole] = [keyOf(tally), rowOf(tally)];
  if (key === whole || row === undefined) {
    const inRow = row === undefined ? {} : { row };
    return newest({ ...before, [key]: { ...own, ...inRow } }, tally.method);
  }
  const until = own.until === STOPPED ? STOPPED : null;
  const all = { ...NO_FAILURES, since: own.since, until, row };
  return newest({ ...before, [key]: own, [whole]: all }, tally.method);
}

/** Without the networks of that method that are too many. */
function newest(counts: Counts, method: Method): [string, Failures][] {
  const all = Object.entries(counts);
  const networks = all
    .filter(([key]) => isNetwork(key, method))
    .toSorted(([, a], [, b]) => (b.since ?? 0) - (a.since ?? 0));
  const dropped = new Set(networks.slice(NETWORKS).map(([key]) => key));
  return all.filter(([key]) => !dropped.has(key));
}
