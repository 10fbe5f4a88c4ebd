/**
 * Telling a person's confirmed addresses what was changed
 * (NIST SP 800-63B-4 §4.6: all of them, and the ones that are gone).
 *
 * @module
 */
import { randomToken } from "@/lib/crypto/token.ts";
import type { Message } from "@/lib/delivery/delivery.ts";
import type { Person, Phone } from "@/lib/domain/person.ts";
import { contactPlace } from "@/lib/domain/help.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Email } from "@/lib/domain/proofs.ts";
import { STOP_BYTES, STOP_LIFE, stopCode } from "@/lib/domain/stop_code.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { handOver, outgoing } from "@/lib/flows/hand_over.ts";
import { noticeMail } from "@/lib/flows/mails.ts";
import {
  type NoticeKind,
  noticeText,
  type NoticeWords,
} from "@/lib/flows/messages.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { outgoingRef, receiptRef } from "@/lib/store/outbox.ts";
import type { Change } from "@/lib/store/record.ts";
import { stopRef } from "@/lib/store/stops.ts";

/** How long it is worth trying, in milliseconds. */
const NOTICE_LIFE = 24 * 60 * 60_000;

/** What notices are made of. */
export interface NoticeDeps extends Pick<Deps, "keyring" | "host" | "now"> {
  /** That many bytes from a cryptographic source. */
  random(bytes: number): Uint8Array;
}

/** What is told, and to whom. */
export interface Notice {
  /** What has happened. */
  what: NoticeKind;
  /** The directory's ID of the account: its "this was not me" freezes that one. */
  account: string;
  /** The policy in force: it names whom a person turns to. */
  policy: Pick<Policy, "contact">;
  /** The indexes of the person's addresses that are not told. */
  except: readonly string[];
  /** How long they wait for whoever stages them, in milliseconds, before a sweep sends them; two seconds where absent. */
  headStart?: number;
}

/** Messages that are sent only if the commit with their changes is. */
export interface Notices {
  /** What stages them. */
  changes: readonly Change[];
  /** Hands them over once that commit has made `versionstamp`. */
  sendAfter(versionstamp: string | null): void;
}

/**
 * Prepares the notice to every address that `person` had, with one code to say
 * "this was not me" for all of them.
 */
export function tellPerson(
  deps: Deps,
  person: Person,
  notice: Notice,
): Notices {
  const { drafts, until, changes } = stageNotices(deps, person, notice);
  return {
    changes,
    sendAfter(versionstamp) {
      if (versionstamp === null) return;
      for (const message of drafts) {
        const staged = { versionstamp, message, until };
        deps.later(() => handOver(deps, message.id, staged));
      }
    },
  };
}

/** The notices, staged for the sweep of a server: for whoever has no delivery of their own. */
export function stageNotices(
  deps: NoticeDeps,
  person: Person,
  { what, account, policy, except, headStart }: Notice,
): { drafts: readonly Message[]; until: number; changes: readonly Change[] } {
  const now = deps.now();
  const until = now + NOTICE_LIFE;
  // Whoever has just said it need not say it again.
  const stop = what === "frozen" ? "" : stopCode(deps.random(STOP_BYTES));
  const words = { host: deps.host, stop, contact: contactPlace(policy) };
  const told = { what, words };
  const drafts = [
    ...person.phones.filter(({ index }) => !except.includes(index))
      .map((phone) => noticeTo(deps, phone, told)),
    ...[person.email].filter((email) => email !== null)
      .filter(({ index }) => !except.includes(index))
      .map((email) => mailTo(deps, email, told)),
  ];
  const staged = drafts.flatMap((message) => {
    const slots = {
      outgoing: absent(outgoingRef(message.id)),
      receipt: absent(receiptRef(message.id)),
    };
    const waits = headStart === undefined ? {} : { headStart };
    return outgoing(deps, slots, { message, until, ...waits });
  });
  if (drafts.length === 0 || stop === "") {
    return { drafts, until, changes: staged };
  }
  const ref = stopRef(deps.keyring.digest("stop", stop));
  const stops = { account, changedAt: now, until: now + STOP_LIFE };
  return { drafts, until, changes: [...staged, change(absent(ref), stops)] };
}

/** What each of them says. */
interface Told {
  what: NoticeKind;
  words: NoticeWords;
}

/** The text or call to one phone. */
function noticeTo(
  { keyring, random }: NoticeDeps,
  { number, channel, locale }: Phone,
  { what, words }: Told,
): Message {
  return {
    id: `notice-${randomToken(random)}`,
    channel,
    to: keyring.open("number", number),
    text: noticeText(translator(locale), what, { ...words, channel }),
    locale,
  };
}

/** The mail to the address. */
function mailTo(
  { keyring, random }: NoticeDeps,
  { address, locale }: Email,
  { what, words }: Told,
): Message {
  return {
    id: `notice-${randomToken(random)}`,
    channel: "email",
    to: keyring.open("address", address),
    ...noticeMail(translator(locale), what, words),
    locale,
  };
}
