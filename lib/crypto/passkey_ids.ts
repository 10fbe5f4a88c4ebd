/**
 * What stands for people and credentials outside of the store's records.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64url } from "@/lib/crypto/bytes.ts";

/** What a passkey calls its owner, base64url: the same for ever, and no name (WebAuthn Level 3 §14.6.1). */
export function userHandle(account: string): string {
  return digest(`passkey of ${account}`);
}

/** What stands for a credential's ID in a key of the store, base64url. */
export function credentialDigest(id: string): string {
  return digest(`credential ${id}`);
}

/** What stands for a credential's ID in an address: 72 bits of the digest tell one person's apart. */
export function credentialName(id: string): string {
  return credentialDigest(id).slice(0, 12);
}

function digest(text: string): string {
  return toBase64url(sha256(new TextEncoder().encode(text)));
}
