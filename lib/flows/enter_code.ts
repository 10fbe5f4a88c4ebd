/**
 * Typing the code: the right one makes the number the account's phone, in the
 * same commit that uses the code up.
 *
 * @module
 */
import { failuresOf, NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { isProof } from "@/lib/domain/purpose.ts";
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
import { findElsewhere, isCodeOf } from "@/lib/flows/find_elsewhere.ts";
import { isHeld, mayChange } from "@/lib/flows/may_change.ts";
import { type Notices, tellPerson } from "@/lib/flows/notices.ts";
import {
  type Holders,
  type Lacking,
  transactHolders,
} from "@/lib/flows/phone_holders.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";

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
  let drafted: Notices | null = null;
  const notices = () => drafted ??= noticesOf(deps, visit);
  const entries = [person, verification] as const;
  const { result, versionstamp } = await transactHolders(
    deps.kv,
    { entries, holders: nobody(visit.verification) },
    (now, holders) => decide({ deps, visit, attempt, notices, holders }, now),
  );
  report(deps, visit, result);
  if (result.kind === "right") notices().sendAfter(versionstamp);
  if (result.kind !== "wrong") return result;
  return await findElsewhere(deps, visit, attempt.code) ?? result;
}

interface Case {
  deps: Deps;
  visit: SignedInVisit;
  attempt: Try;
  /** What tells the person's other addresses: drafted once, for the right code alone. */
  notices(): Notices;
  /** Who has the numbers, as far as it is known. */
  holders: Holders;
}

/** To every address but the one that is being confirmed. */
function noticesOf(
  deps: Deps,
  { session: { account }, person, verification }: SignedInVisit,
) {
  const except = verification ? indexesAt(verification) : [];
  return tellPerson(deps, person, { what: "changed", account, except });
}

function decide(
  { deps, visit, attempt, notices, holders }: Case,
  [person, verification]: readonly [
    VisitEntries["person"],
    VisitEntries["verification"],
  ],
): Decision<EnterAnswer | Lacking> {
  const who = person.value ?? NEWCOMER;
  const waiting = verification.value;
  if (waiting === null || !isOpen(visit, who, { waiting, attempt })) {
    return { changes: [], result: { kind: "none" } };
  }
  const { account } = visit.session;
  const right = isCodeOf(deps, waiting, { account, code: attempt.code });
  const method = methodOf(waiting.purpose);
  const state = { verification: waiting, failures: failuresOf(who, method) };
  const judged = judgeCode(state, { right, at: visit.now }, visit.limits);
  const failures = { ...who.failures, [method]: judged.failures };
  const counted: Person = { ...who, failures };
  const used = change(verification, judged.verification);
  const result = judged.answer;
  if (result.kind === "right") {
    const { locale } = attempt;
    const facts = { verification: state.verification, holders, locale };
    const binding = bindingOf(visit, facts);
    const bound = bindProof(counted, state.verification, binding);
    if (bound.kind !== "bound") return { changes: [], result: bound };
    const changed = change(person, bound.person);
    const changes = [changed, used, ...bound.index, ...notices().changes];
    return { changes, result };
  }
  const same = judged.verification === state.verification &&
    judged.failures === state.failures;
  return { changes: same ? [] : [change(person, counted), used], result };
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
