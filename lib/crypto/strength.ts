/**
 * How long a password would withstand guessing, by zxcvbn, off the event loop:
 * the worker starts with the first password and ends with the last that waits,
 * so that a server which judges none holds no dictionary.
 *
 * @module
 */
import { slots } from "@/lib/crypto/slots.ts";

/** What is judged. */
export interface StrengthJob {
  /** The password. */
  password: string;
  /** What anybody who guesses would try first: the person's name, the host. */
  about: readonly string[];
}

/**
 * The score of a password: 0 is guessed at once, 3 withstands 10⁸ guesses, 4
 * withstands 10¹⁰; `null` where it could not be said in time. Rejects with
 * `BusyError` when too many wait.
 */
export type Strength = (job: StrengthJob) => Promise<number | null>;

/** How the worker is used. */
export interface StrengthOptions {
  /** How long one password may take, in milliseconds; the first one starts the worker. */
  timeout?: number;
  /** Starts what answers, where not zxcvbn does. */
  start?(): Worker;
}

/** Passwords that may wait: at 15 ms each, a few seconds. */
const WAITING = 256;

/** The worst known takes 40 ms, the start 150 ms; the rest is for a machine that is busy. */
const TIMEOUT = 5_000;

/** Returns what judges passwords, one after the other. */
export function strengthMeter(
  { timeout = TIMEOUT, start = startWorker }: StrengthOptions = {},
): Strength {
  const slot = slots(1, WAITING);
  let worker: Worker | null = null;
  let waiting = 0;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  return async (job) => {
    waiting++;
    try {
      return await slot(async () => {
        worker ??= start();
        const score = await ask(worker, job, timeout);
        if (score === null) end();
        return score;
      });
    } finally {
      if (--waiting === 0) end();
    }
  };
}

/** It needs read permission for the worker's file. */
function startWorker(): Worker {
  return new Worker(new URL("./strength_worker.ts", import.meta.url), {
    type: "module",
  });
}

function ask(
  worker: Worker,
  job: StrengthJob,
  timeout: number,
): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const timer = setTimeout(() => resolve(null), timeout);
  worker.onmessage = ({ data }) =>
    resolve(typeof data === "number" ? data : null);
  worker.onerror = (event) => {
    event.preventDefault(); // Unprevented, it ends the process.
    resolve(null);
  };
  worker.postMessage(job);
  return promise.finally(() => clearTimeout(timer));
}
