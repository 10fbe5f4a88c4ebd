/**
 * Proving who one is by a recovery code, which is used up.
 *
 * @module
 */
import { isSecret } from "@/lib/crypto/slow_secret.ts";
import { isOneMore } from "@/lib/domain/failures.ts";
import {
  blockedAnswer,
  judgeProof,
  type ProofAnswer,
} from "@/lib/domain/judge_proof.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { RecoveryCodes } from "@/lib/domain/proofs.ts";
import { readTally, type Tally, writeTally } from "@/lib/domain/tally.ts";
import { withReach } from "@/lib/domain/reach.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type Notices, tellPerson } from "@/lib/flows/notices.ts";
import { type Judged, noteWrong } from "@/lib/flows/proofs/note_wrong.ts";
import type { ProofCase } from "@/lib/flows/proofs/proof_case.ts";
import { codeSecret } from "@/lib/flows/recovery_codes/draw_codes.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of the code. */
export type RecoveryCodeAnswer =
  | ProofAnswer
  /** Another request has used it up meanwhile. It does not count as a wrong one. */
  | { kind: "used" }
  /** No codes are made. */
  | { kind: "none" };

/**
 * Counts one try of a code as `readRecoveryCode` gives it. The right one is used
 * up in the same commit, so of many at once one is right, and the person's
 * addresses are told. Every try costs the same slow hashes.
 */
export async function proveRecoveryCode(
  deps: Deps,
  proving: ProofCase,
  code: string,
): Promise<RecoveryCodeAnswer> {
  const { account, policy, now, directory, entries } = proving;
  const before = entries.person.value ?? NEWCOMER;
  const blocked = blockedAnswer(readTally(before, tallyOf(proving), now), now);
  if (blocked !== null) return blocked;
  if (before.recoveryCodes === null) return { kind: "none" };
  const hash = await findHash(deps, before.recoveryCodes, { account, code });
  const notices = tellPerson(deps, withReach(before, directory), {
    what: "codeUsed",
    account,
    policy,
    except: [],
  });
  const { result: judged, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<Judged<RecoveryCodeAnswer>> => {
      const who = entry.value ?? NEWCOMER;
      const { person, ...result } = decide(who, hash, proving);
      if (person === who) return { changes: [], result };
      const told = result.answer.kind === "right" ? notices.changes : [];
      return { changes: [change(entry, person), ...told], result };
    },
  );
  noteWrong(deps, proving, judged);
  const { answer } = judged;
  report(deps, account, { result: answer, notices, versionstamp });
  return answer;
}

/** The hash of the code among all of them; looks at all, whichever it is. */
async function findHash(
  deps: Deps,
  { hashes }: RecoveryCodes,
  { account, code }: { account: string; code: string },
): Promise<string | null> {
  let found: string | null = null;
  for (const hash of hashes) {
    const right = await isSecret(deps, hash, codeSecret(account, code));
    if (right) found = hash;
  }
  return found;
}

/** The same person where nothing changes. */
function decide(
  person: Person,
  hash: string | null,
  proving: ProofCase,
): { person: Person } & Judged<RecoveryCodeAnswer> {
  const { recoveryCodes } = person;
  const unjudged = { person, wrong: false };
  if (recoveryCodes === null) return { ...unjudged, answer: { kind: "none" } };
  const gone = hash !== null && !recoveryCodes.hashes.includes(hash);
  if (gone) return { ...unjudged, answer: { kind: "used" } };
  const tally = tallyOf(proving);
  const before = readTally(person, tally, proving.now);
  const guess = { right: hash !== null, at: proving.now };
  const { failures, answer } = judgeProof(before, guess, proving.limits);
  const wrong = isOneMore(before, failures);
  if (answer.kind !== "right" && !wrong) return { ...unjudged, answer };
  const counted = writeTally(person, tally, failures);
  if (answer.kind !== "right") return { person: counted, answer, wrong };
  const hashes = recoveryCodes.hashes.map((each) =>
    each === hash ? null : each
  );
  const used = { ...recoveryCodes, hashes };
  return { person: { ...counted, recoveryCodes: used }, answer, wrong };
}

function tallyOf({ lane }: ProofCase): Tally {
  return { method: "recoveryCodes", lane };
}

const EVENTS: Partial<Record<RecoveryCodeAnswer["kind"], string>> = {
  right: "user_updated",
  wrong: "authn_token_fail",
  used: "authn_token_reuse",
  blocked: "authn_login_lock",
};

function report(
  deps: Deps,
  account: string,
  { result, notices, versionstamp }: {
    result: RecoveryCodeAnswer;
    notices: Notices;
    versionstamp: string | null;
  },
): void {
  if (result.kind === "right") notices.sendAfter(versionstamp);
  const event = EVENTS[result.kind];
  if (event) deps.log(event, { account, method: "recoveryCodes" });
}
