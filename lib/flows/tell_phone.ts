/**
 * Telling a number that it is no longer an account's phone.
 *
 * @module
 */
import { randomToken } from "@/lib/crypto/token.ts";
import type { Message } from "@/lib/delivery/delivery.ts";
import type { Phone } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { handOver, outgoing } from "@/lib/flows/hand_over.ts";
import { changedText, removedText } from "@/lib/flows/messages.ts";
import { translator } from "@/lib/i18n/translate.ts";
import { outgoingRef, receiptRef } from "@/lib/store/outbox.ts";
import { absent } from "@/lib/store/entries.ts";
import type { Change } from "@/lib/store/record.ts";

/** How long it is worth trying, in milliseconds. */
const NOTICE_LIFE = 24 * 60 * 60_000;

/** A message that is sent only if the commit with its changes is. */
export interface Notice {
  /** What stages it. */
  changes: readonly Change[];
  /** Hands it over once that commit has made `versionstamp`. */
  sendAfter(versionstamp: string | null): void;
}

/** Prepares the message to a phone; `null` where there is none. */
export function tellPhone(
  deps: Deps,
  phone: Phone | null,
  what: "text.changed" | "text.removed",
): Notice | null {
  if (phone === null) return null;
  const id = `notice-${randomToken(deps.random)}`;
  const message = noticeTo(deps, phone, { id, what });
  const slots = {
    outgoing: absent(outgoingRef(id)),
    receipt: absent(receiptRef(id)),
  };
  const until = deps.now() + NOTICE_LIFE;
  return {
    changes: outgoing(deps, slots, { message, until }),
    sendAfter(versionstamp) {
      if (versionstamp === null) return;
      deps.later(() => handOver(deps, id, { versionstamp, message, until }));
    },
  };
}

function noticeTo(
  deps: Deps,
  phone: Phone,
  { id, what }: { id: string; what: "text.changed" | "text.removed" },
): Message {
  const t = translator(phone.locale);
  const words = { host: deps.host, channel: phone.channel };
  return {
    id,
    channel: phone.channel,
    to: deps.keyring.open("number", phone.number),
    text: what === "text.changed"
      ? changedText(t, words)
      : removedText(t, words),
    locale: phone.locale,
  };
}
