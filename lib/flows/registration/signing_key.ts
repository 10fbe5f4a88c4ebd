/**
 * The key that signs answers to other applications: made once, when it is first
 * needed, by whichever process is first.
 *
 * @module
 */
import {
  makeSigningKey,
  type PublicKey,
  type SigningKey,
} from "@/lib/crypto/signature.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { change } from "@/lib/store/entries.ts";
import { read, transact } from "@/lib/store/records.ts";
import {
  signingKeyRef,
  type StoredSigningKey,
} from "@/lib/store/signing_key.ts";

/** What it takes. */
export type KeyDeps = Pick<Deps, "kv" | "keyring" | "now">;

/** The public keys by which an answer is checked. */
export async function publicKeys(deps: KeyDeps): Promise<readonly PublicKey[]> {
  const { publicKey } = await storedKey(deps);
  return [publicKey];
}

/** The key. Throws `SealError` where the server's keys cannot open it. */
export async function signingKey(deps: KeyDeps): Promise<SigningKey> {
  const { publicKey, secret } = await storedKey(deps);
  return { publicKey, secret: deps.keyring.open("signing", secret) };
}

async function storedKey(
  { kv, keyring, now }: KeyDeps,
): Promise<StoredSigningKey> {
  const [found] = await read(kv, [signingKeyRef()] as const);
  if (found.value !== null) return found.value;
  const { publicKey, secret } = await makeSigningKey();
  const made = {
    publicKey,
    secret: keyring.seal("signing", secret),
    createdAt: now(),
  };
  const { result } = await transact(
    kv,
    [found] as const,
    ([entry]) =>
      entry.value === null
        ? { changes: [change(entry, made)], result: made }
        : { changes: [], result: entry.value },
  );
  return result;
}
