/**
 * A bound on how much runs at once, and on how much waits for it.
 *
 * @module
 */

/** Too much waits already; the same request may succeed later. */
export class BusyError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "BusyError";
}

/** Runs a job when there is room for it, in the order of asking. Rejects with {@linkcode BusyError}. */
export type Slots = <Result>(job: () => Promise<Result>) => Promise<Result>;

/** Returns room for `count` jobs at once and `waiting` more. */
export function slots(count: number, waiting: number): Slots {
  const queue: (() => void)[] = [];
  let free = count;
  /** A slot that is given up goes to the first who waits, so nobody can slip in between. */
  function leave(): void {
    const next = queue.shift();
    if (next === undefined) free++;
    else next();
  }
  function enter(): Promise<void> {
    if (free > 0) {
      free--;
      return Promise.resolve();
    }
    if (queue.length >= waiting) {
      return Promise.reject(
        new BusyError(`Cannot queue a job: ${waiting} wait already`),
      );
    }
    return new Promise((resolve) => queue.push(resolve));
  }
  return async (job) => {
    await enter();
    try {
      return await job();
    } finally {
      leave();
    }
  };
}
