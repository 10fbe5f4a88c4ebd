/**
 * What becomes of an outbox slot after an attempt.
 *
 * @module
 */
import type { Message, Receipt } from "@/lib/delivery/delivery.ts";
import type { Channel } from "@/lib/domain/method.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { sealMessage } from "@/lib/flows/sealed_message.ts";
import type { Handover, Outgoing } from "@/lib/store/outbox.ts";
import { change } from "@/lib/store/entries.ts";
import type { Entry } from "@/lib/store/record.ts";
import { commit } from "@/lib/store/records.ts";

/** The two records of one outbox slot, as they were read. */
export interface Slot {
  /** The message that waits, if any. */
  readonly outgoing: Entry<Outgoing>;
  /** What became of the last one, if any. */
  readonly receipt: Entry<Handover>;
}

/** A message to stage. */
export interface Draft {
  /** The message; its ID is its own, not the slot's. */
  readonly message: Message;
  /** When it is no longer worth sending, in epoch milliseconds. */
  readonly until: number;
  /** How long whoever stages it has it to itself, in milliseconds; two seconds where absent. */
  readonly headStart?: number;
}

/** A message that is being sent, and the records it came from. */
export interface Held extends Slot, Draft {
  /** How many attempts were made before this one. */
  readonly attempts: number;
}

/** How a message ended. */
export interface End {
  /** Where it stands. */
  readonly state: Exclude<Handover["state"], "queued">;
  /** Why it failed; `null` where it did not. */
  readonly why: Handover["why"];
}

/** Waits before trying again what was not taken, in milliseconds; the last repeats. */
const BACKOFF = [2_000, 5_000, 15_000, 30_000, 60_000] as const;

/** Writes what an attempt came to: an end, or the next attempt. */
export async function settle(
  deps: Deps,
  held: Held,
  receipt: Receipt,
): Promise<void> {
  const { channel } = held.message;
  if (receipt.ok) {
    await close(deps, held, { channel, state: "sent", why: null });
  } else if (receipt.why === "unknown") {
    await close(deps, held, { channel, state: "unknown", why: null });
  } else {
    const nextAt = receipt.why === "refused" ? null : nextAttempt(deps, held);
    if (nextAt !== null) return await requeue(deps, held, nextAt);
    await close(deps, held, { channel, state: "failed", why: receipt.why });
  }
}

/**
 * Wipes the message of a slot and leaves a receipt; none where the channel is
 * `null`, not known any more. A newer message in the slot is left alone.
 */
export async function close(
  deps: Deps,
  { outgoing, receipt }: Slot,
  { channel, state, why }: End & { channel: Channel | null },
): Promise<void> {
  const wipe = change(outgoing, null);
  const left = channel && { state, at: deps.now(), channel, why };
  const changes = left ? [wipe, change(receipt, left)] : [wipe];
  const closed = await commit(deps.kv, changes) !== null;
  if (closed) deps.log(`delivery_${state}`, { channel, why });
}

/** When to try again, in epoch milliseconds; `null` where it would be too late. */
function nextAttempt({ now }: Deps, { attempts, until }: Held): number | null {
  const last = BACKOFF.length - 1;
  const at = now() + (BACKOFF[Math.min(attempts, last)] ?? 0);
  return at < until ? at : null;
}

/** Puts the message back; its receipt says meanwhile why it is late. */
async function requeue(
  deps: Deps,
  { outgoing, receipt, message, attempts, until }: Held,
  nextAt: number,
): Promise<void> {
  const { channel } = message;
  const sealed = sealMessage(deps.keyring, message);
  const queued = await commit(deps.kv, [
    change(outgoing, {
      state: "queued",
      message: sealed,
      attempts: attempts + 1,
      nextAt,
      until,
    }),
    change(receipt, {
      state: "queued",
      at: deps.now(),
      channel,
      why: "unreachable",
    }),
  ]);
  if (queued !== null) {
    deps.log("delivery_retry", { channel, attempts: attempts + 1 });
  }
}
