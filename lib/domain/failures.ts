/**
 * Counting wrong proofs of one method, whatever the method is. Pure.
 *
 * @module
 */
import type { Limits } from "@/lib/domain/limits.ts";
import { type Failures, NO_FAILURES } from "@/lib/domain/person.ts";

/** Until when the method takes and sends no proof, in epoch milliseconds; `null` where it does. */
export function blockedUntil(failures: Failures, now: number): number | null {
  return failures.until !== null && now < failures.until
    ? failures.until
    : null;
}

/** One more failure: the first of a new count where the old one's wait or window is over. */
export function countFailure(
  failures: Failures,
  at: number,
  { method }: Limits,
): Failures {
  const over = failures.until !== null || isStale(failures, at, method.within);
  const { wrong, since } = over ? NO_FAILURES : failures;
  const until = wrong + 1 >= method.wrong ? at + method.wait : null;
  return { wrong: wrong + 1, since: since ?? at, until };
}

function isStale(
  { since }: Failures,
  at: number,
  within: number | null,
): boolean {
  return within !== null && since !== null && at >= since + within;
}
