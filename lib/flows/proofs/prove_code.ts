/**
 * Proving who one is by the code that was sent to what is on file.
 *
 * @module
 */
import { LONG_DIGITS, SHORT_DIGITS } from "@/lib/domain/code_text.ts";
import { isOneMore } from "@/lib/domain/failures.ts";
import { trusted } from "@/lib/domain/frozen.ts";
import { NEWCOMER, NO_FAILURES, type Person } from "@/lib/domain/person.ts";
import { isProofFor, type ProofEnd } from "@/lib/domain/purpose.ts";
import { laneOf } from "@/lib/domain/lane.ts";
import {
  asksForLong,
  readTally,
  type Tally,
  writeTally,
} from "@/lib/domain/tally.ts";
import {
  type CodeAnswer,
  judgeCode,
  methodOf,
  type Verification,
} from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type Judged, noteWrong } from "@/lib/flows/proofs/note_wrong.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of the code; `none` where no code was sent for this, or what it was sent to is gone; `short` and `long` where it cannot be the one, which counts nothing. */
export type ProveCodeAnswer = CodeAnswer | { kind: "none" | "short" | "long" };

/** One try. */
export interface ProofTry {
  /** ASCII digits, as many as a short or a long code has. */
  code: string;
  /** What the code was sent for. */
  end: ProofEnd;
  /** The index of what the directory has that counts beside what the person has; absent for none. */
  beside?: string | null;
  /** Whether it comes with the mail's link, which nobody can guess. */
  link?: boolean;
}

/** What tells whether a code is too short. */
export type Outrun =
  & Pick<SignedInVisit, "person" | "session" | "now" | "limits">
  & { readonly verification: Verification };

type Found = readonly [VisitEntries["person"], VisitEntries["verification"]];

/** Counts one try; the right code is used up in the same commit. */
export async function proveCode(
  deps: Deps,
  visit: SignedInVisit,
  attempt: ProofTry,
): Promise<ProveCodeAnswer> {
  const { person, verification } = visit.entries;
  const { result: judged } = await transact(
    deps.kv,
    [person, verification] as const,
    (found) => decide(deps, { visit, ...attempt }, found),
  );
  const { limits, session } = visit;
  noteWrong(deps, { lane: laneOf(session), limits }, judged);
  const { answer } = judged;
  const event = EVENTS[answer.kind];
  const { counts: method = null } = verification.value ?? {};
  if (event) deps.log(event, { account: session.account, method });
  return answer;
}

function decide(
  { keyring }: Deps,
  { visit, code, end, beside = null, link = false }: ProofTry & {
    visit: SignedInVisit;
  },
  [person, entry]: Found,
): Decision<Judged<ProveCodeAnswer>> {
  const who = person.value ?? NEWCOMER;
  const verification = entry.value;
  const known = verification !== null &&
    isOnFile(who, verification, { end, beside });
  if (!known) {
    const answer = { kind: "none" } as const;
    return { changes: [], result: { answer, wrong: false } };
  }
  const unfit = misfit(verification, code);
  if (unfit !== null) {
    return { changes: [], result: { answer: { kind: unfit }, wrong: false } };
  }
  const { digest, purpose, id } = verification;
  const { account } = visit.session;
  const right = keyring.matches(digest, "code", purpose, id, account, code);
  const judged = judge({ visit, who, right, link }, verification);
  const same = judged.verification === verification;
  const changes = same ? [] : [
    change(person, judged.person),
    change(entry, judged.verification),
  ];
  const { answer, wrong } = judged;
  return { changes, result: { answer, wrong } };
}

/** How the code is of another length than the one that was sent; `null` where it is not. */
function misfit({ long = false }: Verification, code: string) {
  const digits = long ? LONG_DIGITS : SHORT_DIGITS;
  if (code.length === digits) return null;
  return code.length < digits ? "short" as const : "long" as const;
}

/** Judges the code. One that nobody can guess counts nothing but its own tries; where one is asked for, another counts no more. */
function judge(
  { visit, who, right, link }: {
    visit: SignedInVisit;
    who: Person;
    right: boolean;
    link: boolean;
  },
  verification: Verification,
): Judged<CodeAnswer> & { person: Person; verification: Verification } {
  const { now, limits } = visit;
  if (!link && isOutrun({ ...visit, person: who, verification })) {
    const answer = { kind: "tries" } as const;
    return { person: who, verification, answer, wrong: false };
  }
  const tally = tallyOf(visit, verification);
  const free = link || verification.long === true;
  const failures = free ? NO_FAILURES : readTally(who, tally, now);
  const guess = { right, at: now };
  const judged = judgeCode({ verification, failures }, guess, limits);
  const { kind } = judged.answer;
  const person = free && kind !== "right"
    ? who
    : writeTally(who, tally, judged.failures);
  const over = (kind === "wrong" || kind === "blocked") && !free &&
    asksForLong(person, tally, { now, limits });
  return {
    person,
    verification: judged.verification,
    answer: over ? { kind: "tries" } : judged.answer,
    wrong: isOneMore(failures, judged.failures),
  };
}

/** Whether a code that was sent is too short by now: the next one is long. */
export function isOutrun(
  { person, session, verification, now, limits }: Outrun,
): boolean {
  return verification.step === "code" && !verification.long &&
    asksForLong(person, tallyOf({ session }, verification), { now, limits });
}

function tallyOf(
  { session }: Pick<SignedInVisit, "session">,
  { counts, purpose }: Verification,
): Tally {
  return { method: counts ?? methodOf(purpose), lane: laneOf(session) };
}

/** Whether it was sent for a proof, to what has not been changed, removed or doubted since. */
function isOnFile(
  person: Person,
  { purpose, replaces }: Verification,
  { end, beside }: Omit<ProofTry, "code">,
): boolean {
  const { phones, email } = trusted(person);
  const held = [email, ...phones].some((each) => each?.index === replaces) ||
    replaces !== null && replaces === beside;
  return isProofFor(purpose, end) && held;
}

const EVENTS: Partial<Record<ProveCodeAnswer["kind"], string>> = {
  wrong: "authn_token_fail",
  tries: "authn_login_fail_max",
  blocked: "authn_login_lock",
  used: "authn_token_reuse",
};
