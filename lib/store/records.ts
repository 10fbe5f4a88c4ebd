/**
 * Reading records, and the one way to change several of them at once.
 *
 * Every record that a change names is checked against the version that was
 * read, so a lost update cannot be written by leaving a check out.
 *
 * @module
 */
import { backOff } from "@/lib/store/backoff.ts";
import { decode, encode } from "@/lib/store/codec.ts";
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import { absent } from "@/lib/store/entries.ts";
import { ContentionError } from "@/lib/store/errors.ts";
import { commitGrouped } from "@/lib/store/group_commit.ts";
import type {
  Change,
  Decision,
  Entries,
  Entry,
  Ref,
  Transacted,
} from "@/lib/store/record.ts";
import { takeTurn } from "@/lib/store/turns.ts";

/** Commits lost to racing requests before giving up. */
const MAX_ROUNDS = 40;

/** Keys that Deno KV reads in one operation. */
const BATCH = 10;

/**
 * Reads records, ten to an operation. More than ten may not be of one moment;
 * the checks of a commit make up for that. Throws `StoredValueError`.
 */
export async function read<const Refs extends readonly Ref<unknown>[]>(
  kv: Deno.Kv,
  refs: Refs,
): Promise<Entries<Refs>> {
  const batches: Promise<Deno.KvEntryMaybe<unknown>[]>[] = [];
  for (let i = 0; i < refs.length; i += BATCH) {
    const keys = refs.slice(i, i + BATCH).map(({ key }) => key);
    batches.push(whenUnlocked(() => kv.getMany(keys)));
  }
  const found = (await Promise.all(batches)).flat();
  const entries = refs.map((ref, i) => entryOf(ref, found[i]));
  // One entry for each ref, in the same order, which `map()` cannot say.
  return entries as unknown as Entries<Refs>;
}

function entryOf<Value>(
  ref: Ref<Value>,
  raw: Deno.KvEntryMaybe<unknown> | undefined,
): Entry<Value> {
  if (raw === undefined || raw.versionstamp === null) return absent(ref);
  const { versionstamp } = raw;
  return { ref, value: decode(ref, raw.value), versionstamp };
}

/** Commits all changes or none; `null` where a record has changed since it was read. */
export function commit(
  kv: Deno.Kv,
  changes: readonly Change[],
): Promise<string | null> {
  return commitGrouped(kv, changes, (all) => commitNow(kv, all));
}

async function commitNow(
  kv: Deno.Kv,
  changes: readonly Change[],
): Promise<string | null> {
  const result = await commitAtomic(() => {
    const atomic = kv.atomic();
    for (const { entry, to } of changes) stage(atomic, entry, to);
    return atomic;
  });
  return result.ok ? result.versionstamp : null;
}

function stage(
  atomic: Deno.AtomicOperation,
  { ref, versionstamp }: Entry<unknown>,
  value: unknown,
): void {
  if (versionstamp !== undefined) atomic.check({ key: ref.key, versionstamp });
  if (value === null) {
    atomic.delete(ref.key);
  } else {
    const expireIn = ref.keepOf?.(value) ?? ref.keep;
    const options = expireIn ? { expireIn } : {};
    atomic.set(ref.key, encode(ref, value), options);
  }
}

/**
 * Decides on `entries` and commits, reading the same records again and deciding
 * anew as often as another request came first. Of this process, those who lost a
 * race for one record try one after the other. A decision must have no effect of
 * its own. Throws {@linkcode ContentionError}.
 */
export async function transact<
  const Found extends readonly Entry<unknown>[],
  Result,
>(
  kv: Deno.Kv,
  entries: Found,
  decide: (entries: Found) => Decision<Result>,
): Promise<Transacted<Result>> {
  const first = await attempt(kv, entries, decide);
  if (first !== null) return first;
  const again = await readAgain(kv, entries);
  const key = changedKey(entries, again);
  return await takeTurn(kv, key, async (waited) => {
    let found = waited ? await readAgain(kv, entries) : again;
    for (let round = 1; round < MAX_ROUNDS; round++) {
      const done = await attempt(kv, found, decide);
      if (done !== null) return done;
      await backOff(round);
      found = await readAgain(kv, entries);
    }
    throw new ContentionError(key, MAX_ROUNDS);
  });
}

/** `null` where another request came first. */
async function attempt<Found, Result>(
  kv: Deno.Kv,
  found: Found,
  decide: (entries: Found) => Decision<Result>,
): Promise<Transacted<Result> | null> {
  const { changes, result } = decide(found);
  if (changes.length === 0) return { result, versionstamp: null };
  const versionstamp = await commit(kv, changes);
  return versionstamp === null ? null : { result, versionstamp };
}

async function readAgain<Found extends readonly Entry<unknown>[]>(
  kv: Deno.Kv,
  entries: Found,
): Promise<Found> {
  const again = await read(kv, entries.map(({ ref }) => ref));
  // The same refs in the same order, so the same types.
  return again as unknown as Found;
}

/** The first record that another request has changed; of all that are written over, the first. */
function changedKey(
  before: readonly Entry<unknown>[],
  after: readonly Entry<unknown>[],
): Deno.KvKey {
  const changed = before.find(({ versionstamp }, i) =>
    versionstamp !== after[i]?.versionstamp
  );
  return (changed ?? before[0])?.ref.key ?? [];
}
