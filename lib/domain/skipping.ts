/**
 * Putting required registration off.
 *
 * @module
 */
import type { Person } from "@/lib/domain/person.ts";

/** What a policy says of it. */
export interface SkipPolicy {
  /** How often. */
  skipsAllowed: number;
  /** For how many days from the first time. */
  skipDays: number;
}

/** How often, and for how many days, it can still be put off: both at least 1. */
export interface SkipsLeft {
  /** How often. */
  times: number;
  /** For how many days, the begun one counted. */
  days: number;
}

const DAY = 24 * 60 * 60_000;

/** What is left at `now` (epoch milliseconds); `null` where it cannot be put off any more. */
export function skipsLeft(
  { skipped }: Pick<Person, "skipped">,
  { skipsAllowed, skipDays }: SkipPolicy,
  now: number,
): SkipsLeft | null {
  const since = skipped?.since ?? now;
  const times = skipsAllowed - (skipped?.times ?? 0);
  const days = Math.ceil((since + skipDays * DAY - now) / DAY);
  return times > 0 && days > 0 ? { times, days } : null;
}

/** What a person's count becomes when it is put off at `now`. */
export function skipOnce(
  { skipped }: Pick<Person, "skipped">,
  now: number,
): NonNullable<Person["skipped"]> {
  return { times: (skipped?.times ?? 0) + 1, since: skipped?.since ?? now };
}
