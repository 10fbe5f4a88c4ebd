/**
 * Putting an account into the embedded directory.
 *
 * @module
 */
import type { PasswordHasher } from "@/lib/crypto/password_hash.ts";
import { randomToken } from "@/lib/crypto/token.ts";
import { accountNameRef, accountRef } from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";

/** What the accounts' flows may reach. */
export interface AccountDeps {
  /** The store. */
  kv: Deno.Kv;
  /** Hashes passwords. */
  hasher: PasswordHasher;
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** That many bytes from a cryptographic source. */
  random(bytes: number): Uint8Array;
}

/** An account to be. */
export interface NewAccount {
  /** What the person signs in with; a name that may be one. */
  userName: string;
  /** A password that may be one. */
  password: string;
  /** Names of the groups that the account is in. */
  groups: readonly string[];
  /** Whether it may not sign in from the start. */
  disabled?: boolean;
  /** How to reach the person besides, sealed. */
  contact?: string | null;
}

/** Makes the account and returns its ID; `null` where the name is taken. */
export async function createAccount(
  { kv, hasher, now, random }: AccountDeps,
  { userName, password, groups, disabled = false, contact = null }: NewAccount,
): Promise<string | null> {
  const id = randomToken(random);
  const account = {
    id,
    userName,
    passwordHash: await hasher.hash(password),
    disabled,
    groups: [...new Set(groups)],
    createdAt: now(),
    contact,
  };
  const made = await commit(kv, [
    change(absent(accountNameRef(userName)), id),
    change(absent(accountRef(id)), account),
  ]);
  return made === null ? null : id;
}
