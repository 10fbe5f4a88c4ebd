/**
 * What strangers have wrong of somebody: by network, and of all together. Time alone
 * ends it, of people and of decoys alike. Pure.
 *
 * @module
 */
import { type Method, METHODS } from "@/lib/domain/method.ts";
import type { Failures, Person } from "@/lib/domain/person.ts";

/** The counts of a person, by what they count for. */
export type Counts = Person["failures"];

/** In milliseconds: so long what all have wrong together counts, after the last. No store keeps a decoy for ever for one wrong proof. */
export const KEEP_ALL: number = 400 * 24 * 60 * 60_000;

/** As many networks are remembered for each method: the oldest goes first, so that no record grows for ever. */
const NETWORKS = 50;

/** Whether anything is counted of all together. */
export function hasAll({ failures }: Pick<Person, "failures">): boolean {
  return Object.values(failures).some(({ row = 0 }) => row > 0);
}

/** Whether what is counted of all together counts no more. */
export function isForgotten({ since }: Failures, now: number): boolean {
  return since !== null && now >= since + KEEP_ALL;
}

/** Without the networks of that method that are too many. */
export function newest(counts: Counts, method: Method): Counts {
  const all = Object.entries(counts);
  const networks = all
    .filter(([key]) => isNetwork(key, method))
    .toSorted(([, a], [, b]) => (b.since ?? 0) - (a.since ?? 0));
  const dropped = new Set(networks.slice(NETWORKS).map(([key]) => key));
  return Object.fromEntries(all.filter(([key]) => !dropped.has(key)));
}

/**
 * The counts with those of strangers that went on elsewhere, where a decoy stood in
 * for the person: of the two of each, the one that went further. What is forgotten
 * at `now` (epoch milliseconds) goes nowhere.
 */
export function takeOver(
  failures: Counts,
  { elsewhere, now }: { readonly elsewhere: Counts; readonly now: number },
): Counts {
  const still = (count: Failures | undefined) =>
    count === undefined || isForgotten(count, now) ? undefined : count;
  const further = Object.entries(elsewhere)
    .filter(([key, count]) =>
      key.startsWith("reset.") && still(count) !== undefined &&
      isFurther(count, still(failures[key]))
    );
  if (further.length === 0) return failures;
  const both = { ...failures, ...Object.fromEntries(further) };
  return METHODS.reduce(newest, both);
}

/** Of all together it only grows, whichever network was the last; of one it begins anew. */
function isFurther(a: Failures, b: Failures | undefined): boolean {
  if (b === undefined) return true;
  if (a.row !== undefined) return a.row > (b.row ?? 0);
  const [began, before] = [a.since ?? 0, b.since ?? 0];
  return began > before || began === before && a.wrong > b.wrong;
}

/** Whether a network's wrong proofs of the method are counted there. */
function isNetwork(key: string, method: Method): boolean {
  return /^reset\..+\./.test(key) && key.endsWith(`.${method}`);
}
