/**
 * Decoys' messages: never given to the delivery, and settled as the last real
 * one of their channel was, after the same time, since its state is shown to
 * whoever waits for it. Each process knows its own alone.
 *
 * @module
 */
import type { Delivery, Message, Receipt } from "@/lib/delivery/delivery.ts";
import type { Channel } from "@/lib/domain/method.ts";

/** What became of one real message. */
export interface Sending {
  /** What the gateway answered. */
  readonly receipt: Receipt;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

/** Whose gateways they are. */
export interface Sender {
  /** The delivery. */
  delivery: Delivery;
}

const LAST = new WeakMap<Delivery, Map<Channel, Sending>>();

/** Notes what became of a real message. That one address was refused says nothing of the next. */
export function observe(
  { delivery }: Sender,
  { channel }: Message,
  { receipt, took }: Sending,
): void {
  const last = LAST.get(delivery) ?? new Map<Channel, Sending>();
  const refused = !receipt.ok && receipt.why === "refused";
  last.set(channel, { receipt: refused ? { ok: true } : receipt, took });
  LAST.set(delivery, last);
}

/** What a decoy's message comes to; before any real one, that it was sent. */
export async function imitate(
  { delivery }: Sender,
  { channel }: Message,
): Promise<Receipt> {
  const last = LAST.get(delivery)?.get(channel);
  if (last === undefined) return { ok: true };
  if (last.took > 0) {
    await new Promise((resolve) => setTimeout(resolve, last.took));
  }
  return last.receipt;
}
