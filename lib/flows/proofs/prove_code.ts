/**
 * Proving who one is by the code that was sent to what is on file.
 *
 * @module
 */
import { isOneMore } from "@/lib/domain/failures.ts";
import { trusted } from "@/lib/domain/frozen.ts";
import type { Method } from "@/lib/domain/method.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { isProofFor, type ProofEnd } from "@/lib/domain/purpose.ts";
import { laneOf, readTally, writeTally } from "@/lib/domain/tally.ts";
import {
  type CodeAnswer,
  judgeCode,
  methodOf,
  type Verification,
} from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { officeTarget } from "@/lib/flows/directory_contact.ts";
import { type Judged, noteWrong } from "@/lib/flows/proofs/note_wrong.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of the code; `none` where no code was sent for this, or what it was sent to is gone. */
export type ProveCodeAnswer = CodeAnswer | { kind: "none" };

/** One try. */
export interface ProofTry {
  /** Six ASCII digits. */
  code: string;
  /** What the code was sent for. */
  end: ProofEnd;
  /** The index of what the directory has that counts beside what the person has; absent for none. */
  beside?: string | null;
}

type Found = readonly [VisitEntries["person"], VisitEntries["verification"]];

/** Counts one try; the right code is used up in the same commit. */
export async function proveCode(
  deps: Deps,
  visit: SignedInVisit,
  attempt: ProofTry,
): Promise<ProveCodeAnswer> {
  const { person, verification } = visit.entries;
  const method = countedAs(deps, visit);
  const { result: judged } = await transact(
    deps.kv,
    [person, verification] as const,
    (found) => decide(deps, { visit, method, ...attempt }, found),
  );
  const { limits, session } = visit;
  noteWrong(deps, { lane: laneOf(session), limits }, judged);
  const { answer } = judged;
  const event = EVENTS[answer.kind];
  if (event) deps.log(event, { account: session.account, method });
  return answer;
}

function decide(
  { keyring }: Deps,
  { visit, method, code, end, beside = null }: ProofTry & {
    visit: SignedInVisit;
    method: Method | null;
  },
  [person, entry]: Found,
): Decision<Judged<ProveCodeAnswer>> {
  const who = person.value ?? NEWCOMER;
  const verification = entry.value;
  const known = verification !== null &&
    isOnFile(who, verification, { end, beside });
  if (!known || method === null) {
    const answer = { kind: "none" } as const;
    return { changes: [], result: { answer, wrong: false } };
  }
  const { digest, purpose, id } = verification;
  const { account } = visit.session;
  const tally = { method, lane: laneOf(visit.session) };
  const right = keyring.matches(digest, "code", purpose, id, account, code);
  const state = { verification, failures: readTally(who, tally, visit.now) };
  const judged = judgeCode(state, { right, at: visit.now }, visit.limits);
  const same = judged.verification === verification &&
    judged.failures === state.failures;
  const changes = same ? [] : [
    change(person, writeTally(who, tally, judged.failures)),
    change(entry, judged.verification),
  ];
  const wrong = isOneMore(state.failures, judged.failures);
  return { changes, result: { answer: judged.answer, wrong } };
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

/**
 * The method that a wrong code counts against, and a right one clears: of an
 * office phone its own, so that it stops no phone of the person's. `null` where
 * no code waits.
 */
function countedAs(
  { keyring }: Deps,
  { verification, person, session }: SignedInVisit,
): Method | null {
  if (verification === null) return null;
  const { purpose, replaces } = verification;
  const method = methodOf(purpose);
  const own = method === "email" ||
    person.phones.some(({ index }) => index === replaces);
  if (own) return method;
  const office = officeTarget({ keyring }, session.contact);
  return office?.index === replaces ? "officePhone" : method;
}

const EVENTS: Partial<Record<ProveCodeAnswer["kind"], string>> = {
  wrong: "authn_token_fail",
  tries: "authn_login_fail_max",
  blocked: "authn_login_lock",
  used: "authn_token_reuse",
};
