/**
 * Faults that pass: the same request may succeed later.
 *
 * @module
 */

/** By name: a bundle may hold a class twice. */
const PASSING = new Set([
  "BusyError",
  "ContentionError",
  "DirectoryUnavailableError",
  "StoreUnavailableError",
]);

/** Whether the store or the directory cannot be asked now. */
export function isUnavailable(error: unknown): error is Error {
  return error instanceof Error && PASSING.has(error.name);
}
