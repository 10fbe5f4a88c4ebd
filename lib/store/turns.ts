/**
 * Turns at a record that many requests of this process change at once: who has
 * lost a race for it stands in line, instead of losing the next ones as well.
 *
 * @module
 */

/** The last in each line, by store and key. */
const LINES = new WeakMap<Deno.Kv, Map<string, Promise<void>>>();

/**
 * Runs `job` when all who asked for a turn at that key before have had theirs.
 * It is told whether it waited. A job must not ask for another turn.
 */
export async function takeTurn<Result>(
  kv: Deno.Kv,
  key: Deno.KvKey,
  job: (waited: boolean) => Promise<Result>,
): Promise<Result> {
  const lines = LINES.get(kv) ?? new Map<string, Promise<void>>();
  LINES.set(kv, lines);
  const name = JSON.stringify(key);
  const before = lines.get(name);
  const { promise, resolve } = Promise.withResolvers<void>();
  lines.set(name, promise);
  try {
    await before;
    return await job(before !== undefined);
  } finally {
    resolve();
    if (lines.get(name) === promise) lines.delete(name);
  }
}
