/**
 * The outbox's rounds: what was put off, and what a stopped process left.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import { handOver } from "@/lib/flows/hand_over.ts";
import { listOutgoing } from "@/lib/store/outbox.ts";

/** Messages that one sweep sends at a time. */
const LANES = 8;

/** Hands over every message that is due: at the start, and from time to time. */
export async function sweep(deps: Deps): Promise<void> {
  const now = deps.now();
  // Its message names the key, and nothing of what is there.
  const unreadable = ({ name, message }: Error) =>
    deps.log("delivery_fault", { error: name, detail: message });
  const due = (await listOutgoing(deps.kv, unreadable))
    .filter(({ value }) => value !== null && value.nextAt <= now)
    .values();
  const lane = async () => {
    for (const { ref } of due) await sweepOne(deps, String(ref.key.at(-1)));
  };
  await Promise.all(Array.from({ length: LANES }, lane)); // They share the iterator.
}

/** One message that cannot be read or settled keeps no other waiting. */
async function sweepOne(deps: Deps, slot: string): Promise<void> {
  try {
    await handOver(deps, slot);
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    deps.log("delivery_fault", { error: name });
  }
}
