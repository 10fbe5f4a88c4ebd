/**
 * Typing the code: the right one makes the number the account's phone, in the
 * same commit that uses the code up.
 *
 * @module
 */
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { isProof } from "@/lib/domain/purpose.ts";
import { forgetTallies, readTally, writeTally } from "@/lib/domain/tally.ts";
import { withReach } from "@/lib/domain/reach.ts";
import {
  type CodeAnswer,
  judgeCode,
  methodOf,
  type Verification,
} from "@/lib/domain/verification.ts";
import {
  bindingOf,
  bindProof,
  indexesAt,
  nobody,
} from "@/lib/flows/bind_proof.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  countAstray,
  findElsewhere,
  isCodeOf,
} from "@/lib/flows/find_elsewhere.ts";
import { isHeld, mayChange } from "@/lib/flows/may_change.ts";
import { type Notices, tellPerson } from "@/lib/flows/notices.ts";
import {
  type Holders,
  type Lacking,
  transactHolders,
} from "@/lib/flows/phone_holders.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Change, Decision } from "@/lib/store/record.ts";

/** What came of the code. */
export type EnterAnswer =
  | CodeAnswer
  /** No code was asked for in this session. */
  | { kind: "none" }
  /** It was sent for another window or device of the same person. */
  | { kind: "elsewhere" }
  /** It was sent for something else. */
  | { kind: "purpose" }
  /** It is right, but as many other accounts have the number as may: nothing changes. */
  | { kind: "taken" };

/** One try. */
export interface Try {
  /** What the page is about that it was typed on. */
  method: "phone" | "email";
  /** Six ASCII digits. */
  code: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** Counts one try and says what came of it. */
export async function enterCode(
  deps: Deps,
  visit: SignedInVisit,
  attempt: Try,
): Promise<EnterAnswer> {
  const { person, verification } = visit.entries;
  const entries = [person, verification] as const;
  const { result, versionstamp } = await transactHolders(
    deps.kv,
    { entries, holders: nobody(visit.verification) },
    (now, holders) => decide({ deps, visit, attempt, holders }, now),
  );
  const { answer, notices } = result;
  report(deps, visit, answer);
  notices?.sendAfter(versionstamp);
  if (answer.kind !== "wrong" && answer.kind !== "none") return answer;
  return await findElsewhere(deps, visit, attempt) ?? answer;
}

interface Case {
  deps: Deps;
  visit: SignedInVisit;
  attempt: Try;
  /** Who has the numbers, as far as it is known. */
  holders: Holders;
}

/** What a decision comes to. */
interface Judged {
  kind: "judged";
  answer: EnterAnswer;
  /** What tells the addresses that the person has at that moment, but for the one that is confirmed. */
  notices: Notices | null;
}

function judged(answer: EnterAnswer, notices: Notices | null = null): Judged {
  return { kind: "judged", answer, notices };
}

function decide(
  { deps, visit, attempt, holders }: Case,
  [person, verification]: readonly [
    VisitEntries["person"],
    VisitEntries["verification"],
  ],
): Decision<Judged | Lacking> {
  const who = person.value ?? NEWCOMER;
  const waiting = verification.value;
  if (waiting === null || !isOpen(visit, who, { waiting, attempt })) {
    const { changes, answer } = countAstray(visit, attempt.method, person);
    return { changes, result: judged(answer) };
  }
  const { account } = visit.session;
  const right = isCodeOf(deps, waiting, { account, code: attempt.code });
  const tally = { method: methodOf(waiting.purpose), lane: "own" } as const;
  const state = {
    verification: waiting,
    failures: readTally(who, tally, visit.now),
  };
  const next = judgeCode(state, { right, at: visit.now }, visit.limits);
  const used = change(verification, next.verification);
  if (next.answer.kind === "right") {
    const anew = forgetTallies(who, tally.method);
    const bound = bind({ deps, visit, attempt, holders }, anew, waiting);
    if ("kind" in bound) return { changes: [], result: bound };
    const changes = [change(person, bound.person), used, ...bound.changes];
    return { changes, result: judged(next.answer, bound.notices) };
  }
  const same = next.verification === waiting &&
    next.failures === state.failures;
  const counted = writeTally(who, tally, next.failures);
  const changes = same ? [] : [change(person, counted), used];
  return { changes, result: judged(next.answer) };
}

/** The person with what the code has confirmed, and what is changed and told beside that. */
function bind(
  { deps, visit, attempt: { locale }, holders }: Case,
  who: Person,
  verification: Verification,
):
  | { person: Person; changes: readonly Change[]; notices: Notices }
  | Judged
  | Lacking {
  const facts = { verification, holders, locale };
  const bound = bindProof(who, verification, bindingOf(visit, facts));
  if (bound.kind === "lacking") return bound;
  if (bound.kind === "taken") return judged(bound);
  const { account } = visit.session;
  const except = indexesAt(verification);
  const notices = tellPerson(deps, withReach(who, visit.directory), {
    what: "changed",
    account,
    policy: visit.policy,
    except,
  });
  const changes = [...bound.index, ...notices.changes];
  return { person: bound.person, changes, notices };
}

/**
 * Whether the code could be asked for as things stand now, on the page that it was
 * typed on. A proof that was fresh when it was sent is fresh enough; what another
 * session has set up since counts. One that was sent to prove something sets
 * nothing up.
 */
function isOpen(
  visit: SignedInVisit,
  person: Person,
  { waiting, attempt }: { waiting: Verification; attempt: Try },
): boolean {
  const { purpose, sentAt } = waiting;
  const method = methodOf(purpose);
  if (method !== attempt.method || isProof(purpose)) return false;
  const then = { ...visit, person, now: sentAt };
  return !isHeld(person, visit.session) && mayChange(then, method) === null;
}

const EVENTS: Partial<Record<EnterAnswer["kind"], string>> = {
  right: "user_updated",
  wrong: "authn_token_fail",
  tries: "authn_login_fail_max",
  blocked: "authn_login_lock",
  used: "authn_token_reuse",
};

function report(
  deps: Deps,
  { session, verification }: SignedInVisit,
  { kind }: EnterAnswer,
): void {
  const event = EVENTS[kind];
  const method = verification ? methodOf(verification.purpose) : null;
  const fields = { account: session.account, method };
  if (event) deps.log(event, fields);
}
