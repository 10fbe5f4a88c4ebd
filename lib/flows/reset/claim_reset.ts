/**
 * Finishing a reset once: the first who asks takes it out of the store, before
 * the directory is asked, and puts it back where nothing came of it.
 *
 * In that order a server that stops in between leaves no reset that was used and
 * still counts, and no session of a person whose password is another one by now.
 *
 * @module
 */
import { NEWCOMER, nextEpoch, type Person } from "@/lib/domain/person.ts";
import { isThrough } from "@/lib/domain/recovery.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import { policyFor } from "@/lib/domain/reset_gates.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type Notices, tellPerson } from "@/lib/flows/notices.ts";
import { ownBudgets } from "@/lib/flows/reset/reset_budgets.ts";
import { resetPerson, standingReset } from "@/lib/flows/reset/reset_person.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { absent, change, guarded } from "@/lib/store/entries.ts";
import type { Change, Decision, Entry } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** A reset that this request alone finishes. */
export interface Claim {
  /** The reset as it was. */
  reset: Reset;
  /** The person as they were. */
  before: Person;
  /** The person's record as it is now: out of every session. */
  person: Entry<Person>;
  /** What tells the person's addresses; staged, not sent. */
  notices: Notices;
  /** The version that the claim made. */
  versionstamp: string;
}

/** As long as a directory may take, with room: past it, a sweep tells the person, in milliseconds. */
const HEAD_START = 5 * 60_000;

/** Takes the reset; `null` where it is over, not proved, or another request was first. One commit. */
export async function claimReset(
  deps: Deps,
  visit: ResetVisit,
): Promise<Claim | null> {
  const { entries, session: { account, goal }, now } = visit;
  const notices = tellPerson(deps, resetPerson(deps, visit).person, {
    what: goal === "unlock" ? "unlocked" : "reset",
    account,
    policy: visit.policy,
    except: [],
    headStart: HEAD_START,
  });
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.session, entries.person] as const,
    ([session, person]): Decision<Omit<Claim, "versionstamp"> | null> => {
      const before = person.value ?? NEWCOMER;
      const reset = session.value;
      if (reset === null || !isFinished(deps, visit, { reset, before })) {
        return { changes: [], result: null };
      }
      const ended = { ...before, epoch: nextEpoch(before, now) };
      const changes = [
        change(session, null),
        change(person, ended),
        change(guarded(entries.verification.ref), null),
        change(guarded(entries.setup.ref), null),
        ...ownBudgets(reset).map((budget) =>
          change(guarded(budgetRef(deps, budget)), null)
        ),
        ...notices.changes,
      ];
      const entry = { ...person, value: ended };
      return { changes, result: { reset, before, person: entry, notices } };
    },
  );
  if (result === null || versionstamp === null) return null;
  const person = { ...result.person, versionstamp };
  return { ...result, person, versionstamp };
}

/** What is left to do is the last step, the one that was asked for, and nobody has stopped it. */
function isFinished(
  deps: Deps,
  { policy, session: { goal } }: ResetVisit,
  { reset, before: person }: Pick<Claim, "reset" | "before">,
): boolean {
  const now = deps.now();
  const standing = standingReset(deps, { policy, session: reset, person, now });
  return reset.goal === goal && reset.epoch === person.epoch &&
    person.frozenAt === null &&
    isThrough(
      new Set(standing.practice),
      person,
      policyFor(policy, reset.groups),
    );
}

/**
 * Puts the reset back with its proofs. Where nothing was written, the sessions
 * count again and nobody is told; where the directory may have written it, they
 * stay over. Not where the person was frozen meanwhile.
 */
export async function releaseReset(
  deps: Deps,
  { entries }: ResetVisit,
  { claim, maybe }: { claim: Claim; maybe: boolean },
): Promise<void> {
  const { reset, before, notices } = claim;
  const untold = maybe
    ? []
    : notices.changes.map(({ entry }): Change =>
      change(guarded(entry.ref), null)
    );
  await transact(
    deps.kv,
    [claim.person, absent(entries.session.ref)] as const,
    ([person, session]): Decision<null> => {
      const who = person.value ?? NEWCOMER;
      const same = who.epoch === claim.person.value?.epoch;
      if (!same || who.frozenAt !== null) {
        return { changes: untold, result: null };
      }
      const { epoch } = maybe ? who : before;
      const unsure = reset.unsure || maybe;
      const back = { ...reset, epoch, unsure, seenAt: deps.now() };
      const changes = [
        change(person, { ...who, epoch }),
        change(session, back),
        ...untold,
      ];
      return { changes, result: null };
    },
  );
}
