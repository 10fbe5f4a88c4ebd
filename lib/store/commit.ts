/**
 * The one place that commits, and that knows what a busy store says.
 *
 * @module
 */
import { backOff, type Pause } from "@/lib/store/backoff.ts";
import { ContentionError } from "@/lib/store/errors.ts";

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

/** Runs `job` until the file is not locked by another process. Throws {@linkcode ContentionError}. */
export async function whenUnlocked<Result>(
  job: () => Promise<Result>,
  pause: Pause = backOff,
): Promise<Result> {
  for (let round = 0; round < MAX_TRIES; round++) {
    try {
      return await job();
    } catch (error) {
      if (!isLocked(error)) throw error;
    }
    await pause(round);
  }
  throw new ContentionError([], MAX_TRIES);
}

/** SQLite's words, which Deno KV passes on without a class or a code of their own. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && error.message.includes("database is locked");
}
