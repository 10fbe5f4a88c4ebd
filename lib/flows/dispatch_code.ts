/**
 * Sending a code to a number: one commit for the code, its limits and its message.
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
  hasNumber,
  nextVerification,
  type Order,
} from "@/lib/flows/next_verification.ts";
import { sendBudgets } from "@/lib/flows/send_budgets.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What came of it. Only `sent` sends something; times are epoch milliseconds. */
export type Dispatched =
  | { kind: "sent" }
  /** The same number again within the wait: its code is on its way already. */
  | { kind: "waiting"; until: number }
  | { kind: "limit"; until: number }
  | { kind: "blocked"; until: number };

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
  const budgets = budgetsOf(deps, visit, order);
  const counters = await read(
    deps.kv,
    budgets.map((budget) => budgetRef(deps, budget)),
  );
  const drawn = draw(deps, order);
  const found: Found = [
    person,
    verification,
    outgoing,
    receipt,
    ...counters as Entry<Usage>[],
  ];
  const { result, versionstamp } = await transact(
    deps.kv,
    found,
    (now) => decide({ deps, visit, order, drawn }, now),
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
}

function decide(
  { deps, visit, order, drawn }: Case,
  [person, verification, message, receipt, ...counters]: Found,
): Decision<Outcome> {
  const { limits, now } = visit;
  const who = person.value ?? NEWCOMER;
  const { until } = who.phoneFailures;
  if (until !== null && now < until) return refuse({ kind: "blocked", until });
  const last = hasNumber(deps, verification.value, order)
    ? verification.value
    : null;
  if (last !== null && last.step !== "used" && now < last.resendAt) {
    return refuse({ kind: "waiting", until: last.resendAt });
  }
  const budgets = budgetsOf(deps, visit, order);
  const spent = spendAll(budgets, counters, { limits, now });
  if (!spent.ok) return refuse({ kind: "limit", until: spent.until });
  const purpose = who.phone ? "phone.change" : "phone.register";
  const sending = nextVerification(deps, visit, {
    order,
    purpose,
    last,
    drawn,
  });
  const text = codeMessage(deps, order, sending);
  const slots = { outgoing: message, receipt };
  return {
    changes: [
      change(person, { ...who, lastRegion: order.number.region }),
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
    number: order.number,
    newNumber: !hasNumber(deps, visit.verification, order),
  });
}

function refuse(answer: Dispatched): Decision<Outcome> {
  return { changes: [], result: { answer, sending: null } };
}

function draw(deps: Deps, { number }: Order): Drawn {
  const [high = 0, low = 0] = deps.random(2);
  return {
    id: randomToken(deps.random),
    code: randomCode(deps.random),
    number: deps.keyring.seal("number", number.e164),
    share: (high * 256 + low) / 65_536,
  };
}

function report(
  deps: Deps,
  { session }: SignedInVisit,
  { order, answer }: { order: Order; answer: Dispatched },
): void {
  const { channel, number } = order;
  const fields = { account: session.account, channel, region: number.region };
  if (answer.kind === "sent") deps.log("authn_token_created", fields);
  if (answer.kind === "limit") deps.log("excess_rate_limit_exceeded", fields);
}
