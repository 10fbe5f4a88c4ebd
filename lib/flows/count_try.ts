/**
 * Counting a guess before it is judged, so that guesses that race cannot outrun
 * the limit.
 *
 * @module
 */
import { LIMITS } from "@/lib/domain/limits.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { type Budget, budgetRef, spendAll } from "@/lib/flows/budgets.ts";
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
  const limits = LIMITS[(policy.value ?? DEFAULT_POLICY).limits];
  const { result, versionstamp } = await transact(
    deps.kv,
    found as readonly Entry<Usage>[],
    (entries) => {
      const spent = spendAll(budgets, entries, { limits, now: deps.now() });
      return { changes: spent.ok ? spent.changes : [], result: spent };
    },
  );
  if (!result.ok) return { ok: false, until: result.until };
  const counters = result.changes.map(({ entry, to }) => {
    return { ...entry, value: to, versionstamp } as Entry<Usage>;
  });
  return { ok: true, counters };
}
