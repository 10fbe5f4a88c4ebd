/**
 * What a browser is asked when a person adds a passkey.
 *
 * @module
 */
import { ALGORITHMS } from "@/lib/crypto/attestation.ts";
import { userHandle } from "@/lib/crypto/passkey_ids.ts";
import { CHALLENGE_LIFE, MOST_PASSKEYS } from "@/lib/domain/passkeys.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type ChangeRefusal, mayChange } from "@/lib/flows/may_change.ts";
import { newChallenge } from "@/lib/flows/passkeys/challenge.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** A passkey that exists, as WebAuthn Level 3 §5.8.3 names it. */
export interface Descriptor {
  /** The credential's ID, base64url. */
  id: string;
  /** The only type that there is. */
  type: "public-key";
  /** How the browser may reach it. */
  transports: readonly string[];
}

/** What `navigator.credentials.create()` takes, binary parts as base64url (WebAuthn Level 3 §5.1.8). */
export interface CreationOptions {
  /** Who asks: the public origin's host. */
  rp: { id: string; name: string };
  /** For whom. */
  user: { id: string; name: string; displayName: string };
  /** What is to be signed. */
  challenge: string;
  /** Algorithms, best first. */
  pubKeyCredParams: readonly { type: "public-key"; alg: number }[];
  /** In milliseconds. */
  timeout: number;
  /** The person's other passkeys: one for each authenticator is enough. */
  excludeCredentials: readonly Descriptor[];
  /** Found without a user name, and with the person verified where the device can. */
  authenticatorSelection: {
    residentKey: "required";
    requireResidentKey: true;
    userVerification: "preferred";
  };
  /** Nobody is asked who made the authenticator. */
  attestation: "none";
}

/** Why a passkey cannot be added now. */
export type AddRefusal =
  | ChangeRefusal
  /** There are as many as one person may have. */
  | { kind: "full" };

/** Why this person cannot add a passkey now; `null` where they can. */
export function mayAddPasskey(visit: SignedInVisit): AddRefusal | null {
  const refusal = mayChange(visit, "passkey");
  if (refusal !== null) return refusal;
  const full = visit.person.passkeys.length >= MOST_PASSKEYS;
  return full ? { kind: "full" } : null;
}

/** Makes a challenge and says what to ask of the browser. */
export async function offerPasskey(
  deps: Deps,
  visit: SignedInVisit,
): Promise<CreationOptions> {
  const { session: { account, userName }, person } = visit;
  return {
    rp: { id: deps.host, name: deps.host },
    user: { id: userHandle(account), name: userName, displayName: userName },
    challenge: await newChallenge(deps, visit),
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
    timeout: CHALLENGE_LIFE,
    excludeCredentials: person.passkeys.map(descriptorOf),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "preferred",
    },
    attestation: "none",
  };
}

/** How a passkey is named to a browser. */
export function descriptorOf({ id, transports }: Passkey): Descriptor {
  return { id, type: "public-key", transports };
}
