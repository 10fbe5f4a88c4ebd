/**
 * What a session's verification becomes when a code is sent.
 *
 * @module
 */
import { LONG_DIGITS, SHORT_DIGITS } from "@/lib/domain/code_text.ts";
import { resendWait } from "@/lib/domain/limits.ts";
import type { Channel, Method } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { ProofEnd } from "@/lib/domain/purpose.ts";
import { asksForLong } from "@/lib/domain/tally.ts";
import { laneOf } from "@/lib/domain/lane.ts";
import {
  isUsable,
  type Purpose,
  type Verification,
} from "@/lib/domain/verification.ts";
import type { Budget } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { indexesOf, type Target } from "@/lib/flows/target.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Change } from "@/lib/store/record.ts";

/** Where a code goes, and for whom it is worded. */
export interface Order {
  /** The number or address, as it was read. */
  target: Target;
  /** How it goes there. */
  channel: Channel;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
  /** The index of what it will replace, or is to prove; `null` where it is added. */
  replaces: string | null;
  /** For which end it proves who the person is; absent where it sets something up. */
  proves?: ProofEnd;
  /** Whether nobody is there: it looks sent and is not. */
  decoy?: boolean;
  /** What else it is counted in; absent for nothing. */
  also?: readonly Budget[];
  /** Makes the link that goes with the code; absent for none. */
  link?: (verification: Verification) => MailLink;
}

/** A link that is as good as the code. */
export interface MailLink {
  /** Where it leads. */
  url: string;
  /** What makes it count. */
  change: Change;
}

/** What is drawn before the decision, so that the decision can be made again. */
export interface Drawn {
  /** The transaction's ID: 128 bits. */
  id: string;
  /** The digits of a long code; a short one is the first of them. */
  code: string;
  /** The number or address, sealed. */
  to: string;
  /** Where in the jitter the next wait falls: 0 to 1. */
  share: number;
}

/** What the next verification is made of. */
export interface Parts {
  /** What is asked for. */
  order: Order;
  /** Whom it is for. */
  who: Person;
  /** The last verification of the same number or address in this session. */
  last: Verification | null;
  /** The random parts. */
  drawn: Drawn;
  /** How often a code was sent there in this session, this one included. */
  sends: number;
  /** What else was asked for in this session. */
  others: Verification["others"];
}

/** The method that wrong codes count against which were sent there: a call that asks for an extension, or could, is to an office phone. */
export function countedAs({ target }: Pick<Order, "target">): Method {
  const office = target.method === "phone" && target.extension !== undefined;
  return office ? "officePhone" : target.method;
}

/** Whether a verification of the same number or address is for the same end, too. */
export function isSameOrder(last: Verification, order: Order): boolean {
  return last.purpose === purposeOf(order) && last.replaces === order.replaces;
}

/** The same code again while it lives, its life no longer; else a new one, and a long one where a short one counts no more. */
export function nextVerification(
  deps: Deps,
  { limits, now, session }: SignedInVisit,
  { order, who, last, drawn, sends, others }: Parts,
): Verification {
  const counts = countedAs(order);
  const long = isLong(who, counts, { limits, now, session });
  const sent = {
    channel: order.channel,
    sends,
    others,
    sentAt: now,
    resendAt: now + resendWait(limits, sends, drawn.share),
  };
  const alive = last?.step === "code" && isSameOrder(last, order) &&
    isUsable(last, now) && last.counts === counts && (last.long || !long);
  if (alive) return { ...last, ...sent };
  const { id, to } = drawn;
  const code = drawn.code.slice(0, long ? LONG_DIGITS : SHORT_DIGITS);
  const { account } = session;
  const purpose = purposeOf(order);
  const [index = "", ...older] = indexesOf(deps.keyring, order.target);
  return {
    ...sent,
    step: "code",
    id,
    purpose,
    to,
    replaces: order.replaces,
    index,
    older,
    ...countryOf(order.target),
    code: deps.keyring.seal("code", code),
    ...long ? { long } : {},
    counts,
    digest: deps.keyring.digest("code", purpose, id, account, code),
    until: now + limits.code.life,
    tries: 0,
  };
}

function purposeOf({ target, replaces, proves }: Order): Purpose {
  if (proves) return `${target.method}.${proves}`;
  return `${target.method}.${replaces === null ? "register" : "change"}`;
}

function countryOf(
  target: Target,
): Pick<Verification, "region" | "overruled"> {
  if (target.method === "email") return { region: null, overruled: false };
  const { region, overruled } = target.number;
  return { region, overruled };
}

function isLong(
  who: Person,
  method: Method,
  { session, ...at }: Pick<SignedInVisit, "limits" | "now" | "session">,
): boolean {
  return asksForLong(who, { method, lane: laneOf(session) }, at);
}
