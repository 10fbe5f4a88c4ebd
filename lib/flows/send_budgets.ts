/**
 * What every sent code is counted in.
 *
 * @module
 */
import { domainOf } from "@/lib/domain/email_address.ts";
import type { BudgetName } from "@/lib/domain/limits.ts";
import { numberPrefix } from "@/lib/domain/phone_mask.ts";
import type { Budget } from "@/lib/flows/budgets.ts";
import { reach, type Target } from "@/lib/flows/target.ts";

/** Who asks for a code, and where it goes. */
export interface Sending {
  /** The directory's account ID. */
  account: string;
  /** The lane of a device that the account knows, which nobody else uses up; `null` for any other. */
  lane: string | null;
  /** The caller's address block. */
  block: string;
  /** Where it goes. */
  target: Target;
  /** Whether the session's last code went somewhere else, or nowhere. */
  isNew: boolean;
}

/** What a budget counts, for whom, and which limit bounds it. */
type Counted = readonly [kind: string, subject: string, limit: BudgetName];

/** The budgets of one send, narrowest first, so that the narrowest gives its reason. */
export function sendBudgets(sending: Sending): readonly Budget[] {
  const { account, lane, block, target, isNew } = sending;
  const own = (subject: string) =>
    lane === null ? subject : `${lane} ${subject}`;
  const [kind, reached, limit] = narrowest(target);
  const counted: Counted[] = [
    [kind, own(reached), limit],
    ["account", own(account), "account"],
    ["block", block, "block"],
    ...neighbours(target),
    ["site", "site", "site"],
  ];
  const budgets = counted.map(([kind, subject, limit]): Budget => ({
    kind: `send.${kind}`,
    subject,
    windows: (limits) => limits.send[limit],
  }));
  if (!isNew) return budgets;
  return [...budgets, {
    kind: target.method === "phone" ? "send.newNumber" : "send.newAddress",
    subject: account,
    windows: (limits) => [limits.newNumbers],
  }];
}

function narrowest(target: Target): Counted {
  const kind = target.method === "phone" ? "number" : "address";
  return [kind, reach(target), "number"];
}

/** Half an organisation may have its mail at one provider, as its phones are in one country. */
function neighbours(target: Target): Counted[] {
  if (target.method === "email") {
    return [["domain", domainOf(target.address), "country"]];
  }
  const { e164, region } = target.number;
  return [
    ["prefix", numberPrefix(e164), "prefix"],
    ["country", region, "country"],
  ];
}
