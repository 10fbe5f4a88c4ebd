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
import { judgeProof, type ProofAnswer } from "@/lib/domain/judge_proof.ts";
import { CHALLENGE_LIFE, hasGrown } from "@/lib/domain/passkeys.ts";
import { failuresOf, NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Setup } from "@/lib/domain/setup.ts";
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
  /** The person's passkeys. */
  allowCredentials: readonly Descriptor[];
  /** Verified where the device can. */
  userVerification: "preferred";
  /** In milliseconds. */
  timeout: number;
}

/** What came of it. */
export type PasskeyAnswer =
  /** `verified`: the person, and not their device alone (NIST SP 800-63B-4 appendix B: two factors in one). */
  | { kind: "right"; verified: boolean }
  /** Not one of theirs, or not signed as it must be. */
  | { kind: "wrong"; left: number }
  /** Its counter is behind: there may be a copy of it. */
  | { kind: "copied"; left: number }
  /** Its challenge has been used or is too old. */
  | { kind: "late" }
  /** No proof by passkey is taken until then, in epoch milliseconds; `null`: until one is added anew. */
  | { kind: "blocked"; until: number | null };

/** Makes a challenge and says what to ask of the browser; `null` where the person has no passkey. */
export async function offerPasskeyProof(
  deps: Deps,
  visit: SignedInVisit,
): Promise<RequestOptions | null> {
  const { passkeys } = visit.person;
  if (passkeys.length === 0) return null;
  return {
    challenge: await newChallenge(deps, visit),
    rpId: deps.host,
    allowCredentials: passkeys.map(descriptorOf),
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
  const { result } = await transact(
    deps.kv,
    [entries.person, entries.setup] as const,
    (found) => decide({ visit, ceremony, id: used.id, asserted }, found),
  );
  const event = EVENTS[result.kind];
  if (event) deps.log(event, { account, method: "passkey" });
  return result;
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
  { visit: { now, limits }, ceremony, id, asserted }: Case,
  [person, setup]: readonly [Entry<Person>, Entry<Setup>],
): Decision<PasskeyAnswer> {
  if (!isWaiting(setup.value, ceremony)) {
    return { changes: [], result: { kind: "late" } };
  }
  const who = person.value ?? NEWCOMER;
  const passkey = who.passkeys.find((each) => each.id === id);
  const told = passkey && asserted.ok ? asserted : null;
  const right = told !== null && hasGrown(passkey?.counter ?? 0, told.counter);
  const { failures, answer } = judgeProof(
    failuresOf(who, "passkey"),
    { right, at: now },
    limits,
  );
  const counted = { ...who, failures: { ...who.failures, passkey: failures } };
  const next = told && answer.kind === "right"
    ? noteUse(counted, { id, counter: told.counter, at: now })
    : counted;
  const changes = [change(person, next), change(setup, null)];
  return { changes, result: answerOf(answer, told) };
}

function answerOf(
  answer: ProofAnswer,
  told: { verified: boolean } | null,
): PasskeyAnswer {
  if (answer.kind === "right") {
    return { ...answer, verified: told?.verified ?? false };
  }
  return told && answer.kind === "wrong"
    ? { ...answer, kind: "copied" }
    : answer;
}

function noteUse(
  who: Person,
  { id, counter, at }: { id: string; counter: number; at: number },
): Person {
  const passkeys = who.passkeys.map((passkey) =>
    passkey.id === id ? { ...passkey, counter, usedAt: at } : passkey
  );
  return { ...who, passkeys };
}

const EVENTS: Readonly<Record<PasskeyAnswer["kind"], string | null>> = {
  right: "authn_login_success",
  wrong: "authn_token_fail",
  copied: "authn_token_reuse",
  late: null,
  blocked: "authn_login_lock",
};
