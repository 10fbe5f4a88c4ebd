/**
 * Budgets: how often something may be done, counted in the store under keyed
 * digests of whoever it is counted for.
 *
 * @module
 */
import type { Limits, Window } from "@/lib/domain/limits.ts";
import { spend, type Usage } from "@/lib/domain/usage.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { change } from "@/lib/store/entries.ts";
import type { Change, Entry, Ref } from "@/lib/store/record.ts";
import { usageRef } from "@/lib/store/usage.ts";

/** One budget: what is counted, for whom, and how much is allowed. */
export interface Budget {
  /** What is counted, such as "send.number". */
  kind: string;
  /** For whom: a number, an account, a block. Stored as a keyed digest only. */
  subject: string;
  /** How much the limits in force allow. */
  windows(limits: Limits): readonly Window[];
}

/** Whether every budget allows one more; what to write if so, until when not. */
export type Spent =
  | { ok: true; changes: Change[] }
  | { ok: false; kind: string; until: number };

/** The record in which a budget is counted. */
export function budgetRef(
  { keyring }: Pick<Deps, "keyring">,
  { kind, subject }: Budget,
): Ref<Usage> {
  return usageRef(keyring.digest("usage", kind, subject));
}

/** Takes one from every budget, or none from any. `entries` stand in the order of `budgets`. */
export function spendAll(
  budgets: readonly Budget[],
  entries: readonly Entry<Usage>[],
  { limits, now }: { limits: Limits; now: number },
): Spent {
  const changes: Change[] = [];
  for (const [i, budget] of budgets.entries()) {
    const entry = entries[i];
    if (entry === undefined) continue;
    const spent = spend(entry.value ?? [], budget.windows(limits), now);
    if (!spent.ok) return { ok: false, kind: budget.kind, until: spent.until };
    changes.push(change(entry, spent.usage));
  }
  return { ok: true, changes };
}

/** Counts one more in each; a full one stays full, and refuses nobody. */
export function noteAll(
  budgets: readonly Budget[],
  entries: readonly Entry<Usage>[],
  at: { limits: Limits; now: number },
): Change[] {
  return budgets.flatMap((budget, i) => {
    const spent = spendAll([budget], entries.slice(i, i + 1), at);
    return spent.ok ? spent.changes : [];
  });
}

/** Gives back the newest one taken; what is empty then is deleted. */
export function giveBack(entry: Entry<Usage>): Change {
  const last = entry.value?.at(-1);
  if (!entry.value || !last) return change(entry, null);
  const [at, count] = last;
  const before = entry.value.slice(0, -1);
  const left: Usage = count > 1 ? [...before, [at, count - 1]] : before;
  return change(entry, left.length === 0 ? null : left);
}
