/**
 * What bounds one message with a code: its budgets, and where it sets a number
 * up, who has that.
 *
 * @module
 */
import type { Usage } from "@/lib/domain/usage.ts";
import { budgetRef, spendAll, type Spent } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { Order } from "@/lib/flows/next_verification.ts";
import { capOf, type Holders, isTaken } from "@/lib/flows/phone_holders.ts";
import { type SendBudget, sendBudgets } from "@/lib/flows/send_budgets.ts";
import { indexesOf, isFor } from "@/lib/flows/target.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import type { Change, Entry } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";

/** What one send is counted in, as it was read. */
export interface SendLimits {
  /** In the order of its budgets. */
  counters: Entry<Usage>[];
  /** Whether the number has all the accounts that it may. */
  taken: boolean;
}

/** What everybody shares: a message that nobody gets uses none of it up. */
const SHARED = ["send.prefix", "send.country", "send.domain", "send.site"];

/** Reads what bounds a message, in one operation. */
export async function readSendLimits(
  deps: Deps,
  visit: SignedInVisit,
  order: Order,
): Promise<SendLimits> {
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

/** What was taken; `quiet`: it is to look sent, and is not. */
export type SendSpent =
  | { ok: true; changes: readonly Change[]; quiet: boolean }
  | Extract<Spent, { ok: false }>;

/**
 * Takes one from every budget. A number that is taken counts as a new one all the
 * same, and in nothing else, or anybody could try one after another.
 */
export function spendSend(
  deps: Deps,
  visit: SignedInVisit,
  { order, counters, taken }: { order: Order } & SendLimits,
): SendSpent {
  const all = budgetsOf(deps, visit, order)
    .map((budget, i) => ({ budget, counter: counters[i] }));
  const told = spendSome(visit, all.filter(({ budget }) => !budget.untold));
  if (!told.ok) return told;
  const rest = spendSome(visit, all.filter(({ budget }) => budget.untold));
  const quiet = !rest.ok;
  const nobody = quiet || order.decoy === true;
  const counts = (kind: string) =>
    taken ? kind === "send.newNumber" : !(nobody && SHARED.includes(kind));
  const changes = [...told.spent, ...rest.ok && !nobody ? rest.spent : []]
    .flatMap(([kind, change]) => counts(kind) ? [change] : []);
  return { ok: true, changes, quiet };
}

/** Takes one from each of them, or none from any. */
function spendSome(
  visit: SignedInVisit,
  some: readonly { budget: SendBudget; counter: Entry<Usage> | undefined }[],
) {
  const found = some.flatMap(({ budget, counter }) =>
    counter ? [{ budget, counter }] : []
  );
  const budgets = found.map(({ budget }) => budget);
  const counters = found.map(({ counter }) => counter);
  const spent = spendAll(budgets, counters, visit);
  if (!spent.ok) return spent;
  const kinds = spent.changes.map((change, i) =>
    [budgets[i]?.kind ?? "", change] as const
  );
  return { ok: true, spent: kinds } as const;
}

function budgetsOf(
  deps: Deps,
  visit: SignedInVisit,
  order: Order,
): readonly SendBudget[] {
  const { account, lane = null, block = null } = visit.session;
  const budgets = sendBudgets({
    account,
    lane,
    network: lane === null ? block : null,
    block: order.block,
    target: order.target,
    isNew: !order.proves &&
      !isFor(deps.keyring, visit.verification, order.target),
  });
  return [...order.also ?? [], ...budgets];
}
