/**
 * Faults that pass: the same request may succeed later.
 *
 * @module
 */

/** Names, as classes do not survive a bundle of their own in every chunk. */
const PASSING = new Set([
  "BusyError",
  "ContentionError",
  "DirectoryUnavailableError",
]);

/** Whether the store or the directory cannot be asked now. */
export function isUnavailable(error: unknown): error is Error {
  return error instanceof Error &&
    (PASSING.has(error.name) || isStoreDown(error));
}

/** Deno KV has no class for its own faults: a closed or locked file, an unreachable server. */
function isStoreDown({ message }: Error): boolean {
  return /database|sqlite|disk|already closed|bad resource|connect|network/i
    .test(message);
}
