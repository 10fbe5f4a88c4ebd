/**
 * Challenges: what a browser does before the service looks at a name, when
 * there is reason to suspect a machine. Either it finds a number whose hash
 * begins with so many zero bits, or it waits. Nobody is asked to read, hear or
 * remember anything (WCAG 2.2 3.3.8). It puts a price on volume and replaces no
 * budget.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Window } from "@/lib/domain/limits.ts";
import type { Usage } from "@/lib/domain/usage.ts";

/** How much suspicion there is: from none beyond that a challenge is due, to as much as there can be. */
export type Suspicion = 0 | 1 | 2 | 3;

/** How long a challenge may be answered, in milliseconds. */
export const CHALLENGE_LIFE: number = 10 * 60_000;

/** Characters of a seed: six words of SHA-256, as the script in `static/` takes them. */
export const SEED_LENGTH = 24;

/** Zero bits. A phone eight times slower than one core of a server takes 0.5 s for 16 of them, 2.2 s for 18, 9 s for 20. */
const BITS = [16, 17, 18, 20] as const;

/** Waits in milliseconds. The wait is over in the same visit, and within the life of the challenge. */
const WAITS = [10_000, 20_000, 40_000, 80_000] as const;

/** From these shares of a window on there is more suspicion; a full one is as much as there can be. */
const SHARES = [0.25, 0.5, 1] as const;

/** The zero bits that are asked for. */
export function workBits(suspicion: Suspicion): number {
  return BITS[suspicion];
}

/** How long whoever cannot work waits, in milliseconds. */
export function ticketWait(suspicion: Suspicion): number {
  return WAITS[suspicion];
}

/** How suspicious it is that so many challenges were passed lately: the worst of the windows counts. */
export function suspicionOf(
  passed: readonly (readonly [usage: Usage, window: Window])[],
  now: number,
): Suspicion {
  const shares = passed.map(([usage, { max, within }]) => {
    const recent = usage.filter(([at]) => at > now - within);
    return recent.reduce((sum, [, count]) => sum + count, 0) / max;
  });
  const most = Math.max(0, ...shares);
  const [some, half, full] = SHARES;
  if (most >= full) return 3;
  if (most >= half) return 2;
  return most >= some ? 1 : 0;
}

/** Whether SHA-256 of the seed and of `answer`, as 32 bits after it, begins with so many zero bits. */
export function isSolution(
  seed: string,
  answer: string,
  bits: number,
): boolean {
  const number = Number(answer);
  if (!/^\d{1,10}$/.test(answer) || number >= 2 ** 32) return false;
  const bytes = new Uint8Array(SEED_LENGTH + 4);
  bytes.set(new TextEncoder().encode(seed).subarray(0, SEED_LENGTH));
  const view = new DataView(bytes.buffer);
  view.setUint32(SEED_LENGTH, number);
  const first = new DataView(sha256(bytes).buffer).getUint32(0);
  return Math.clz32(first) >= bits;
}
