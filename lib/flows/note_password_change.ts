/**
 * What follows a changed password: other sessions end, and the person is told.
 *
 * @module
 */
import { randomToken, tokenDigest } from "@/lib/crypto/token.ts";
import { NEWCOMER, nextEpoch, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Session } from "@/lib/domain/session.ts";
import { giveBack } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { withContact } from "@/lib/flows/directory_contact.ts";
import { tellPerson } from "@/lib/flows/notices.ts";
import { remember } from "@/lib/flows/known_device.ts";
import type { Proved } from "@/lib/flows/prove.ts";
import {
  isSignedIn,
  type SignedInVisit,
  type Visit,
} from "@/lib/flows/visit.ts";
import { absent, change, guarded } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Change, Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";
import { sessionRef } from "@/lib/store/sessions.ts";

/**
 * Ends every session of the account but the visit's own, which moves to a new
 * one, clears the wrong guesses and tells every confirmed address, in one commit.
 * Of the devices that were known the one that it is done on stays so.
 * Returns what the cookie of the new session holds; `null` where there is none.
 *
 * The password is changed by now, so a store that fails is asked again after the
 * response, and the person is told what is true.
 */
export async function notePasswordChange(
  deps: Deps,
  visit: Visit,
  proof: Proved,
): Promise<string | null> {
  const account = proof.account.id;
  const own = isSignedIn(visit) && visit.session.account === account;
  deps.log("authn_password_change", { account });
  try {
    return await note(deps, proof, own ? visit : null);
  } catch {
    deps.log("sys_unavailable", { what: "sessions", account });
    const nothing = { ...proof, counters: [] };
    deps.later(async () => void await note(deps, nothing, null));
    return null;
  }
}

async function note(
  deps: Deps,
  { account: { id: account, userName, contact = {} }, counters, ...from }:
    Proved,
  visit: SignedInVisit | null,
): Promise<string | null> {
  const [person, set] = await read(
    deps.kv,
    [personRef(account), policyRef()] as const,
  );
  const policy = set.value ?? DEFAULT_POLICY;
  const who = withContact(deps, person.value ?? NEWCOMER, { contact, policy });
  const notices = tellPerson(deps, who, {
    what: "password",
    account,
    policy,
    except: [],
  });
  const token = randomToken(deps.random);
  const opened = absent(sessionRef(tokenDigest(token)));
  const { result, versionstamp } = await transact(
    deps.kv,
    [
      person,
      visit?.entries.session ?? opened,
      from.device.entry,
      ...counters,
    ] as const,
    ([person, old, entry, pair, ...others]) => {
      const now = deps.now();
      const who = endSessions(person, now);
      const known = { ...from, account, userName, epoch: who.epoch };
      const renewed = visit === null || old.value === null
        ? []
        : renew(visit, [old, opened], { now, epoch: who.epoch });
      const changes = [
        change(person, who),
        ...renewed,
        ...from.isKnown
          ? [remember(deps, { ...from.device, entry }, known)]
          : [],
        ...notices.changes,
        ...pair ? [change(pair, null)] : [],
        ...others.map(giveBack),
      ];
      return { changes, result: renewed.length > 0 };
    },
  );
  notices.sendAfter(versionstamp);
  return result ? `${token}.${account}` : null;
}

function endSessions({ value }: Entry<Person>, now: number): Person {
  const who = value ?? NEWCOMER;
  return { ...who, epoch: nextEpoch(who, now) };
}

/** The old session's end stays that of the new one (OWASP ASVS 7.2.4). */
function renew(
  { entries: { verification, setup } }: SignedInVisit,
  [old, opened]: readonly [Entry<Session>, Entry<Session>],
  { now, epoch }: { now: number; epoch: number },
): Change[] {
  if (old.value === null) return [];
  const { due: _, ...kept } = old.value;
  const proved = { seenAt: now, provedAt: now, provedBy: "password" } as const;
  return [
    change(opened, { ...kept, ...proved, epoch }),
    change(old, null),
    change(guarded(verification.ref), null),
    change(guarded(setup.ref), null),
  ];
}
