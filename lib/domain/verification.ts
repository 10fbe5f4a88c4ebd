/**
 * One code on its way to a phone, and the judgement of what was typed for it.
 * Pure: it reads no clock, no store and no settings of its own.
 *
 * @module
 */
import { countFailure, triesLeft } from "@/lib/domain/failures.ts";
import { blockedAnswer } from "@/lib/domain/judge_proof.ts";
import { isAlive } from "@/lib/domain/life.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import type { Channel, Method } from "@/lib/domain/method.ts";
import type { Asked } from "@/lib/domain/resend.ts";
import { type Failures, NO_FAILURES } from "@/lib/domain/person.ts";

/** What a code was sent for; it counts for nothing else. */
export type Purpose =
  | "phone.register"
  | "phone.change"
  | "email.register"
  | "email.change"
  /** To prove who one is, by what is on file already. */
  | "phone.prove"
  | "email.prove"
  /** The same, in a practice run. */
  | "phone.practice"
  | "email.practice"
  /** The same, on the way back in. */
  | "phone.reset"
  | "email.reset";

/** The code that one session waits for. Times are epoch milliseconds. */
export interface Verification {
  /** `burnt` after too many wrong tries; `used` after the right one. */
  step: "code" | "used" | "burnt";
  /** Names this transaction in the code's digest. */
  id: string;
  /** What the code was sent for. */
  purpose: Purpose;
  /** The E.164 number or the email address, sealed. */
  to: string;
  /** The keyed blind index of that. */
  index: string;
  /** Its indexes under the older keys, newest first. */
  older: readonly string[];
  /** The index of what it will replace, or is to prove; `null` where it is added. */
  replaces: string | null;
  /** The region of a number: ISO 3166-1 alpha-2; `null` of an address. */
  region: string | null;
  /** A typed `+` named another country than the list did. */
  overruled: boolean;
  /** How the code travels. */
  channel: Channel;
  /** The code, sealed, so that the same one can be sent again. */
  code: string;
  /** Whether it is too long to guess; six digits where absent. */
  long?: boolean;
  /** The method that wrong codes count against; that of the purpose where absent. */
  counts?: Method;
  /** The keyed digest of the code. */
  digest: string;
  /** How often it was sent. */
  sends: number;
  /** When it was sent last. */
  sentAt: number;
  /** From when it may be sent again. */
  resendAt: number;
  /** When its life ends; sending it again does not move this. */
  until: number;
  /** Wrong tries of this code. */
  tries: number;
  /** What the session's codes were sent to before, newest first. */
  others: readonly Asked[];
}

/** A code, and the wrong codes in a row that its person has typed for the method. */
export interface CodeState {
  /** The code that waits. */
  readonly verification: Verification;
  /** The count that outlives codes and channels (NIST SP 800-63B-4 §3.1.3.2). */
  readonly failures: Failures;
}

/**
 * What became of a typed code. `left` is how many wrong ones may follow before
 * none is taken; `tries` asks for a new code; `until` is in epoch milliseconds.
 */
export type CodeAnswer =
  | { kind: "right" }
  | { kind: "wrong"; left: number }
  | { kind: "late" }
  | { kind: "tries" }
  | { kind: "blocked"; until: number }
  | { kind: "used" };

/**
 * Judges a code that was typed at `guess.at` (epoch milliseconds), and returns
 * what the verification and the failures become. Only a guess that could have
 * been right is counted: a used, blocked, late or burnt code answers the same
 * to every guess, but for the right one again, which did work.
 */
export function judgeCode(
  state: CodeState,
  guess: { readonly right: boolean; readonly at: number },
  limits: Limits,
): CodeState & { answer: CodeAnswer } {
  const closed = closedAnswer(state, guess);
  if (closed !== null) return { ...state, answer: closed };
  if (!guess.right) return countWrong(state, guess.at, limits);
  const verification: Verification = { ...state.verification, step: "used" };
  return { verification, failures: NO_FAILURES, answer: { kind: "right" } };
}

function closedAnswer(
  { verification, failures }: CodeState,
  { right, at }: { readonly right: boolean; readonly at: number },
): CodeAnswer | null {
  if (verification.step === "used") return { kind: right ? "used" : "late" };
  const blocked = blockedAnswer(failures, at);
  if (blocked !== null) return blocked;
  if (!isUsable(verification, at)) return { kind: "late" };
  return verification.step === "burnt" ? { kind: "tries" } : null;
}

function countWrong(
  { verification, failures }: CodeState,
  at: number,
  limits: Limits,
): CodeState & { answer: CodeAnswer } {
  const tries = verification.tries + 1;
  const step = tries >= limits.code.tries ? "burnt" : "code";
  const counted = countFailure(failures, at, limits);
  const left = Math.min(limits.code.tries - tries, triesLeft(counted, limits));
  const wrong = left > 0
    ? { kind: "wrong" as const, left }
    : { kind: "tries" as const };
  return {
    verification: { ...verification, tries, step },
    failures: counted,
    answer: blockedAnswer(counted, at) ?? wrong,
  };
}

/** Whether its code may be typed at `now` (epoch milliseconds), as far as its life goes. */
export function isUsable(
  { sentAt, until }: Pick<Verification, "sentAt" | "until">,
  now: number,
): boolean {
  return isAlive({ from: sentAt, until }, now);
}

/** The method that a code of this purpose proves. */
export function methodOf(purpose: Purpose): Extract<Method, "phone" | "email"> {
  return purpose.startsWith("phone") ? "phone" : "email";
}
