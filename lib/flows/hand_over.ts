/**
 * Handing messages over to the delivery, each at most once.
 *
 * A message is staged in the commit that it belongs to, claimed by a commit of
 * its own that takes it out of the store, sent, and settled by a last one that
 * leaves a receipt. Of two processes that claim a message, the store refuses
 * one. A message that was claimed and never settled may have been sent, so it
 * is not sent again.
 *
 * @module
 */
import type { Message, Receipt } from "@/lib/delivery/delivery.ts";
import { sendWithin } from "@/lib/flows/send_within.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { openMessage, sealMessage } from "@/lib/flows/sealed_message.ts";
import {
  close,
  type Draft,
  type Held,
  settle,
  type Slot,
} from "@/lib/flows/settle.ts";
import { outgoingRef, receiptRef } from "@/lib/store/outbox.ts";
import { change } from "@/lib/store/entries.ts";
import type { Change } from "@/lib/store/record.ts";
import { commit, read } from "@/lib/store/records.ts";

/** A message that the caller's own commit has staged. */
export interface Staged extends Draft {
  /** The version which that commit made. */
  readonly versionstamp: string;
}

/** How long whoever staged a message has it to itself before a sweep takes it, in milliseconds. */
const HEAD_START = 2_000;

/** How long an attempt may take, in milliseconds: half the lease, so that it settles first. */
const SEND_TIMEOUT = 30_000;

/** After this long, in milliseconds, a message being sent counts as lost track of. */
const LEASE = 60_000;

/** Returns the changes that stage a message, in place of one that still waits in its slot. */
export function outgoing(
  deps: Pick<Deps, "keyring" | "now">,
  { outgoing, receipt }: Slot,
  { message, until, headStart = HEAD_START }: Draft,
): Change[] {
  const at = deps.now();
  const { channel } = message;
  return [
    change(outgoing, {
      state: "queued",
      message: sealMessage(deps.keyring, message),
      attempts: 0,
      nextAt: at + headStart,
      until,
    }),
    change(receipt, { state: "queued", at, channel, why: null }),
  ];
}

/**
 * Sends the message of a slot, if there is one and it is due; reads nothing
 * where the caller's own commit `staged` it a moment ago.
 */
export async function handOver(
  deps: Deps,
  slot: string,
  staged?: Staged,
): Promise<void> {
  const held = staged ? inHand(slot, staged) : await take(deps, slot);
  const claimed = held && await claim(deps, held);
  if (claimed) await settle(deps, claimed, await send(deps, claimed.message));
}

function inHand(slot: string, { versionstamp, ...draft }: Staged): Held {
  return {
    ...draft,
    attempts: 0,
    outgoing: { ref: outgoingRef(slot), value: null, versionstamp },
    receipt: { ref: receiptRef(slot), value: null, versionstamp },
  };
}

/** The message of a slot that is due; one that is past sending is closed instead. */
async function take(deps: Deps, slot: string): Promise<Held | null> {
  const [outgoing, receipt] = await read(
    deps.kv,
    [outgoingRef(slot), receiptRef(slot)] as const,
  );
  const now = deps.now();
  const found = outgoing.value;
  if (found === null || now < found.nextAt) return null;
  const { state, message, attempts, until } = found;
  const channel = receipt.value?.channel ?? null;
  if (state === "sending") {
    const end = { channel, state: "unknown", why: null } as const;
    await close(deps, { outgoing, receipt }, end);
  } else if (until <= now) {
    const end = { channel, state: "failed", why: "expired" } as const;
    await close(deps, { outgoing, receipt }, end);
  } else {
    const opened = openMessage(deps.keyring, message);
    return { message: opened, attempts, until, outgoing, receipt };
  }
  return null;
}

/** Takes the message out of the store; `null` where somebody else has, or a newer one replaced it. */
async function claim(deps: Deps, held: Held): Promise<Held | null> {
  const { outgoing, attempts, until } = held;
  const claimed = {
    state: "sending",
    message: "",
    attempts: attempts + 1,
    nextAt: deps.now() + LEASE,
    until,
  } as const;
  const versionstamp = await commit(deps.kv, [change(outgoing, claimed)]);
  if (versionstamp === null) return null;
  return { ...held, outgoing: { ...outgoing, value: claimed, versionstamp } };
}

async function send(deps: Deps, message: Message): Promise<Receipt> {
  if (message.decoy) return { ok: true };
  try {
    return await sendWithin(deps.delivery, message, SEND_TIMEOUT);
  } catch (error) {
    // Its words may quote the message.
    const name = error instanceof Error ? error.name : typeof error;
    deps.log("delivery_fault", { channel: message.channel, error: name });
    return { ok: false, why: "unknown" };
  }
}
