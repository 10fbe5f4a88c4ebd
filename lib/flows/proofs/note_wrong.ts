/**
 * Wrong proofs of all resets together: one on each of many accounts is nothing that
 * the limits of an account see.
 *
 * @module
 */
import type { Limits } from "@/lib/domain/limits.ts";
import type { Lane } from "@/lib/domain/lane.ts";
import { leftOf } from "@/lib/domain/usage.ts";
import { type Budget, budgetRef, noteAll } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { read, transact } from "@/lib/store/records.ts";

/** Where they are counted. It refuses nobody: it asks for challenges, and for harder ones. */
export const WRONG_PROOFS: Budget = {
  kind: "reset.wrong",
  subject: "site",
  windows: ({ challenge }) => [challenge.wrong],
};

/** What came of a proof. */
export interface Judged<Answer> {
  /** What is said of it. */
  readonly answer: Answer;
  /** Whether it was judged and not right: the last one of a code or before a wait as well. */
  readonly wrong: boolean;
}

/** Counts a wrong one of somebody who is not signed in, after the answer. */
export function noteWrong(
  deps: Deps,
  { lane, limits }: { lane: Lane; limits: Limits },
  { wrong }: Pick<Judged<unknown>, "wrong">,
): void {
  if (!wrong || lane === "own") return;
  deps.later(async () => {
    const found = await read(deps.kv, [budgetRef(deps, WRONG_PROOFS)] as const);
    const at = { limits, now: deps.now() };
    const { result } = await transact(deps.kv, found, (entries) => ({
      changes: noteAll([WRONG_PROOFS], entries, at),
      result: leftOf(entries[0].value ?? [], limits.identify.wrong, at.now),
    }));
    if (result === 1) deps.log("excess_wrong_proofs");
  });
}
