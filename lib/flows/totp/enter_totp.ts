/**
 * Typing the first code of an authenticator app: the right one makes it the
 * account's, in the place of the one before.
 *
 * @module
 */
import { stepAt, stepOf } from "@/lib/crypto/totp.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { forgetTallies, readTally, writeTally } from "@/lib/domain/tally.ts";
import {
  judgeTotp,
  skewedSteps,
  takenSteps,
  type TotpAnswer,
} from "@/lib/domain/totp.ts";
import { mayFinishTotp } from "@/lib/flows/totp/begin_totp.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type ChangeRefusal, isHeld } from "@/lib/flows/may_change.ts";
import type { Notices } from "@/lib/flows/notices.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import { openSeed } from "@/lib/flows/proofs/prove_totp.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of the code. */
export type EnterTotpAnswer =
  | TotpAnswer
  | ChangeRefusal
  /** It is of the right seed and a moment too far away. It counts as a wrong one. */
  | { kind: "skewed"; left: number }
  /** No seed waits for its first code. */
  | { kind: "none" };

/** Counts one try of six ASCII digits and says what came of it. */
export async function enterTotp(
  deps: Deps,
  visit: SignedInVisit,
  code: string,
): Promise<EnterTotpAnswer> {
  const refusal = mayFinishTotp(visit);
  if (refusal !== null) return refusal;
  const { session, entries } = visit;
  const notices = tellOwner(deps, visit, "changed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person, entries.setup] as const,
    (found) => decide({ deps, visit, code, notices }, found),
  );
  if (result.kind === "right") notices.sendAfter(versionstamp);
  const event = EVENTS[result.kind];
  if (event) deps.log(event, { account: session.account, method: "totp" });
  return result;
}

interface Case {
  deps: Deps;
  visit: SignedInVisit;
  code: string;
  /** What tells the person's addresses. */
  notices: Notices;
}

const EVENTS: Partial<Record<EnterTotpAnswer["kind"], string>> = {
  right: "user_updated",
  wrong: "authn_token_fail",
  skewed: "authn_token_fail",
  blocked: "authn_login_lock",
  used: "authn_token_reuse",
};

function decide(
  { deps, visit, code, notices }: Case,
  [person, setup]: readonly [VisitEntries["person"], VisitEntries["setup"]],
): Decision<EnterTotpAnswer> {
  const who = person.value ?? NEWCOMER;
  if (isHeld(who, visit.session)) {
    return { changes: [], result: { kind: "closed" } };
  }
  if (setup.value?.kind !== "totp") {
    return { changes: [], result: again(deps, who, code) };
  }
  const { secret } = setup.value;
  const seed = openSeed(deps, secret);
  const current = stepAt(visit.now);
  const step = stepOf(seed, code, takenSteps(current));
  const tally = { method: "totp", lane: "own" } as const;
  const before = readTally(who, tally, visit.now);
  const state = { used: -1, failures: before };
  const guess = { step, at: visit.now };
  const { failures, answer } = judgeTotp(state, guess, visit.limits);
  if (answer.kind === "right" && step !== null) {
    const totp = { secret, step, confirmedAt: visit.now };
    const changes = [
      change(person, { ...forgetTallies(who, "totp"), totp }),
      change(setup, null),
      ...notices.changes,
    ];
    return { changes, result: answer };
  }
  const counted = writeTally(who, tally, failures);
  const changes = failures === before ? [] : [change(person, counted)];
  const near = stepOf(seed, code, skewedSteps(current)) !== null;
  const skewed = answer.kind === "wrong" && near;
  return { changes, result: skewed ? { ...answer, kind: "skewed" } : answer };
}

/** The answer where nothing waits: a form that was sent twice has worked the first time. */
function again(deps: Deps, { totp }: Person, code: string): EnterTotpAnswer {
  if (totp === null) return { kind: "none" };
  const same = stepOf(openSeed(deps, totp.secret), code, [totp.step]) !== null;
  return { kind: same ? "used" : "none" };
}
