/**
 * Counting wrong proofs of one method, whatever the method is. Pure.
 *
 * @module
 */
import type { Limits } from "@/lib/domain/limits.ts";
import { type Failures, NO_FAILURES } from "@/lib/domain/person.ts";

/** Until when as many were wrong as may, in epoch milliseconds; `null` where fewer were. */
export function blockedUntil(failures: Failures, now: number): number | null {
  return failures.until !== null && now < failures.until
    ? failures.until
    : null;
}

/**
 * One more failure: the first of a new count where the old one's wait or window is
 * over. That of all together goes on through every wait (NIST SP 800-63B-4 §3.2.2).
 */
export function countFailure(
  failures: Failures,
  at: number,
  { method }: Limits,
): Failures {
  const over = failures.until !== null || isStale(failures, at, method.within);
  const { wrong, since } = over ? NO_FAILURES : failures;
  const row = failures.row === undefined ? {} : { row: failures.row + 1 };
  const counted = { wrong: wrong + 1, since: since ?? at, ...row };
  const until = wrong + 1 >= method.wrong ? at + method.wait : null;
  return { ...counted, until };
}

/** How many wrong ones may follow before none is taken, or a longer one is asked for. */
export function triesLeft(
  { wrong, row = 0 }: Failures,
  { method }: Limits,
): number {
  return Math.min(method.wrong - wrong, method.row - row);
}

/** Whether a proof was judged in between and was wrong, whatever it was answered. */
export function isOneMore(before: Failures, after: Failures): boolean {
  return after !== before && after.wrong > 0;
}

function isStale(
  { since }: Failures,
  at: number,
  within: number,
): boolean {
  return since !== null && at >= since + within;
}
