/**
 * Secrets too short for a fast hash, kept as a slow hash of a keyed digest: who
 * has the store without the server's keys cannot even begin to guess.
 *
 * @module
 */
import type { Keyring } from "@/lib/crypto/keyring.ts";
import type { PasswordHasher } from "@/lib/crypto/password_hash.ts";

/** What makes and checks such hashes. */
export interface SlowDeps {
  /** The key, or pepper. */
  keyring: Keyring;
  /** The slow hash, with a salt for each secret. */
  hasher: PasswordHasher;
}

/** What is hashed: `parts` tie the secret to whose it is and what for. */
export interface Secret {
  /** Keeps one use from standing in for another. */
  purpose: string;
  /** The secret, and before it what it is bound to. */
  parts: readonly string[];
}

/** The hash of a secret: the ID of the newest key, a dot, and a PHC string. */
export async function hashSecret(
  { keyring, hasher }: SlowDeps,
  { purpose, parts }: Secret,
): Promise<string> {
  const digest = keyring.digest(purpose, ...parts);
  return `${keyOf(digest)}.${await hasher.hash(digest)}`;
}

/**
 * Whether the hash is of that secret. `null`, a hash under a key that is not
 * here, and a wrong secret cost the same work and are never right.
 */
export async function isSecret(
  { keyring, hasher }: SlowDeps,
  hash: string | null,
  { purpose, parts }: Secret,
): Promise<boolean> {
  const key = hash === null ? null : keyOf(hash);
  const digests = keyring.digests(purpose, ...parts);
  const own = digests.find((digest) => keyOf(digest) === key);
  const phc = hash === null || own === undefined
    ? null
    : hash.slice(hash.indexOf(".") + 1);
  return await hasher.verify(own ?? digests[0] ?? purpose, phc);
}

/** What stands before the first dot: a key's ID has none. */
function keyOf(framed: string): string {
  return framed.slice(0, framed.indexOf("."));
}
