/**
 * What opening a reset, and typing a number in one, is counted in.
 *
 * @module
 */
import type { Limits, Window } from "@/lib/domain/limits.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { type Budget, spendAll } from "@/lib/flows/budgets.ts";
import { accountGuesses } from "@/lib/flows/prove.ts";
import { typedName } from "@/lib/flows/reset/find_account.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import type { Change, Entry } from "@/lib/store/record.ts";

/** Which challenge whoever opens a reset has passed. */
export type Passed = "none" | "work" | "ticket";

/** A budget, and how much of it takes no challenge. */
export interface ResetBudget extends Budget {
  /** How much the limits in force allow without one. */
  soft(limits: Limits): readonly Window[];
}

/** What everybody is counted in. By the name as it was typed: whose it is plays no part. */
export function resetBudgets(
  { name, block }: { name: string; block: string },
): readonly ResetBudget[] {
  const subjects = { account: name, block, site: "site" };
  return (["account", "block", "site"] as const).map((kind) => ({
    kind: `reset.${kind}`,
    subject: subjects[kind],
    windows: (limits) => limits.reset[kind],
    soft: (limits) => limits.identify[kind],
  }));
}

/** What a device is counted in that has signed in before: nobody else uses it up, and it takes no challenge. */
export function laneBudget(name: string, device: string): ResetBudget {
  return {
    kind: "reset.device",
    subject: `${device} ${name}`,
    windows: (limits) => limits.reset.account,
    soft: () => [],
  };
}

/** What telephone numbers that are typed for an account are counted in, those of a device that it knows by themselves. */
export function numberBudget(
  { account, lane }: Pick<Reset, "account" | "lane">,
): Budget {
  return {
    kind: "reset.numbers",
    subject: lane === null ? account : `${lane} ${account}`,
    windows: (limits) => limits.reset.numbers,
  };
}

/** What whoever has proved it all gets back, whoever used it up: their own resets, numbers and guesses at the password. */
export function ownBudgets(
  { account, userName, lane }: Pick<Reset, "account" | "userName" | "lane">,
): readonly Budget[] {
  const name = typedName(userName);
  const [named] = resetBudgets({ name, block: "" });
  const known = lane === null
    ? []
    : [laneBudget(name, lane), numberBudget({ account, lane })];
  return [
    ...named ? [named] : [],
    numberBudget({ account, lane: null }),
    accountGuesses(canonicalName(userName)),
    ...known,
  ];
}

/** What is counted, or why nothing is. */
export type ResetSpent =
  | { kind: "spent"; changes: readonly Change[] }
  | { kind: "challenge" }
  | { kind: "limit"; until: number };

/** Takes one from each. `entries` stand in the order of `budgets`. */
export function spendReset(
  budgets: readonly ResetBudget[],
  entries: readonly Entry<Usage>[],
  { limits, now, passed }: { limits: Limits; now: number; passed: Passed },
): ResetSpent {
  const at = { limits, now };
  const spent = spendAll(budgets, entries, at);
  if (!spent.ok) return { kind: "limit", until: spent.until };
  const soft = budgets.map((budget) => ({ ...budget, windows: budget.soft }));
  const ordinary = passed !== "none" || spendAll(soft, entries, at).ok;
  return ordinary
    ? { kind: "spent", changes: spent.changes }
    : { kind: "challenge" };
}
