/**
 * Judging the use of a passkey (WebAuthn Level 3 §7.2).
 *
 * @module
 */
import { fromBase64 } from "@/lib/crypto/bytes.ts";
import {
  type Ceremony,
  clientFault,
  type Fault,
} from "@/lib/crypto/client_data.ts";

/** What a browser gives for a passkey that was used. Binary parts are base64url. */
export interface Assertion {
  /** The credential's ID. */
  readonly id: string;
  /** The page and the challenge, as JSON. */
  readonly clientDataJSON: string;
  /** Flags and counter. */
  readonly authenticatorData: string;
  /** The signature over both. */
  readonly signature: string;
  /** Whose passkey it says that it is; `null` where it does not. */
  readonly userHandle: string | null;
}

/** What the authenticator told, or why it does not count. */
export type Asserted =
  | {
    ok: true;
    /** The signature counter; for the caller to judge. */
    counter: number;
    /** Whether the person was verified (the UV flag). */
    verified: boolean;
  }
  | { ok: false; why: Fault };

/** Judges the use of the passkey with that COSE public key, base64url. */
export async function checkAssertion(
  used: Assertion,
  ceremony: Ceremony,
  publicKey: string,
): Promise<Asserted> {
  const fault = clientFault(used.clientDataJSON, "webauthn.get", ceremony);
  if (fault !== null) return { ok: false, why: fault };
  // Takes about 150 ms, so it waits for the first passkey.
  const { verifyAuthenticationResponse } = await import(
    "@simplewebauthn/server"
  );
  const request = requestOf(used, ceremony, publicKey);
  try {
    const { verified, authenticationInfo: info } =
      await verifyAuthenticationResponse(request);
    if (!verified) return { ok: false, why: "proof" };
    return { ok: true, counter: info.newCounter, verified: info.userVerified };
  } catch {
    // The library throws whatever it does not accept.
    return { ok: false, why: "proof" };
  }
}

function requestOf(
  { id, clientDataJSON, authenticatorData, signature }: Assertion,
  { origin, host, challenge }: Ceremony,
  publicKey: string,
) {
  return {
    response: {
      id,
      rawId: id,
      type: "public-key" as const,
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData, signature },
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: false,
    // 0 judges no counter here.
    credential: {
      id,
      publicKey: fromBase64(publicKey) ?? new Uint8Array(),
      counter: 0,
    },
  };
}
