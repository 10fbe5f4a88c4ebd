/**
 * Whether something that lives for a while still does, the one place where that
 * is judged. Pure.
 *
 * @module
 */

/** How far the clocks of two servers may be apart, in milliseconds. */
export const SKEW: number = 2 * 60_000;

/** From when until when something counts, in epoch milliseconds. */
export interface Life {
  /** When it began, or was last seen to live. */
  readonly from: number;
  /** Its first moment no more. */
  readonly until: number;
}

/**
 * Whether it counts at `now`. What began later than now did so before the clock
 * went back, nobody knows how long ago, so it is over.
 */
export function isAlive({ from, until }: Life, now: number): boolean {
  return from <= now + SKEW && now < until;
}

/** The same of what lasts `life` milliseconds. */
export function isWithin(from: number, life: number, now: number): boolean {
  return isAlive({ from, until: from + life }, now);
}
