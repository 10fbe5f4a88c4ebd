/**
 * Group commit: what several requests commit while another commit is under way
 * goes to the store together, and costs one fsync instead of one each.
 *
 * @module
 */
import type { Change } from "@/lib/store/record.ts";

/** Commits all changes or none; `null` where a record has changed since it was read. */
export type Commit = (changes: readonly Change[]) => Promise<string | null>;

/** Changes that wait for the commit under way. */
interface Waiting extends PromiseWithResolvers<string | null> {
  readonly changes: readonly Change[];
}

/** Records in one commit: Deno KV takes 100 checks. */
const MAX_RECORDS = 60;

/** Those that wait, of each store that commits just now. */
const LINES = new WeakMap<Deno.Kv, Waiting[]>();

/**
 * Commits by `direct`, which takes what it is given as one: at once where that
 * store is idle, else with all that wait and name none of the same records. A
 * group is as if they had come one after the other, since none reads or writes
 * what another does.
 */
export async function commitGrouped(
  kv: Deno.Kv,
  changes: readonly Change[],
  direct: Commit,
): Promise<string | null> {
  const line = LINES.get(kv);
  if (line) {
    const waiting = { changes, ...Promise.withResolvers<string | null>() };
    line.push(waiting);
    return await waiting.promise;
  }
  const own: Waiting[] = [];
  LINES.set(kv, own);
  try {
    return await direct(changes);
  } finally {
    drain(kv, own, direct);
  }
}

/** Never rejects: who waits hears of it. */
async function drain(
  kv: Deno.Kv,
  line: Waiting[],
  direct: Commit,
): Promise<void> {
  while (line.length > 0) await commitAll(takeGroup(line), direct);
  LINES.delete(kv);
}

/** Takes the first that waits out of the line, and all that can go with it. */
function takeGroup(line: Waiting[]): Waiting[] {
  const taken = new Set<string>();
  const fits = ({ changes }: Waiting) => {
    // Two keys that read alike wait for each other, which harms nobody.
    const keys = changes.map(({ entry }) => entry.ref.key.join());
    const room = taken.size === 0 || taken.size + keys.length <= MAX_RECORDS;
    if (!room || keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  };
  const { group = [], rest = [] } = Object.groupBy(
    line,
    (waiting) => fits(waiting) ? "group" : "rest",
  );
  line.splice(0, line.length, ...rest);
  return group;
}

/** Where the group fails, each goes alone: one that lost a race stops no other. */
async function commitAll(
  group: readonly Waiting[],
  direct: Commit,
): Promise<void> {
  const together = group.length > 1
    ? await direct(group.flatMap(({ changes }) => changes)).catch(() => null)
    : null;
  if (together !== null) {
    for (const { resolve } of group) resolve(together);
    return;
  }
  await Promise.all(
    group.map(({ changes, resolve, reject }) =>
      direct(changes).then(resolve, reject)
    ),
  );
}
