/**
 * Messages that wait to be handed over, and what became of those that were.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Channel } from "@/lib/domain/method.ts";
import type { StoredValueError } from "@/lib/store/errors.ts";
import { list } from "@/lib/store/list.ts";
import type { Entry, Ref } from "@/lib/store/record.ts";

/** A message on its way out. Times are epoch milliseconds. */
export interface Outgoing {
  /** Whether somebody is sending it now. */
  state: "queued" | "sending";
  /** The message, sealed; empty once it is being sent. */
  message: string;
  /** How often it was tried. */
  attempts: number;
  /** When it is due. */
  nextAt: number;
  /** When it is no longer worth sending. */
  until: number;
}

/** What became of a message; holds no personal data. */
export interface Handover {
  /** `unknown`: the gateway may have taken it and never said so. */
  state: "queued" | "sent" | "failed" | "unknown";
  /** Since when, in epoch milliseconds. */
  at: number;
  /** The way that it goes. */
  channel: Channel;
  /** Why it failed or is late; `null` where it did not and is not. */
  why: "refused" | "unreachable" | "expired" | null;
}

/** How long a receipt is kept, in milliseconds. */
const KEEP_RECEIPT = 24 * 60 * 60_000;

/** Messages that one look at the outbox returns. */
const MOST = 500;

const StoredOutgoing: z.ZodMiniType<Outgoing> = z.lazy(() =>
  z.object({
    state: z.enum(["queued", "sending"]),
    message: z.string(),
    attempts: z.int().check(z.nonnegative()),
    nextAt: z.int(),
    until: z.int(),
  })
);

const StoredHandover: z.ZodMiniType<Handover> = z.lazy(() =>
  z.object({
    state: z.enum(["queued", "sent", "failed", "unknown"]),
    at: z.int(),
    channel: z.enum(["sms", "voice", "email"]),
    why: z.nullable(z.enum(["refused", "unreachable", "expired"])),
  })
);

/** The message in an outbox slot. */
export function outgoingRef(id: string): Ref<Outgoing> {
  return outgoingAt(["outbox", id]);
}

/** What became of the last message in an outbox slot. */
export function receiptRef(id: string): Ref<Handover> {
  return { key: ["receipts", id], schema: StoredHandover, keep: KEEP_RECEIPT };
}

/**
 * The messages that wait or are being sent, up to 500 of them; the slot is the
 * last part of the key. One that does not decode goes to `unreadable` and keeps
 * no other waiting; without that it is thrown.
 */
export function listOutgoing(
  kv: Deno.Kv,
  unreadable?: (error: StoredValueError) => void,
): Promise<Entry<Outgoing>[]> {
  const range = { prefix: ["outbox"], limit: MOST };
  const whole = unreadable ? { ...range, unreadable } : range;
  return list(kv, whole, outgoingAt);
}

function outgoingAt(key: Deno.KvKey): Ref<Outgoing> {
  return { key, schema: StoredOutgoing };
}
