/**
 * Sending a code to a number or an address: one commit for the code, its limits and its message.
 *
 * @module
 */
import { randomCode, randomToken } from "@/lib/crypto/token.ts";
import { LONG_DIGITS } from "@/lib/domain/code_text.ts";
import { askedOf, othersOf } from "@/lib/domain/resend.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import { codeMessage } from "@/lib/flows/code_message.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { handOver, outgoing } from "@/lib/flows/hand_over.ts";
import {
  countedAs,
  type Drawn,
  isSameOrder,
  nextVerification,
  type Order,
} from "@/lib/flows/next_verification.ts";
import { readSendLimits, spendSend } from "@/lib/flows/send_limits.ts";
import type { Slot } from "@/lib/flows/settle.ts";
import { indexesOf, isFor, sealTarget } from "@/lib/flows/target.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { blockedAnswer } from "@/lib/domain/judge_proof.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { laneOf } from "@/lib/domain/lane.ts";
import { stopsOf } from "@/lib/domain/tally.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { outgoingRef, receiptRef } from "@/lib/store/outbox.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of it. Only `sent` sends something; times are epoch milliseconds. */
export type Dispatched =
  | { kind: "sent" }
  /** The same again within the wait: its code is on its way already. */
  | { kind: "waiting"; until: number }
  /** The same number or address for another end within the wait. */
  | { kind: "early"; until: number }
  /** `also`: one of the order's own budgets. */
  | { kind: "limit"; until: number; also?: true }
  | { kind: "blocked"; until: number }
  /** As many other accounts have the number as may. */
  | { kind: "number"; why: "taken" };

type Found = readonly [
  VisitEntries["person"],
  VisitEntries["verification"],
  ...Entry<Usage>[],
];
type Full = Extract<ReturnType<typeof spendSend>, { ok: false }>;

interface Outcome {
  answer: Dispatched;
  sending: Verification | null;
  /** As it was asked for, or as one that only looks sent. */
  order: Order;
}

/**
 * Sends a code: the same one again while it lives, else a new one. A new code
 * keeps the count of wrong ones (NIST SP 800-63B-4 §3.1.3.2).
 */
export async function dispatchCode(
  deps: Deps,
  visit: SignedInVisit,
  order: Order,
): Promise<Dispatched> {
  const { person, verification, slot } = visit.entries;
  const { counters, taken } = await readSendLimits(deps, visit, order);
  const drawn = draw(deps, order);
  const found: Found = [person, verification, ...counters];
  const { result, versionstamp } = await transact(
    deps.kv,
    found,
    (now) => decide({ deps, visit, order, drawn, taken }, now),
  );
  report(deps, visit, { asked: order, ...result });
  if (result.sending !== null && versionstamp !== null) {
    const { until } = result.sending;
    const message = codeMessage(deps, result.order, result.sending);
    deps.later(() => handOver(deps, slot, { versionstamp, message, until }));
  }
  return result.answer;
}

interface Case {
  deps: Deps;
  visit: SignedInVisit;
  order: Order;
  drawn: Drawn;
  /** Whether the number has all the accounts that it may. */
  taken: boolean;
}

function decide(
  { deps, visit, order, drawn, taken }: Case,
  [person, verification, ...counters]: Found,
): Decision<Outcome> {
  const who = person.value ?? NEWCOMER;
  const before = earlier(deps, order, verification.value);
  const barred = barrier(visit, order, { who, ...before });
  if (barred !== null) return refuse(order, barred);
  const spent = spendSend(deps, visit, { order, counters, taken });
  if (!spent.ok) return refuse(order, limited(order, spent));
  if (taken) {
    const refused = refuse(order, { kind: "number", why: "taken" });
    return { ...refused, changes: spent.changes };
  }
  const sends = ((before.asked ?? before.last)?.sends ?? 0) + 1;
  const parts = { ...before, order, who, drawn, sends };
  const sending = nextVerification(deps, visit, parts);
  const sent = spent.quiet ? { ...order, decoy: true } : order;
  const message = codeMessage(deps, sent, sending);
  return {
    changes: [
      change(person, remember(who, order)),
      change(verification, sending),
      ...outgoing(deps, slotOf(visit), { message, until: sending.until }),
      ...spent.changes,
      ...order.link ? [order.link(sending).change] : [],
    ],
    result: { answer: { kind: "sent" }, sending, order: sent },
  };
}

/** What was asked for before in this session: the same number or address, and the others. */
function earlier(
  { keyring }: Deps,
  { target }: Order,
  verification: Verification | null,
) {
  const indexes = indexesOf(keyring, target);
  return {
    last: isFor(keyring, verification, target) ? verification : null,
    asked: askedOf(verification, indexes),
    others: othersOf(verification, indexes),
  };
}

function limited({ also = [] }: Order, full: Full): Dispatched {
  const own = also.some(({ kind }) => kind === full.kind);
  return { kind: "limit", until: full.until, ...own ? { also: own } : {} };
}

/** Why nothing is sent before any budget is asked. */
function barrier(
  { now, session }: SignedInVisit,
  order: Order,
  { who, last, asked }: { who: Person } & ReturnType<typeof earlier>,
): Dispatched | null {
  const tally = { method: countedAs(order), lane: laneOf(session) };
  const blocked = blockedAnswer(stopsOf(who, tally, now), now);
  if (blocked?.kind === "blocked") return blocked;
  if (asked === null || now >= asked.resendAt) return null;
  const same = last !== null && isSameOrder(last, order);
  return { kind: same ? "waiting" : "early", until: asked.resendAt };
}

/** Not as it was read: the verification guards it, and a newer message takes the place of an older. */
function slotOf({ entries: { slot } }: SignedInVisit): Slot {
  return {
    outgoing: guarded(outgoingRef(slot)),
    receipt: guarded(receiptRef(slot)),
  };
}

/** The country of a number is offered first the next time. */
function remember(person: Person, { target }: Order): Person {
  if (target.method === "email") return person;
  return { ...person, lastRegion: target.number.region };
}

function refuse(order: Order, answer: Dispatched): Decision<Outcome> {
  return { changes: [], result: { answer, sending: null, order } };
}

function draw(deps: Deps, { target }: Order): Drawn {
  const [high = 0, low = 0] = deps.random(2);
  return {
    id: randomToken(deps.random),
    code: randomCode(deps.random, LONG_DIGITS),
    to: sealTarget(deps.keyring, target),
    share: (high * 256 + low) / 65_536,
  };
}

function report(
  deps: Deps,
  { session }: SignedInVisit,
  { asked, answer, order }: Outcome & { asked: Order },
): void {
  const { channel, target } = order;
  const region = target.method === "phone" ? target.number.region : null;
  const fields = { account: session.account, channel, region };
  if (answer.kind === "sent") deps.log("authn_token_created", fields);
  const over = answer.kind === "limit" || order !== asked;
  if (over) deps.log("excess_rate_limit_exceeded", fields);
}
