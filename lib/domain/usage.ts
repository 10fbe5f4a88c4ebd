/**
 * Counting against limits with a sliding log: what was spent, and when.
 *
 * A fixed window would let two bursts through at its edge; this log never lets
 * more than `max` into any stretch of `within`, wherever it begins.
 *
 * @module
 */
import type { Window } from "@/lib/domain/limits.ts";

/** What was spent, oldest first: epoch milliseconds and how many. */
export type Usage = readonly (readonly [at: number, count: number])[];

/** Whether one more fits; if not, when it will, in epoch milliseconds. */
export type Spent =
  | { ok: true; usage: Usage }
  | { ok: false; until: number };

/** Limits up to this are kept to the millisecond, and as many entries at most. */
const EXACT = 100;

/**
 * Spends one at `now`, if every window allows it. A refusal changes nothing,
 * so asking again does not lengthen the wait. A clock that goes back is taken
 * as standing still.
 *
 * Entries that only larger limits still need are joined into hundredths of
 * their window and dated at their last, so a join can delay but never admit.
 */
export function spend(
  usage: Usage,
  windows: readonly Window[],
  now: number,
): Spent {
  const at = Math.max(now, usage.at(-1)?.[0] ?? now);
  const until = Math.max(...windows.map((window) => freeAt(usage, window)));
  if (until > at) return { ok: false, until };
  return { ok: true, usage: compact([...usage, [at, 1]], windows, at) };
}

/** Spends one as soon as every window allows it: now, or behind those that wait already. Says when, in epoch milliseconds. */
export function reserve(
  usage: Usage,
  windows: readonly Window[],
  now: number,
): { usage: Usage; at: number } {
  const spent = spend(usage, windows, now);
  if (!spent.ok) return reserve(usage, windows, spent.until);
  return { usage: spent.usage, at: spent.usage.at(-1)?.[0] ?? now };
}

/** How many more fit at `now` into every window. */
export function leftOf(
  usage: Usage,
  windows: readonly Window[],
  now: number,
): number {
  return Math.min(...windows.map(({ max, within }) => {
    const recent = usage.filter(([at]) => now < at + within);
    return max - recent.reduce((sum, [, count]) => sum + count, 0);
  }));
}

/** When the window has room: the entry that fills it, counted from the newest, must leave it. */
function freeAt(usage: Usage, { max, within }: Window): number {
  let count = 0;
  for (const [at, more] of usage.toReversed()) {
    count += more;
    if (count >= max) return at + within;
  }
  return -Infinity;
}

function compact(
  usage: Usage,
  windows: readonly Window[],
  now: number,
): Usage {
  const kept: [number, number][] = [];
  for (const [at, count] of usage) {
    const grain = grainAt(now - at, windows);
    const last = kept.at(-1);
    if (grain === null) continue;
    if (last && sameSlot(last[0], at, grain)) {
      kept[kept.length - 1] = [at, last[1] + count];
    } else kept.push([at, count]);
  }
  return kept;
}

/** How coarsely an entry of that age may be dated, in milliseconds; `null` once no window needs it. */
function grainAt(age: number, windows: readonly Window[]): number | null {
  const grains = windows
    .filter(({ within }) => within > age)
    .map(({ max, within }) => max <= EXACT ? 1 : within / 100);
  return grains.length === 0 ? null : Math.min(...grains);
}

function sameSlot(a: number, b: number, grain: number): boolean {
  return Math.floor(a / grain) === Math.floor(b / grain);
}
