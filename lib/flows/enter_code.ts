/**
 * Typing the code: the right one makes the number the account's phone, in the
 * same commit that uses the code up.
 *
 * @module
 */
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import {
  type CodeAnswer,
  judgeCode,
  type Verification,
} from "@/lib/domain/verification.ts";
import { bindPhone } from "@/lib/flows/bind_phone.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type Notice, tellPhone } from "@/lib/flows/tell_phone.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";
import { verificationsOf } from "@/lib/store/verifications.ts";

/** What came of the code. */
export type EnterAnswer =
  | CodeAnswer
  /** No code was asked for in this session. */
  | { kind: "none" }
  /** It was sent for another window or device of the same person. */
  | { kind: "elsewhere" }
  /** It was sent for something else. */
  | { kind: "purpose" };

/** One try. */
export interface Try {
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
  const old = tellPhone(deps, visit.person.phone, "text.changed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [person, verification] as const,
    (found) => decide({ deps, visit, attempt, old }, found),
  );
  report(deps, visit, result);
  if (result.kind === "right") old?.sendAfter(versionstamp);
  if (result.kind !== "wrong") return result;
  return await findElsewhere(deps, visit, attempt) ?? result;
}

interface Case {
  deps: Deps;
  visit: SignedInVisit;
  attempt: Try;
  /** What tells the number that is replaced, where there is one. */
  old: Notice | null;
}

function decide(
  { deps, visit, attempt, old }: Case,
  [person, verification]: readonly [
    VisitEntries["person"],
    VisitEntries["verification"],
  ],
): Decision<EnterAnswer> {
  if (verification.value === null) {
    return { changes: [], result: { kind: "none" } };
  }
  const who = person.value ?? NEWCOMER;
  const right = isRight({ deps, visit, attempt }, verification.value);
  const state = {
    verification: verification.value,
    failures: who.phoneFailures,
  };
  const judged = judgeCode(state, { right, at: visit.now }, visit.limits);
  const counted: Person = { ...who, phoneFailures: judged.failures };
  const next = [
    change(person, counted),
    change(verification, judged.verification),
  ];
  const result = judged.answer;
  if (result.kind === "right") {
    const { locale } = attempt;
    const bound = bindPhone(visit, who.phone, { ...state, locale });
    next[0] = change(person, { ...counted, phone: bound.phone });
    // Another request may have replaced it meanwhile, and told that number itself.
    const still = who.phone?.index === visit.person.phone?.index;
    const told = bound.replaces && still ? old?.changes ?? [] : [];
    return { changes: [...next, ...bound.index, ...told], result };
  }
  const same = judged.verification === state.verification &&
    judged.failures === who.phoneFailures;
  return { changes: same ? [] : next, result };
}

function isRight(
  { deps, visit, attempt }: Omit<Case, "old">,
  { digest, purpose, id }: Verification,
): boolean {
  const { account } = visit.session;
  const { code } = attempt;
  return deps.keyring.matches(digest, "code", purpose, id, account, code);
}

/** Whether a wrong code is right for another live verification of the same person. */
async function findElsewhere(
  deps: Deps,
  visit: SignedInVisit,
  attempt: Try,
): Promise<EnterAnswer | null> {
  const others = await verificationsOf(deps.kv, visit.session.account);
  const own = visit.verification;
  for (const { value } of others) {
    const live = value !== null && value.step === "code" &&
      visit.now < value.until && value.id !== own?.id;
    if (live && isRight({ deps, visit, attempt }, value)) {
      const same = value.purpose === own?.purpose;
      return { kind: same ? "elsewhere" : "purpose" };
    }
  }
  return null;
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
  { session }: SignedInVisit,
  { kind }: EnterAnswer,
): void {
  const event = EVENTS[kind];
  const fields = { account: session.account, method: "phone" };
  if (event) deps.log(event, fields);
}
