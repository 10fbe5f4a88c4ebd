/**
 * What a page says where a code was not sent.
 *
 * @module
 */
import type { NumberFault } from "@/lib/domain/phone.ts";
import type { ChannelFault } from "@/lib/domain/phone_channel.ts";
import type { Channel, PhoneChannel } from "@/lib/domain/method.ts";
import type { ResendAnswer } from "@/lib/flows/resend_code.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";

/** The answers that send nothing and lead nowhere else. */
export type Unsent = Extract<
  ResendAnswer,
  {
    kind:
      | "number"
      | "channel"
      | "address"
      | "limit"
      | "blocked"
      | "waiting"
      | "early";
  }
>;

/** What the words depend on. */
export interface SendContext {
  /** The way that was asked for. */
  channel: Channel;
  /** The ways that the person can ask for. */
  channels: readonly PhoneChannel[];
  /** Milliseconds since the Unix epoch. */
  now: number;
}

const NUMBER: Readonly<Record<NumberFault | "taken", Key>> = {
  empty: "phone.empty",
  letters: "phone.letters",
  short: "phone.short",
  long: "phone.long",
  invalid: "phone.wrong",
  unknownCountry: "phone.country.unknown",
  taken: "phone.taken",
};

/** Says why nothing was sent. */
export function sendWords(
  t: Translate,
  answer: Unsent,
  { channel, channels, now }: SendContext,
): string {
  switch (answer.kind) {
    case "number":
      return t(NUMBER[answer.why]);
    case "channel":
      return t(channelKey(answer.why, channel, channels), {
        voice: t("phone.voice"),
      });
    case "limit":
      return t("code.limit", { time: t.duration(answer.until - now) });
    case "blocked":
      return blockedWords(t, answer.until, now);
    case "address":
      return t(`email.${answer.why}`);
    case "waiting":
    case "early":
      return t("code.early", { time: t.duration(answer.until - now) });
  }
}

/** Says until when no code is taken. */
export function blockedWords(t: Translate, until: number, now: number): string {
  return t("code.blocked", { time: t.duration(until - now) });
}

/** The field of its page that an answer is about; empty where it is about none. */
export function fieldOf(
  answer: Unsent,
): "" | "country" | "number" | "address" {
  if (answer.kind === "address") return "address";
  if (answer.kind === "channel") return "number";
  if (answer.kind !== "number") return "";
  return answer.why === "unknownCountry" ? "country" : "number";
}

function channelKey(
  why: ChannelFault,
  channel: Channel,
  channels: readonly PhoneChannel[],
): Key {
  const way = channel === "voice" ? "voice" : "sms";
  if (why === "country") return `phone.country.${way}`;
  const only = why === "landline" && !channels.includes("voice");
  return only ? "phone.landline.only" : `phone.${why}`;
}
