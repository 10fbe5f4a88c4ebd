/**
 * The mails that ask administrators for help: one to each.
 *
 * @module
 */
import { randomToken } from "@/lib/crypto/token.ts";
import type { Message } from "@/lib/delivery/delivery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { handOver, outgoing } from "@/lib/flows/hand_over.ts";
import { helpMail } from "@/lib/flows/mails.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { guarded } from "@/lib/store/entries.ts";
import { outgoingRef, receiptRef } from "@/lib/store/outbox.ts";
import type { Change } from "@/lib/store/record.ts";

/** What each mail says. */
export interface HelpWords {
  /** The user name, as the directory writes it. */
  userName: string;
  /** The support code. */
  support: string;
  /** BCP 47 tag of the language of whoever asks. */
  locale: string;
}

/** The mails of one request. */
export interface HelpMails {
  /** Tells them from a refusal. */
  kind: "mails";
  /** One to each. */
  messages: readonly Message[];
  /** How long they wait for others to have left, in milliseconds. */
  wait: number;
}

/** How long it is worth trying, in milliseconds. */
const LIFE = 24 * 60 * 60_000;

/** Before a sweep takes what this process sends one by one, in milliseconds. */
const HEAD_START = 60_000;

/** The mails, not yet staged. */
export function helpDrafts(
  deps: Pick<Deps, "random" | "host">,
  to: readonly string[],
  { locale, ...words }: HelpWords,
): readonly Message[] {
  const said = helpMail(translator(locale), { ...words, host: deps.host });
  return to.map((address) => ({
    id: `help-${randomToken(deps.random)}`,
    channel: "email",
    to: address,
    ...said,
    locale,
  }));
}

/**
 * The changes that stage them. Their slots are named by 128 random bits, so the
 * counters of the same commit guard them: Deno KV checks 100 keys at the most.
 */
export function stageHelp(
  deps: Pick<Deps, "keyring" | "now">,
  { messages, wait }: HelpMails,
): Change[] {
  const until = deps.now() + wait + LIFE;
  const headStart = wait === 0 ? HEAD_START : wait;
  return messages.flatMap((message) => {
    const slots = {
      outgoing: guarded(outgoingRef(message.id)),
      receipt: guarded(receiptRef(message.id)),
    };
    return outgoing(deps, slots, { message, until, headStart });
  });
}

/** Hands them over one after the other, once the commit that staged them has made `versionstamp`. */
export async function sendHelp(
  deps: Deps,
  messages: readonly Message[],
  versionstamp: string,
): Promise<void> {
  const until = deps.now() + LIFE;
  for (const message of messages) {
    await handOver(deps, message.id, { versionstamp, message, until });
  }
}
