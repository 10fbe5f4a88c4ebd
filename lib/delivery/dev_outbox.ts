/**
 * A delivery for development: messages are kept and printed, and leave nothing.
 *
 * @module
 */
import type { Delivery, Message } from "@/lib/delivery/delivery.ts";
import type { Channel } from "@/lib/domain/method.ts";

/** Where a development message goes. */
export interface DevOutboxOptions {
  /** Keeps a message for the outbox's page. */
  keep(message: Message): Promise<void>;
  /** Prints one line for whoever runs the server. */
  print(line: string): void;
}

const VERBS: Readonly<Record<Channel, string>> = {
  sms: "Text to",
  voice: "Call to",
  email: "Mail to",
};

/** Returns a delivery of every channel that keeps each message and prints it. */
export function devOutbox({ keep, print }: DevOutboxOptions): Delivery {
  return {
    channels: ["sms", "voice", "email"],
    async send(message) {
      await keep(message);
      print(line(message));
      return { ok: true };
    },
  };
}

/** One line: a message cannot print lines or move the cursor of its own accord. */
function line({ channel, to, locale, subject, text }: Message): string {
  const said = [subject, ...text.split(/\r\n|[\r\n]/)].filter(Boolean);
  return `${VERBS[channel]} ${to} (${locale}): ${said.join(" / ")}`
    .replace(/\p{Cc}/gu, "");
}
