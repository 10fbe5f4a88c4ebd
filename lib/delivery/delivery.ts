/**
 * The port through which messages leave. Adapters stand beside this file.
 *
 * @module
 */
import type { Channel } from "@/lib/domain/method.ts";

/** One message to one person, already in their language. */
export interface Message {
  /** The same for each attempt at the same message; gateways may drop repeats by it. */
  id: string;
  /** The way that it goes. */
  channel: Channel;
  /** An E.164 number or an email address, as the channel takes it. */
  to: string;
  /** The subject of an email. */
  subject?: string;
  /** The text of an email as HTML. */
  html?: string;
  /** Plain text; for voice, the script that is spoken. */
  text: string;
  /** BCP 47 tag of the text's language. */
  locale: string;
  /** Whether it only looks sent, because nobody is behind the address; absent where somebody is. */
  decoy?: boolean;
}

/** What became of one attempt. */
export type Receipt =
  | { ok: true }
  /**
   * `refused` will fail again; `unreachable` was never taken and may be tried
   * again; `unknown` may have been taken (a time-out, a cut connection), so
   * trying again could reach the person twice.
   */
  | { ok: false; why: "refused" | "unreachable" | "unknown" };

/** A way to reach people. */
export interface Delivery {
  /** The channels that it serves. */
  readonly channels: readonly Channel[];
  /** Sends one message. Does not throw for what the gateway answers. */
  send(message: Message, signal: AbortSignal): Promise<Receipt>;
}
