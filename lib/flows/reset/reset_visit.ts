/**
 * Reading what one request knows of a reset: once, in one operation.
 *
 * @module
 */
import { tokenDigest } from "@/lib/crypto/token.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Reset, Run } from "@/lib/domain/reset.ts";
import { isOpen, SESSION_LIMITS } from "@/lib/domain/session.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { directoryReach } from "@/lib/flows/directory_contact.ts";
import { reachable, touch } from "@/lib/flows/open_visit.ts";
import { followPerson, isBegun } from "@/lib/flows/reset/follow_person.ts";
import { standingReset } from "@/lib/flows/reset/reset_person.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { receiptRef } from "@/lib/store/outbox.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Entry } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";
import { decoyRef, resetRef } from "@/lib/store/resets.ts";
import { setupRef } from "@/lib/store/setups.ts";
import { verificationRef } from "@/lib/store/verifications.ts";

/** One request of a reset, or of a practice of one. */
export interface RunVisit extends SignedInVisit {
  /** Which of them. */
  session: Run;
}

/** One request of a reset: what the proofs take for a visit. Nobody is signed in. */
export interface ResetVisit extends SignedInVisit {
  /** The reset. */
  session: Reset;
  /** What a change checks itself against. */
  entries: VisitEntries & { session: Entry<Reset> };
}

/** For what the account's ID is sealed in the cookie. */
const PURPOSE = "reset.account";

/** Characters of an ID in the cookie: as many for every account, so that its length tells nothing. */
const WIDTH = 64;

/** What the cookie of a reset holds: `token.sealed`, the account sealed, so that one read is enough. */
export function resetCookie(
  { keyring }: Pick<Deps, "keyring">,
  token: string,
  account: string,
): string {
  return `${token}.${keyring.seal(PURPOSE, account.padEnd(WIDTH))}`;
}

/** The visit of the reset whose cookie that is; `null` where it is over or was never. */
export async function openResetVisit(
  deps: Deps,
  cookie: string | null,
): Promise<ResetVisit | null> {
  const held = cookie && readResetCookie(deps, cookie);
  const visit = held ? await openResetAt(deps, held) : null;
  if (visit && visit.session.seenAt + SESSION_LIMITS.touch <= visit.now) {
    deps.later(() => touch(deps, visit.entries.session));
  }
  return visit;
}

/** The visit of the reset whose token has that digest; `null` where it is over or was never. */
export async function openResetAt(
  deps: Deps,
  held: { digest: string; account: string },
): Promise<ResetVisit | null> {
  const { account } = held;
  const { policy, known, decoy, ...entries } = await readEntries(deps, held);
  const { session } = entries;
  const now = deps.now();
  const person = session.value?.decoy ? decoy : known;
  const who = person.value ?? NEWCOMER;
  if (!isUnderWay(session.value, account, now)) return null;
  const inForce = reachable(policy.value ?? DEFAULT_POLICY, deps.delivery);
  // Whoever is not there ends nothing.
  if (!session.value.decoy && session.value.epoch !== who.epoch) {
    if (isBegun(session.value)) return null;
    const from = { ...entries, policy: inForce, now };
    const follows = await followPerson(deps, session.value, from);
    return follows ? await openResetAt(deps, held) : null;
  }
  const seen = { policy: inForce, session: session.value, person: who, now };
  return {
    policy: inForce,
    limits: LIMITS[inForce.limits],
    session: standingReset(deps, seen),
    person: who,
    directory: directoryReach(deps, session.value.contact, inForce),
    verification: entries.verification.value,
    setup: entries.setup.value,
    receipt: entries.receipt.value,
    now,
    entries: { ...entries, person },
  };
}

/** Whether it is that account's, and its time is not over. */
function isUnderWay(
  reset: Reset | null,
  account: string,
  now: number,
): reset is Reset {
  return reset?.account === account && isOpen(reset, reset.epoch, now);
}

/** All that a request knows, in one operation. */
async function readEntries(
  { kv }: Deps,
  { digest, account }: { digest: string; account: string },
) {
  const slot = `code-${digest}`;
  const refs = [
    policyRef(),
    resetRef(digest),
    personRef(account),
    decoyRef(account),
    verificationRef(account, digest),
    setupRef(account, digest),
    receiptRef(slot),
  ] as const;
  const [
    policy,
    session,
    known,
    decoy,
    verification,
    setup,
    receipt,
  ] = await read(kv, refs);
  const waiting = { verification, setup, receipt };
  return { policy, session, known, decoy, ...waiting, slot };
}

/** The digest of a cookie's token, and its account; `null` where it is none of ours. */
function readResetCookie(
  { keyring }: Pick<Deps, "keyring">,
  cookie: string,
): { digest: string; account: string } | null {
  const dot = cookie.indexOf(".");
  try {
    const account = keyring.open(PURPOSE, cookie.slice(dot + 1)).trimEnd();
    return { digest: tokenDigest(cookie.slice(0, dot)), account };
  } catch {
    return null;
  }
}
