/**
 * Counting a guess before it is judged, so that guesses that race cannot outrun
 * the limit.
 *
 * @module
 */
import { LIMITS } from "@/lib/domain/limits.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import {
  type Budget,
  budgetRef,
  giveBack,
  spendAll,
} from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** Where the guess is counted now, as after its commit; or until when none is taken, in epoch milliseconds. */
export type Counted =
  | { ok: true; counters: readonly Entry<Usage>[] }
  | { ok: false; until: number };

/** Takes one from every budget, or none from any. */
export async function countTry(
  deps: Deps,
  budgets: readonly Budget[],
): Promise<Counted> {
  const refs = budgets.map((budget) => budgetRef(deps, budget));
  const [policy, ...found] = await read(deps.kv, [policyRef(), ...refs]);
  // The refs behind the policy's are the budgets'.
  const entries = found as readonly Entry<Usage>[];
  return await spendTry(deps, policy.value, { budgets, entries });
}

/** The same, of budgets that were read, in their order. */
export async function spendTry(
  deps: Deps,
  policy: Policy | null,
  { budgets, entries }: {
    budgets: readonly Budget[];
    entries: readonly Entry<Usage>[];
  },
): Promise<Counted> {
  const limits = LIMITS[(policy ?? DEFAULT_POLICY).limits];
  const { result, versionstamp } = await transact(deps.kv, entries, (found) => {
    const spent = spendAll(budgets, found, { limits, now: deps.now() });
    return { changes: spent.ok ? spent.changes : [], result: spent };
  });
  if (!result.ok) return { ok: false, until: result.until };
  const counters = result.changes.map(({ entry, to }) => {
    return { ...entry, value: to, versionstamp } as Entry<Usage>;
  });
  return { ok: true, counters };
}

/** Gives the guess back: nothing came of it that counts. */
export async function giveAllBack(
  deps: Deps,
  counters: readonly Entry<Usage>[],
): Promise<void> {
  await transact(deps.kv, counters, (entries) => ({
    changes: entries.map(giveBack),
    result: null,
  }));
}
