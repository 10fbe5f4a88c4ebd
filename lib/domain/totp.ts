/**
 * Which time steps of an authenticator app count, and the judgement of a code
 * that was typed for it. Pure: it knows no seed and reads no clock.
 *
 * @module
 */
import {
  blockedAnswer,
  judgeProof,
  type ProofAnswer,
} from "@/lib/domain/judge_proof.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import type { Failures } from "@/lib/domain/person.ts";

/** What became of a typed code; `used` asks for the app's next one. */
export type TotpAnswer = ProofAnswer | { kind: "used" };

/** What the judgement starts from. */
export interface TotpState {
  /** The last step whose code was taken; -1 where none was. */
  readonly used: number;
  /** Wrong codes in a row. */
  readonly failures: Failures;
}

/**
 * The steps whose codes are taken at a step, the current one first: that one and
 * the one before. NIST SP 800-63B-4 §3.1.4.2 allows for drift and the time of
 * typing, and RFC 6238 §5.2 for one step of delay. OWASP ASVS 6.5.5 read strictly
 * allows 30 seconds in all, so that a code typed near its end would fail though
 * the app still showed it; single use and the count of wrong ones stand in.
 */
export function takenSteps(step: number): readonly number[] {
  return [step, step - 1];
}

/**
 * The steps next to those that are taken: whoever types a code of these has the
 * right app and a wrong clock. Say so only to somebody who was shown the seed: a
 * guesser who learns the code of a step to come would have it.
 */
export function skewedSteps(step: number): readonly number[] {
  return [step + 1, step - 2, step + 2, step - 3];
}

/**
 * Judges a code that was typed at `guess.at` (epoch milliseconds) and is that of
 * `guess.step`, `null` where it is of no step that is taken; or the last of `many`
 * in a row. A step counts once, and none before it after that (NIST SP 800-63B-4
 * §3.1.4.2, OWASP ASVS 6.5.1): a code that was taken is not counted as a wrong one.
 */
export function judgeTotp(
  { used, failures }: TotpState,
  { step, at, many = 1 }: {
    readonly step: number | null;
    readonly at: number;
    readonly many?: number;
  },
  limits: Limits,
): { failures: Failures; answer: TotpAnswer } {
  const spent = step !== null && step - many < used;
  if (spent && blockedAnswer(failures, at) === null) {
    return { failures, answer: { kind: "used" } };
  }
  return judgeProof(failures, { right: step !== null && !spent, at }, limits);
}
