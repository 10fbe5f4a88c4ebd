/**
 * Challenges that no store has to keep: each says when it was made, and only the
 * server can have made it, for one browser.
 *
 * @module
 */
import { concat, fromBase64, isSame, toBase64url } from "@/lib/crypto/bytes.ts";
import type { Keyring } from "@/lib/crypto/keyring.ts";

/** What such a challenge is made of. */
export interface TimedParts {
  /** The secret of the browser's cookie. */
  secret: string;
  /** The moment, in epoch milliseconds. */
  at: number;
  /** 8 random bytes: two of one moment differ. */
  nonce: Uint8Array;
}

/** Bytes of the moment with the nonce, and of what proves both. */
const HEAD = 16;
const PROOF = 16;

const PURPOSE = "challenge";

/** Makes a challenge: 32 bytes, base64url. */
export function timedChallenge(
  keyring: Pick<Keyring, "digests">,
  { secret, at, nonce }: TimedParts,
): string {
  const head = new Uint8Array(HEAD);
  new DataView(head.buffer).setBigUint64(0, BigInt(at));
  head.set(nonce.subarray(0, 8), 8);
  const [proof = new Uint8Array()] = proofs(keyring, secret, head);
  return toBase64url(concat([head, proof]));
}

/** When that challenge was made for the browser of `secret`, in epoch milliseconds; `null` where it was not. */
export function challengeTime(
  keyring: Pick<Keyring, "digests">,
  challenge: string,
  secret: string,
): number | null {
  const bytes = fromBase64(challenge);
  if (bytes?.length !== HEAD + PROOF) return null;
  const head = bytes.slice(0, HEAD);
  const said = bytes.subarray(HEAD);
  const ours = proofs(keyring, secret, head).some((proof) =>
    isSame(proof, said)
  );
  return ours ? Number(new DataView(head.buffer).getBigUint64(0)) : null;
}

/** The proof under every key, newest first: what stands behind the key's ID in a digest. */
function proofs(
  keyring: Pick<Keyring, "digests">,
  secret: string,
  head: Uint8Array,
): Uint8Array[] {
  return keyring.digests(PURPOSE, secret, toBase64url(head)).map((digest) => {
    const bytes = fromBase64(digest.slice(digest.indexOf(".") + 1));
    if (bytes === null) throw new TypeError("Cannot read a digest: no base64");
    return bytes.subarray(0, PROOF);
  });
}
