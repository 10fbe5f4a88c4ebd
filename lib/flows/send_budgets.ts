/**
 * What every sent code is counted in.
 *
 * @module
 */
import { numberPrefix } from "@/lib/domain/phone_mask.ts";
import type { PhoneNumber } from "@/lib/domain/phone.ts";
import type { BudgetName } from "@/lib/domain/limits.ts";
import type { Budget } from "@/lib/flows/budgets.ts";

/** Who asks for a code, and where it goes. */
export interface Sending {
  /** The directory's account ID. */
  account: string;
  /** The caller's address block. */
  block: string;
  /** Where it goes. */
  number: PhoneNumber;
  /** Whether the account's last code went to another number, or none. */
  newNumber: boolean;
}

/** The budgets of one send, narrowest first, so that the narrowest gives its reason. */
export function sendBudgets(sending: Sending): readonly Budget[] {
  const { account, block, number, newNumber } = sending;
  const subjects: [BudgetName, string][] = [
    ["number", number.e164],
    ["account", account],
    ["block", block],
    ["prefix", numberPrefix(number.e164)],
    ["country", number.region],
    ["site", "site"],
  ];
  const budgets = subjects.map(([name, subject]): Budget => ({
    kind: `send.${name}`,
    subject,
    windows: (limits) => limits.send[name],
  }));
  if (!newNumber) return budgets;
  return [...budgets, {
    kind: "send.newNumber",
    subject: account,
    windows: (limits) => [limits.newNumbers],
  }];
}
