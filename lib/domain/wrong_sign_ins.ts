/**
 * The lock of an account of the embedded directory: it closes after some wrong
 * sign-ins in a row, for a time that grows (NIST SP 800-63B-4 §3.2.2). It opens
 * by itself, since a stranger may have closed it.
 *
 * @module
 */

/** Wrong sign-ins in a row under one name. Times are epoch milliseconds. */
export interface WrongSignIns {
  /** How many. */
  count: number;
  /** When the last of them was. */
  at: number;
  /** Until when no password is right; `null` where the count is too low. */
  until: number | null;
}

const MINUTE = 60_000;

/** The first lock, and the longest: each lasts twice as long as the one before (Entra's smart lockout begins alike). */
export const LOCK = { first: MINUTE, longest: 60 * MINUTE } as const;

/** They are in a row as long as no more than so many milliseconds lie between two of them. */
export const IN_A_ROW = 24 * 60 * MINUTE;

/** Whether no password is right at `now`. */
export function isLocked(wrong: WrongSignIns | null, now: number): boolean {
  return wrong !== null && wrong.until !== null && now < wrong.until;
}

/**
 * Counts one more, at `now`. From the `lockAfter`-th on each one locks; 0 never
 * does. One that comes while it is locked changes nothing, so asking again does
 * not lengthen the wait.
 */
export function countWrong(
  before: WrongSignIns | null,
  { lockAfter, now }: { lockAfter: number; now: number },
): WrongSignIns {
  if (before !== null && isLocked(before, now)) return before;
  // A clock that goes back is taken as standing still.
  const at = Math.max(now, before?.at ?? now);
  const row = before !== null && at - before.at < IN_A_ROW ? before.count : 0;
  const count = row + 1;
  const locks = lockAfter > 0 && count >= lockAfter;
  return { count, at, until: locks ? at + lockFor(count - lockAfter) : null };
}

/** In milliseconds, for a lock with so many before it. */
function lockFor(before: number): number {
  return Math.min(LOCK.first * 2 ** before, LOCK.longest);
}
