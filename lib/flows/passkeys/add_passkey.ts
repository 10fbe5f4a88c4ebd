/**
 * Adding a passkey: what the authenticator signed is judged, and kept in the
 * same commit that uses its challenge up.
 *
 * @module
 */
import {
  type Attestation,
  checkAttestation,
} from "@/lib/crypto/attestation.ts";
import type { Ceremony, Fault } from "@/lib/crypto/client_data.ts";
import { credentialDigest } from "@/lib/crypto/passkey_ids.ts";
import { MOST_PASSKEYS } from "@/lib/domain/passkeys.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Session } from "@/lib/domain/session.ts";
import type { Setup } from "@/lib/domain/setup.ts";
import { forgetTallies } from "@/lib/domain/tally.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { isHeld } from "@/lib/flows/may_change.ts";
import type { Notices } from "@/lib/flows/notices.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import { ceremonyOf, isWaiting } from "@/lib/flows/passkeys/challenge.ts";
import {
  type AddRefusal,
  mayAddPasskey,
} from "@/lib/flows/passkeys/offer_passkey.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { passkeyIndexRef } from "@/lib/store/people.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { commit, transact } from "@/lib/store/records.ts";

/** What the person's browser sent. */
export interface NewPasskey {
  /** What the person calls it, as `readPasskeyName` gives it. */
  name: string;
  /** What the authenticator made. */
  made: Attestation;
}

/** What came of it. */
export type AddAnswer =
  | { kind: "added" }
  | AddRefusal
  /** Its challenge has been used or is too old. */
  | { kind: "late" }
  /** It is set up already, by this person or another. */
  | { kind: "known" }
  /** It is not what was asked for. */
  | { kind: "refused"; why: Fault };

/** Adds a passkey and tells the person's addresses. A form that comes twice is answered as the first time. */
export async function addPasskey(
  deps: Deps,
  visit: SignedInVisit,
  { name, made }: NewPasskey,
): Promise<AddAnswer> {
  const { session, person, entries, now } = visit;
  const ceremony = ceremonyOf(deps, visit);
  if (ceremony === null) return isOwn(person, made.id) ? ADDED : LATE;
  const refusal = mayAddPasskey(visit);
  if (refusal !== null) return refusal;
  const checked = await checkAttestation(made, ceremony);
  if (!checked.ok) return await refuse(deps, visit, checked.why);
  const { publicKey, counter, verified } = checked;
  const { id, transports } = made;
  const key = { id, publicKey, counter, transports, name, verified };
  const passkey: Passkey = { ...key, confirmedAt: now, usedAt: null };
  const { account } = session;
  const notices = tellOwner(deps, visit, "changed");
  const index = absent(passkeyIndexRef(credentialDigest(id)));
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person, entries.setup, index] as const,
    (found) => decide({ session, ceremony, passkey, notices }, found),
  );
  if (result.kind === "added") {
    notices.sendAfter(versionstamp);
    deps.log("user_updated", { account, method: "passkey" });
  }
  return result;
}

const ADDED = { kind: "added" } as const;
const LATE = { kind: "late" } as const;

interface Case {
  session: Session;
  ceremony: Ceremony;
  passkey: Passkey;
  /** What tells the person's addresses. */
  notices: Notices;
}

function decide(
  { session, ceremony, passkey, notices }: Case,
  [person, setup, index]: readonly [
    Entry<Person>,
    Entry<Setup>,
    Entry<string>,
  ],
): Decision<AddAnswer> {
  const who = person.value ?? NEWCOMER;
  if (isHeld(who, session)) return { changes: [], result: { kind: "frozen" } };
  if (!isWaiting(setup.value, ceremony)) {
    return { changes: [], result: isOwn(who, passkey.id) ? ADDED : LATE };
  }
  const used = change(setup, null);
  if (index.value !== null) {
    return { changes: [used], result: { kind: "known" } };
  }
  if (who.passkeys.length >= MOST_PASSKEYS) {
    return { changes: [used], result: { kind: "full" } };
  }
  const passkeys = [...who.passkeys, passkey];
  const changes = [
    change(person, { ...forgetTallies(who, "passkey"), passkeys }),
    used,
    change(index, session.account),
    ...notices.changes,
  ];
  return { changes, result: ADDED };
}

function isOwn({ passkeys }: Person, id: string): boolean {
  return passkeys.some((passkey) => passkey.id === id);
}

/** A challenge that was answered wrong is used up as well. */
async function refuse(
  deps: Deps,
  { session: { account }, entries }: SignedInVisit,
  why: Fault,
): Promise<AddAnswer> {
  await commit(deps.kv, [change(entries.setup, null)]);
  deps.log("input_validation_fail", { account, method: "passkey", why });
  return { kind: "refused", why };
}
