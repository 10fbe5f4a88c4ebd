/**
 * The one place that commits, and that knows what a busy store says.
 *
 * @module
 */
import { backOff, type Pause } from "@/lib/store/backoff.ts";
import { ContentionError, StoreUnavailableError } from "@/lib/store/errors.ts";

/** Tries before giving up; four processes on one file were seen to need 27. */
const MAX_TRIES = 30;

/**
 * Commits what `make` builds. Where another process holds the file the commit
 * wrote nothing, so it is built and tried again. Throws {@linkcode ContentionError}.
 */
export function commitAtomic(
  make: () => Deno.AtomicOperation,
  pause: Pause = backOff,
): Promise<Deno.KvCommitResult | Deno.KvCommitError> {
  return whenUnlocked(() => make().commit(), pause);
}

/**
 * Runs `job`, which asks the store and does nothing else, until the file is not
 * locked by another process. Throws {@linkcode ContentionError} and
 * `StoreUnavailableError`.
 */
export async function whenUnlocked<Result>(
  job: () => Promise<Result>,
  pause: Pause = backOff,
): Promise<Result> {
  for (let round = 0; round < MAX_TRIES; round++) {
    try {
      return await job();
    } catch (error) {
      if (!isLocked(error)) throw new StoreUnavailableError(error);
    }
    await pause(round);
  }
  throw new ContentionError([], MAX_TRIES);
}

/** SQLite's words, which Deno KV passes on without a class or a code of their own. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && error.message.includes("database is locked");
}
