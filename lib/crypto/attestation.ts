/**
 * Judging a passkey that was made (WebAuthn Level 3 §7.1).
 *
 * @module
 */
import { fromBase64, toBase64url } from "@/lib/crypto/bytes.ts";
import {
  type Ceremony,
  clientFault,
  type Fault,
} from "@/lib/crypto/client_data.ts";

/** What a browser gives for a passkey that was made. Binary parts are base64url. */
export interface Attestation {
  /** The credential's ID. */
  readonly id: string;
  /** The page and the challenge, as JSON. */
  readonly clientDataJSON: string;
  /** The new key, as CBOR. */
  readonly attestationObject: string;
  /** How the browser may reach it. */
  readonly transports: readonly string[];
}

/** What is to be kept of a passkey that was made, or why it does not count. */
export type Attested =
  | {
    ok: true;
    /** The COSE public key, base64url. */
    publicKey: string;
    /** The signature counter. */
    counter: number;
    /** Whether the person was verified (the UV flag). */
    verified: boolean;
  }
  | { ok: false; why: Fault };

/** The algorithms that are asked for, best first: ES256, EdDSA, RS256 (RFC 9053, RFC 8812). */
export const ALGORITHMS: readonly number[] = [-7, -8, -257];

/**
 * Judges a new passkey. Synced ones count, and those that do not say who made
 * them (NIST SP 800-63B-4 appendix B).
 */
export async function checkAttestation(
  made: Attestation,
  ceremony: Ceremony,
): Promise<Attested> {
  const { clientDataJSON } = made;
  const fault = clientFault(clientDataJSON, "webauthn.create", ceremony);
  if (fault !== null) return { ok: false, why: fault };
  // Takes about 150 ms, so it waits for the first passkey.
  const [{ verifyRegistrationResponse }, { decodeAttestationObject }] =
    await Promise.all([
      import("@simplewebauthn/server"),
      import("@simplewebauthn/server/helpers"),
    ]);
  const request = requestOf(made, ceremony);
  try {
    const bytes = fromBase64(made.attestationObject) ?? new Uint8Array();
    const statement = decodeAttestationObject(bytes);
    if (!isAnonymous(statement)) return { ok: false, why: "proof" };
    const { registrationInfo: info } = await verifyRegistrationResponse(
      request,
    );
    // The ID that counts is the one that was signed.
    if (info?.credential.id !== made.id) return { ok: false, why: "proof" };
    const { credential: { publicKey, counter }, userVerified } = info;
    const key = toBase64url(publicKey);
    return { ok: true, publicKey: key, counter, verified: userVerified };
  } catch {
    // The library throws whatever it does not accept.
    return { ok: false, why: "proof" };
  }
}

/**
 * Whether nobody is named as the maker: all that a browser gives to a page that
 * asks for no attestation. Certificates are refused unread: judging one may
 * fetch an address that it names.
 */
function isAnonymous(
  statement: { get(name: "fmt"): string; get(name: "attStmt"): unknown },
): boolean {
  const format = statement.get("fmt");
  if (format === "none") return true;
  const parts = statement.get("attStmt");
  return format === "packed" && parts instanceof Map && !parts.has("x5c");
}

function requestOf(
  { id, clientDataJSON, attestationObject }: Attestation,
  { origin, host, challenge }: Ceremony,
) {
  return {
    response: {
      id,
      rawId: id,
      type: "public-key" as const,
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject },
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: false,
    supportedAlgorithmIDs: [...ALGORITHMS],
  };
}
