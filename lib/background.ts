/**
 * What goes on after a response: the graceful stop waits for it.
 *
 * @module
 */

/** Tasks that are under way. */
export interface Background {
  /** Starts a task; a fault goes to `onFault` and ends nothing else. */
  later(task: () => Promise<void>): void;
  /** Waits until no task is under way. */
  drain(): Promise<void>;
}

/** Returns a background without tasks. */
export function background(onFault: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    later(task) {
      const run = task().catch(onFault).finally(() => running.delete(run));
      running.add(run);
    },
    async drain() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
