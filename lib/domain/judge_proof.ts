/**
 * The judgement of a proof that is right or wrong and is counted by method. Pure.
 *
 * @module
 */
import {
  blockedUntil,
  countFailure,
  triesLeft,
} from "@/lib/domain/failures.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import { type Failures, NO_FAILURES } from "@/lib/domain/person.ts";

/** What became of a proof. `left` is how many wrong ones may follow before none is taken; `until` is in epoch milliseconds. */
export type ProofAnswer =
  | { kind: "right" }
  | { kind: "wrong"; left: number }
  | { kind: "blocked"; until: number };

/** The answer to every proof while the method is blocked; `null` where it is not. */
export function blockedAnswer(
  failures: Failures,
  at: number,
): ProofAnswer | null {
  const until = blockedUntil(failures, at);
  return until === null ? null : { kind: "blocked", until };
}

/** Judges a proof that came at `guess.at` (epoch milliseconds): a right one clears the count. */
export function judgeProof(
  failures: Failures,
  guess: { readonly right: boolean; readonly at: number },
  limits: Limits,
): { failures: Failures; answer: ProofAnswer } {
  const blocked = blockedAnswer(failures, guess.at);
  if (blocked !== null) return { failures, answer: blocked };
  if (guess.right) return { failures: NO_FAILURES, answer: { kind: "right" } };
  const counted = countFailure(failures, guess.at, limits);
  const left = triesLeft(counted, limits);
  const answer = blockedAnswer(counted, guess.at) ??
    { kind: "wrong" as const, left };
  return { failures: counted, answer };
}
