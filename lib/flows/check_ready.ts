/**
 * Whether this process can serve.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import { listOutgoing } from "@/lib/store/outbox.ts";

/** What works. */
export interface Ready {
  /** The store answers. */
  store: boolean;
  /** No message is overdue: they leave, or are given up in time. */
  outbox: boolean;
}

/** A message that nobody has taken for so long, in milliseconds, will not leave by itself. */
const OVERDUE = 2 * 60_000;

/** Asks the store for what waits in the outbox. */
export async function checkReady(deps: Deps): Promise<Ready> {
  try {
    // The sweeps tell of a message that cannot be read.
    const waiting = await listOutgoing(deps.kv, () => {});
    const late = deps.now() - OVERDUE;
    const outbox = waiting.every(({ value }) => (value?.nextAt ?? 0) >= late);
    return { store: true, outbox };
  } catch (error) {
    const fault = error instanceof Error ? error.name : typeof error;
    deps.log("sys_unavailable", { fault });
    return { store: false, outbox: false };
  }
}
