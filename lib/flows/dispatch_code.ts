/**
 * Sending a code to a number or an address: one commit for the code, its limits and its message.
 *
 * @module
 */
import { randomCode, randomToken } from "@/lib/crypto/token.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import { budgetRef, spendAll } from "@/lib/flows/budgets.ts";
import { codeMessage } from "@/lib/flows/code_message.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { handOver, outgoing } from "@/lib/flows/hand_over.ts";
import {
  type Drawn,
  isSameOrder,
  nextVerification,
  type Order,
} from "@/lib/flows/next_verification.ts";
import { sendBudgets } from "@/lib/flows/send_budgets.ts";
import { capOf, type Holders, isTaken } from "@/lib/flows/phone_holders.ts";
import { indexesOf, isFor, sealTarget } from "@/lib/flows/target.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { failuresOf, NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { change } from "@/lib/store/entries.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What came of it. Only `sent` sends something; times are epoch milliseconds. */
export type Dispatched =
  | { kind: "sent" }
  /** The same again within the wait: its code is on its way already. */
  | { kind: "waiting"; until: number }
  /** The same number or address for another end within the wait. */
  | { kind: "early"; until: number }
  | { kind: "limit"; until: number }
  | { kind: "blocked"; until: number }
  /** As many other accounts have the number as may. */
  | { kind: "number"; why: "taken" };

type Found = readonly [
  VisitEntries["person"],
  VisitEntries["verification"],
  VisitEntries["outgoing"],
  VisitEntries["receipt"],
  ...Entry<Usage>[],
];

interface Outcome {
  answer: Dispatched;
  sending: Verification | null;
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
  const { person, verification, outgoing, receipt, slot } = visit.entries;
  const { counters, taken } = await readLimits(deps, visit, order);
  const drawn = draw(deps, order);
  const found: Found = [
    person,
    verification,
    outgoing,
    receipt,
    ...counters,
  ];
  const { result, versionstamp } = await transact(
    deps.kv,
    found,
    (now) => decide({ deps, visit, order, drawn, taken }, now),
  );
  report(deps, visit, { order, answer: result.answer });
  if (result.sending !== null && versionstamp !== null) {
    const { until } = result.sending;
    const message = codeMessage(deps, order, result.sending);
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

/** What bounds this message: its budgets, and where it sets a number up, who has that. */
async function readLimits(
  deps: Deps,
  visit: SignedInVisit,
  order: Order,
): Promise<{ counters: Entry<Usage>[]; taken: boolean }> {
  const { kv, keyring } = deps;
  const { target } = order;
  const budgets = budgetsOf(deps, visit, order)
    .map((budget) => budgetRef(deps, budget));
  const indexes = target.method === "phone" && !order.proves
    ? indexesOf(keyring, target)
    : [];
  const found = await read(kv, [...budgets, ...indexes.map(phoneHoldersRef)]);
  // Each ref has an entry of its own type, in the same order.
  const counters = found.slice(0, budgets.length) as Entry<Usage>[];
  const holders = found.slice(budgets.length) as Holders;
  const { account } = visit.session;
  return { counters, taken: isTaken(holders, account, capOf(visit.policy)) };
}

function decide(
  { deps, visit, order, drawn, taken }: Case,
  [person, verification, message, receipt, ...counters]: Found,
): Decision<Outcome> {
  const { limits, now } = visit;
  const who = person.value ?? NEWCOMER;
  const { until } = failuresOf(who, order.target.method);
  if (until !== null && now < until) return refuse({ kind: "blocked", until });
  const last = isFor(deps.keyring, verification.value, order.target)
    ? verification.value
    : null;
  if (last !== null && last.step !== "used" && now < last.resendAt) {
    const kind = isSameOrder(last, order) ? "waiting" : "early";
    return refuse({ kind, until: last.resendAt });
  }
  const budgets = budgetsOf(deps, visit, order);
  const spent = spendAll(budgets, counters, { limits, now });
  if (!spent.ok) return refuse({ kind: "limit", until: spent.until });
  if (taken) {
    // It counts as a new number all the same, or anybody could try one after another.
    const asked = spent.changes.filter((_, i) =>
      budgets[i]?.kind === "send.newNumber"
    );
    return { ...refuse({ kind: "number", why: "taken" }), changes: asked };
  }
  const sending = nextVerification(deps, visit, { order, last, drawn });
  const text = codeMessage(deps, order, sending);
  const slots = { outgoing: message, receipt };
  return {
    changes: [
      change(person, remember(who, order)),
      change(verification, sending),
      ...outgoing(deps, slots, { message: text, until: sending.until }),
      ...spent.changes,
    ],
    result: { answer: { kind: "sent" }, sending },
  };
}

function budgetsOf(deps: Deps, visit: SignedInVisit, order: Order) {
  return sendBudgets({
    account: visit.session.account,
    block: order.block,
    target: order.target,
    isNew: !order.proves &&
      !isFor(deps.keyring, visit.verification, order.target),
  });
}

/** The country of a number is offered first the next time. */
function remember(person: Person, { target }: Order): Person {
  if (target.method === "email") return person;
  return { ...person, lastRegion: target.number.region };
}

function refuse(answer: Dispatched): Decision<Outcome> {
  return { changes: [], result: { answer, sending: null } };
}

function draw(deps: Deps, { target }: Order): Drawn {
  const [high = 0, low = 0] = deps.random(2);
  return {
    id: randomToken(deps.random),
    code: randomCode(deps.random),
    to: sealTarget(deps.keyring, target),
    share: (high * 256 + low) / 65_536,
  };
}

function report(
  deps: Deps,
  { session }: SignedInVisit,
  { order, answer }: { order: Order; answer: Dispatched },
): void {
  const { channel, target } = order;
  const region = target.method === "phone" ? target.number.region : null;
  const fields = { account: session.account, channel, region };
  if (answer.kind === "sent") deps.log("authn_token_created", fields);
  if (answer.kind === "limit") deps.log("excess_rate_limit_exceeded", fields);
}
