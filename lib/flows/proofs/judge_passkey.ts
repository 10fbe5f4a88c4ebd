/**
 * What one use of a passkey makes of its owner.
 *
 * @module
 */
import type { Asserted } from "@/lib/crypto/assertion.ts";
import { isOneMore } from "@/lib/domain/failures.ts";
import { judgeProof, type ProofAnswer } from "@/lib/domain/judge_proof.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import { hasGrown } from "@/lib/domain/passkeys.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Lane } from "@/lib/domain/lane.ts";
import { readTally, writeTally } from "@/lib/domain/tally.ts";
import type { Judged } from "@/lib/flows/proofs/note_wrong.ts";

/** What came of a use. */
export type PasskeyJudged =
  /** `verified`: the person, and not their device alone (NIST SP 800-63B-4 appendix B: two factors in one). */
  | { kind: "right"; verified: boolean }
  /** Not one of theirs, or not signed as it must be. */
  | { kind: "wrong"; left: number }
  /** Its counter is behind: there may be a copy of it. */
  | { kind: "copied"; left: number }
  /** No proof by passkey is taken until then, in epoch milliseconds. */
  | { kind: "blocked"; until: number };

/** A passkey that was used, and what its authenticator told. */
export interface PasskeyUse {
  /** The credential's ID. */
  id: string;
  /** Whether it signed as it must, and what it said. */
  asserted: Asserted;
}

/** Judges a use at `now` (epoch milliseconds): counts a wrong one, notes a right one. */
export function judgePasskey(
  who: Person,
  { id, asserted }: PasskeyUse,
  { now, limits, lane }: { now: number; limits: Limits; lane: Lane },
): { person: Person } & Judged<PasskeyJudged> {
  const passkey = who.passkeys.find((each) => each.id === id);
  const told = passkey && asserted.ok ? asserted : null;
  const right = told !== null && hasGrown(passkey?.counter ?? 0, told.counter);
  const tally = { method: "passkey", lane } as const;
  const before = readTally(who, tally, now);
  const guess = { right, at: now };
  const { failures, answer } = judgeProof(before, guess, limits);
  const counted = writeTally(who, tally, failures);
  const person = told && answer.kind === "right"
    ? noteUse(counted, { id, counter: told.counter, at: now })
    : counted;
  const wrong = isOneMore(before, failures);
  return { person, answer: answerOf(answer, told), wrong };
}

function answerOf(
  answer: ProofAnswer,
  told: { verified: boolean } | null,
): PasskeyJudged {
  if (answer.kind === "right") {
    return { ...answer, verified: told?.verified ?? false };
  }
  return told && answer.kind === "wrong"
    ? { ...answer, kind: "copied" }
    : answer;
}

function noteUse(
  who: Person,
  { id, counter, at }: { id: string; counter: number; at: number },
): Person {
  const passkeys = who.passkeys.map((passkey) =>
    passkey.id === id ? { ...passkey, counter, usedAt: at } : passkey
  );
  return { ...who, passkeys };
}
