/**
 * Telephone numbers that are typed in a reset and get no code.
 *
 * @module
 */
import { leftOf } from "@/lib/domain/usage.ts";
import { budgetRef, spendAll } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { numberBudgets } from "@/lib/flows/reset/reset_budgets.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { Decision } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** Why a number gets no code. */
export type NumberAnswer =
  /** It is another one; `left` is how many may still be typed for now. */
  | { kind: "mismatch"; left: number }
  /** So many were typed that none is looked at, right or wrong; `until` is in epoch milliseconds. */
  | { kind: "numbers"; until: number };

/** Counts it, and says whether more may be typed. */
export async function countNumber(
  deps: Deps,
  { session, limits, now }: RunVisit,
): Promise<NumberAnswer> {
  const budgets = numberBudgets(session);
  const refs = budgets.map((budget) => budgetRef(deps, budget));
  const { result } = await transact(
    deps.kv,
    await read(deps.kv, refs),
    (entries): Decision<NumberAnswer> => {
      const spent = spendAll(budgets, entries, { limits, now });
      if (!spent.ok) {
        return { changes: [], result: { kind: "numbers", until: spent.until } };
      }
      const left = Math.min(
        ...budgets.map((budget, i) =>
          leftOf(entries[i]?.value ?? [], budget.windows(limits), now)
        ),
      );
      return {
        changes: spent.changes,
        result: { kind: "mismatch", left: left - 1 },
      };
    },
  );
  const { account } = session;
  const over = result.kind === "numbers";
  deps.log(over ? "excess_rate_limit_exceeded" : "authn_number_fail", {
    account,
  });
  return result;
}
