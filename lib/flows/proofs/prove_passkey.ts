/**
 * Proving oneself by a passkey, signed in.
 *
 * @module
 */
import {
  type Asserted,
  type Assertion,
  checkAssertion,
} from "@/lib/crypto/assertion.ts";
import type { Ceremony } from "@/lib/crypto/client_data.ts";
import { userHandle } from "@/lib/crypto/passkey_ids.ts";
import { CHALLENGE_LIFE } from "@/lib/domain/passkeys.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Setup } from "@/lib/domain/setup.ts";
import { laneOf } from "@/lib/domain/lane.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  ceremonyOf,
  isWaiting,
  newChallenge,
} from "@/lib/flows/passkeys/challenge.ts";
import {
  type Descriptor,
  descriptorOf,
} from "@/lib/flows/passkeys/offer_passkey.ts";
import {
  judgePasskey,
  type PasskeyJudged,
} from "@/lib/flows/proofs/judge_passkey.ts";
import { type Judged, noteWrong } from "@/lib/flows/proofs/note_wrong.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What `navigator.credentials.get()` takes, binary parts as base64url (WebAuthn Level 3 §5.1.9). */
export interface RequestOptions {
  /** What is to be signed. */
  challenge: string;
  /** Who asks: the public origin's host. */
  rpId: string;
  /** The person's passkeys; none: the browser offers what it has, since every passkey is made to be found so. */
  allowCredentials: readonly Descriptor[];
  /** Verified where the device can, or always. */
  userVerification: "preferred" | "required";
  /** In milliseconds. */
  timeout: number;
}

/** What came of it. */
export type PasskeyAnswer =
  | PasskeyJudged
  /** Its challenge has been used or is too old. */
  | { kind: "late" };

/**
 * Makes a challenge and says what to ask of the browser; `null` where the person
 * has no passkey. A stranger is told neither which they have nor how many.
 */
export async function offerPasskeyProof(
  deps: Deps,
  visit: SignedInVisit,
  to: "owner" | "stranger" = "owner",
): Promise<RequestOptions | null> {
  const { passkeys } = visit.person;
  if (passkeys.length === 0) return null;
  return {
    challenge: await newChallenge(deps, visit),
    rpId: deps.host,
    allowCredentials: to === "owner" ? passkeys.map(descriptorOf) : [],
    userVerification: "preferred",
    timeout: CHALLENGE_LIFE,
  };
}

/** Judges one use of a passkey. One commit; the challenge is used up, whatever came of it. */
export async function provePasskey(
  deps: Deps,
  visit: SignedInVisit,
  used: Assertion,
): Promise<PasskeyAnswer> {
  const { session: { account }, person, entries } = visit;
  const ceremony = ceremonyOf(deps, visit);
  if (ceremony === null) return { kind: "late" };
  const passkey = ownPasskey(person, account, used);
  const asserted: Asserted = passkey
    ? await checkAssertion(used, ceremony, passkey.publicKey)
    : { ok: false, why: "proof" };
  const { result: judged } = await transact(
    deps.kv,
    [entries.person, entries.setup] as const,
    (found) => decide({ visit, ceremony, id: used.id, asserted }, found),
  );
  const { session, limits } = visit;
  noteWrong(deps, { lane: laneOf(session), limits }, judged);
  const { answer } = judged;
  const event = EVENTS[answer.kind];
  if (event) deps.log(event, { account, method: "passkey" });
  return answer;
}

/** The passkey that was used, where it is the person's and says so itself. */
function ownPasskey(
  { passkeys }: Person,
  account: string,
  { id, userHandle: said }: Assertion,
): Passkey | null {
  if (said !== null && said !== userHandle(account)) return null;
  return passkeys.find((passkey) => passkey.id === id) ?? null;
}

interface Case {
  visit: SignedInVisit;
  ceremony: Ceremony;
  /** The credential's ID. */
  id: string;
  asserted: Asserted;
}

function decide(
  { visit: { now, limits, session }, ceremony, id, asserted }: Case,
  [person, setup]: readonly [Entry<Person>, Entry<Setup>],
): Decision<Judged<PasskeyAnswer>> {
  if (!isWaiting(setup.value, ceremony)) {
    const answer = { kind: "late" } as const;
    return { changes: [], result: { answer, wrong: false } };
  }
  const use = { id, asserted };
  const { person: next, ...result } = judgePasskey(
    person.value ?? NEWCOMER,
    use,
    { now, limits, lane: laneOf(session) },
  );
  const changes = [change(person, next), change(setup, null)];
  return { changes, result };
}

const EVENTS: Readonly<Record<PasskeyAnswer["kind"], string | null>> = {
  right: "authn_login_success",
  wrong: "authn_token_fail",
  copied: "authn_token_reuse",
  late: null,
  blocked: "authn_login_lock",
};
