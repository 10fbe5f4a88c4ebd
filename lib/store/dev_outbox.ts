/**
 * What would have been sent, for the developer's outbox page.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Channel } from "@/lib/domain/method.ts";
import { list } from "@/lib/store/list.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import type { Ref } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** A message as the outbox page and `/dev/outbox.json` show it. */
export interface DevMessage {
  /** The message's own ID, the same for each attempt. */
  id: string;
  /** When it was handed over, in epoch milliseconds. */
  at: number;
  /** The way that it would have gone. */
  channel: Channel;
  /** An E.164 number or an email address. */
  to: string;
  /** The subject of an email. */
  subject?: string;
  /** What the person would read or hear. */
  text: string;
}

/** How many messages are kept. */
const MOST = 200;

const Message: z.ZodMiniType<DevMessage> = z.lazy(() =>
  z.object({
    id: z.string(),
    at: z.int(),
    channel: z.enum(["sms", "voice", "email"]),
    to: z.string(),
    subject: z.exactOptional(z.string()),
    text: z.string(),
  })
);

const Sealed: z.ZodMiniType<string> = z.string();
const Count: z.ZodMiniType<number> = z.int().check(z.positive());

/** Keeps a message as the newest, sealed, and the last 200 in all. */
export async function putDevMessage(
  kv: Deno.Kv,
  message: DevMessage,
  seal: (text: string) => string,
): Promise<void> {
  const sealed = seal(JSON.stringify(message));
  await transact(kv, await read(kv, [countRef]), ([count]) => {
    const next = (count.value ?? 0) + 1;
    return {
      changes: [
        change(count, next),
        change(guarded(sealedAt(["dev_outbox", next])), sealed),
        change(guarded(sealedAt(["dev_outbox", next - MOST])), null),
      ],
      result: null,
    };
  });
}

/** The messages that are kept, newest last. */
export async function listDevMessages(
  kv: Deno.Kv,
  open: (sealed: string) => string,
): Promise<DevMessage[]> {
  const range = { prefix: ["dev_outbox"], limit: MOST, reverse: true };
  const entries = await list(kv, range, sealedAt);
  return entries.reverse().flatMap(({ value }) =>
    value === null ? [] : [Message.parse(JSON.parse(open(value)))]
  );
}

/** How many were ever kept: the place of the newest. Its record guards theirs. */
const countRef: Ref<number> = { key: ["dev_outbox_count"], schema: Count };

function sealedAt(key: Deno.KvKey): Ref<string> {
  return { key, schema: Sealed };
}
