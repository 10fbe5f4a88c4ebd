/**
 * Waits between tries, each of a random length, so that those who collided do
 * not collide again.
 *
 * @module
 */

/** The first wait is shorter than this, in milliseconds; each may be twice as long as the one before. */
const FIRST = 4;

/** No wait is longer than this, in milliseconds. */
const LONGEST = 256;

/** Waits after the `round`-th refusal, counted from 0. */
export type Pause = (round: number) => Promise<void>;

/** How long to wait after the `round`-th refusal, in milliseconds; `share` is in [0, 1). */
export function waitAfter(round: number, share: number): number {
  return Math.min(FIRST * 2 ** round, LONGEST) * share;
}

/** Waits as long as {@linkcode waitAfter} says, by chance. */
export function backOff(round: number): Promise<void> {
  // deno-lint-ignore house/world -- chance decides when to try again, never what is done
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  const ms = waitAfter(round, draw / 2 ** 32);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
