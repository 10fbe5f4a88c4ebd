/**
 * Proving who one is by the code of the authenticator app that is set up.
 *
 * @module
 */
import { fromBase32 } from "@/lib/crypto/base32.ts";
import { stepAt, stepOf } from "@/lib/crypto/totp.ts";
import { APP_DIGITS, SHORT_DIGITS } from "@/lib/domain/code_text.ts";
import { isOneMore } from "@/lib/domain/failures.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import { NO_FAILURES, type Person } from "@/lib/domain/person.ts";
import { type Lane, laneOf } from "@/lib/domain/lane.ts";
import { asksForLong, readTally, writeTally } from "@/lib/domain/tally.ts";
import { judgeTotp, takenSteps, type TotpAnswer } from "@/lib/domain/totp.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type Judged, noteWrong } from "@/lib/flows/proofs/note_wrong.ts";
import type { ProofCase } from "@/lib/flows/proofs/proof_case.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of the code. */
export type TotpTaken =
  | TotpAnswer
  /** No app is set up. */
  | { kind: "none" }
  /** One code is not enough after so many wrong ones: it takes four in a row. */
  | { kind: "four" }
  /** These are not four codes in a row. */
  | { kind: "apart" }
  /** They are fewer digits than are asked for, or more. */
  | { kind: "short" | "long" };

/**
 * Counts one try of six ASCII digits, or of four codes in a row, and uses the step of
 * a right one up in the same commit: of many at once one is right.
 */
export async function takeTotp(
  deps: Deps,
  { account, limits, now, lane, entries }: ProofCase,
  code: string,
): Promise<TotpTaken> {
  const { result: judged } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<Judged<TotpTaken>> => {
      const attempt = { code, limits, now, lane };
      const { person, ...result } = proveTotp(deps, entry.value, attempt);
      const same = person === entry.value;
      return { changes: same ? [] : [change(entry, person)], result };
    },
  );
  noteWrong(deps, { lane, limits }, judged);
  const { answer } = judged;
  const event = EVENTS[answer.kind];
  if (event) deps.log(event, { account, method: "totp" });
  return answer;
}

/** Of a right one its caller tells, who knows what it is for. */
const EVENTS: Partial<Record<TotpTaken["kind"], string>> = {
  wrong: "authn_token_fail",
  apart: "authn_token_fail",
  four: "authn_login_fail_max",
  used: "authn_token_reuse",
  blocked: "authn_login_lock",
};

/** What a try makes of the person, for a commit that changes more; the same object where it changes nothing. */
export function proveTotp(
  { keyring }: Pick<Deps, "keyring">,
  person: Person | null,
  { code, limits, now, lane }: {
    code: string;
    limits: Limits;
    now: number;
    lane: Lane;
  },
): { person: Person | null } & Judged<TotpTaken> {
  if (person === null || person.totp === null) {
    return { person, answer: { kind: "none" }, wrong: false };
  }
  const tally = { method: "totp", lane } as const;
  const four = asksForLong(person, tally, { now, limits });
  const digits = four ? APP_DIGITS : SHORT_DIGITS;
  if (code.length !== digits) {
    const answer = { kind: misfit(code.length, four) };
    return { person, answer, wrong: false };
  }
  const { totp } = person;
  const seed = openSeed({ keyring }, totp.secret);
  const step = stepOf(seed, code, takenSteps(stepAt(now)));
  const before = four ? NO_FAILURES : readTally(person, tally, now);
  const state = { used: totp.step, failures: before };
  const guess = { step, at: now, many: code.length / SHORT_DIGITS };
  const { failures, answer } = judgeTotp(state, guess, limits);
  const right = answer.kind === "right" && step !== null;
  const wrong = isOneMore(before, failures);
  if (!wrong && !right) return { person, answer, wrong };
  const counted = four && !right ? person : writeTally(person, tally, failures);
  const proved = right ? { ...counted, totp: { ...totp, step } } : counted;
  const said = wrong && asksForLong(proved, tally, { now, limits })
    ? { kind: four ? "apart" as const : "four" as const }
    : answer;
  return { person: proved, answer: said, wrong };
}

/** Whether one code is too short by now. */
export function asksForFour(
  { person, session, now, limits }: Pick<
    SignedInVisit,
    "person" | "session" | "now" | "limits"
  >,
): boolean {
  const tally = { method: "totp", lane: laneOf(session) } as const;
  return asksForLong(person, tally, { now, limits });
}

/** What is said of a code of another length. */
function misfit(length: number, four: boolean): "four" | "short" | "long" {
  if (four) return length === SHORT_DIGITS ? "four" : "short";
  return "long";
}

/** The bytes of a sealed seed. Throws `SealError`. */
export function openSeed(
  { keyring }: Pick<Deps, "keyring">,
  secret: string,
): Uint8Array {
  const seed = fromBase32(keyring.open("totp", secret));
  if (seed === null) throw new TypeError("A sealed seed is not base32");
  return seed;
}
