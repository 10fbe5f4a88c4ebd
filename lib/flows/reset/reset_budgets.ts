/**
 * What opening a reset, and typing a number in one, is counted in.
 *
 * @module
 */
import type { Limits, Window } from "@/lib/domain/limits.ts";
import type { Reset, Run } from "@/lib/domain/reset.ts";
import { leftOf, type Usage } from "@/lib/domain/usage.ts";
import { type Budget, spendAll } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { accountGuesses } from "@/lib/flows/prove.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import type { Change, Entry } from "@/lib/store/record.ts";

/** Which challenge whoever opens a reset has passed. */
export type Passed = "none" | "work" | "ticket";

/** A budget, and how much of it takes no challenge. */
export interface ResetBudget extends Budget {
  /** How much the limits in force allow without one. */
  soft(limits: Limits): readonly Window[];
}

/** Characters that stand for a network: 66 bits. */
const NETWORK = 11;

/** What stands for a block of addresses, where strangers are counted by them. */
export function networkOf(
  { keyring }: Pick<Deps, "keyring">,
  block: string,
  { method }: Limits,
): string {
  if (method.by === "account") return "all";
  const digest = keyring.digest("network", block);
  return digest.slice(digest.indexOf(".") + 1).slice(0, NETWORK);
}

/**
 * What everybody is counted in. By the name as it was typed: whose it is plays no
 * part. One network uses up what it has for a name, and nobody else's.
 */
export function resetBudgets(
  { name, block }: { name: string; block: string },
): readonly ResetBudget[] {
  const subjects = { account: name, block, site: "site" };
  const pair: ResetBudget = {
    kind: "reset.pair",
    subject: `${block} ${name}`,
    windows: (limits) => limits.reset.pair,
    soft: () => [],
  };
  const others = (["account", "block", "site"] as const).map((
    kind,
  ): ResetBudget => ({
    kind: `reset.${kind}`,
    subject: subjects[kind],
    windows: (limits) => limits.reset[kind],
    soft: (limits) => limits.identify[kind],
  }));
  return [pair, ...others];
}

/** What a device is counted in that has signed in before, by whichever name: nobody else uses it up, and it takes no challenge. */
export function laneBudget(device: string): ResetBudget {
  return {
    kind: "reset.device",
    subject: device,
    windows: (limits) => limits.reset.pair,
    soft: () => [],
  };
}

/**
 * What telephone numbers that are typed for an account are counted in: a
 * stranger's by network and together, all others by themselves.
 */
export function numberBudgets(
  { account, lane = null, block }: Pick<Run, "account" | "lane" | "block">,
): readonly Budget[] {
  const own: Budget = {
    kind: "reset.numbers",
    subject: `${lane ?? block ?? "own"} ${account}`,
    windows: (limits) => limits.reset.numbers,
  };
  if (lane !== null || block === undefined) return [own];
  return [own, {
    kind: "reset.allNumbers",
    subject: account,
    windows: (limits) => limits.reset.allNumbers,
  }];
}

/**
 * What whoever has proved it all gets back: the guesses at the password, whose
 * limit nobody is told of, and what a device that they know is counted in. What
 * strangers are counted in stays, or one could see that the owner has been there.
 */
export function ownBudgets(
  { account, userName, lane }: Pick<Reset, "account" | "userName" | "lane">,
): readonly Budget[] {
  const known = lane === null
    ? []
    : [laneBudget(lane), ...numberBudgets({ account, lane })];
  return [accountGuesses(canonicalName(userName)), ...known];
}

/** What is counted, or why nothing is. */
export type ResetSpent =
  | { kind: "spent"; changes: readonly Change[] }
  | { kind: "challenge" }
  | { kind: "limit"; until: number };

/** By what a request is judged. */
export interface ResetMoment {
  /** The limits in force. */
  limits: Limits;
  /** In epoch milliseconds. */
  now: number;
  /** Which challenge was passed. */
  passed: Passed;
  /** The wrong proofs of all resets; none for a device that the account knows. */
  wrong: Usage;
}

/** Takes one from each. `entries` stand in the order of `budgets`. */
export function spendReset(
  budgets: readonly ResetBudget[],
  entries: readonly Entry<Usage>[],
  { limits, now, passed, wrong }: ResetMoment,
): ResetSpent {
  const at = { limits, now };
  const spent = spendAll(budgets, entries, at);
  if (!spent.ok) return { kind: "limit", until: spent.until };
  const soft = budgets.map((budget) => ({ ...budget, windows: budget.soft }));
  const calm = leftOf(wrong, limits.identify.wrong, now) > 0 &&
    spendAll(soft, entries, at).ok;
  return passed !== "none" || calm
    ? { kind: "spent", changes: spent.changes }
    : { kind: "challenge" };
}
