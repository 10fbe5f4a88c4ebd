/**
 * Messages as the outbox holds them: sealed, since they carry numbers and codes.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Keyring } from "@/lib/crypto/keyring.ts";
import type { Message } from "@/lib/delivery/delivery.ts";

const MESSAGE: z.ZodMiniType<Message> = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    channel: z.enum(["sms", "voice", "email"]),
    to: z.string(),
    subject: z.exactOptional(z.string()),
    text: z.string(),
    html: z.exactOptional(z.string()),
    locale: z.string(),
    decoy: z.exactOptional(z.boolean()),
  })
);

const PURPOSE = "outbox";

/** Seals a message. */
export function sealMessage(keyring: Keyring, message: Message): string {
  return keyring.seal(PURPOSE, JSON.stringify(message));
}

/** Opens a sealed message. Throws `SealError`, and a `ZodError` for what is no message. */
export function openMessage(keyring: Keyring, sealed: string): Message {
  return MESSAGE.parse(JSON.parse(keyring.open(PURPOSE, sealed)));
}
