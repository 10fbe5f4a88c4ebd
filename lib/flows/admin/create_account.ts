/**
 * Putting an account into the embedded directory.
 *
 * @module
 */
import type { Keyring } from "@/lib/crypto/keyring.ts";
import type { PasswordHasher } from "@/lib/crypto/password_hash.ts";
import { randomToken } from "@/lib/crypto/token.ts";
import type { Contact } from "@/lib/directory/directory.ts";
import { movedEmailRefs, moveEmail } from "@/lib/flows/accounts/email_index.ts";
import { sealContact } from "@/lib/flows/sealed_contact.ts";
import { accountNameRef, accountRef } from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What the accounts' flows may reach. */
export interface AccountDeps {
  /** The store. */
  kv: Deno.Kv;
  /** Hashes passwords. */
  hasher: PasswordHasher;
  /** Seals how to reach the person. */
  keyring: Keyring;
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
  /** How to reach the person besides. */
  contact?: Contact;
}

/** Makes the account and returns its ID; `null` where the name is taken. */
export async function createAccount(
  deps: AccountDeps,
  { userName, password, groups, disabled = false, contact = {} }: NewAccount,
): Promise<string | null> {
  const { kv, hasher, keyring, now, random } = deps;
  const id = randomToken(random);
  const account = {
    id,
    userName,
    passwordHash: await hasher.hash(password),
    disabled,
    groups: [...new Set(groups)],
    createdAt: now(),
    contact: sealContact(deps, contact),
    passwordChangedAt: null,
    mustChange: false,
    history: [],
  };
  const moved = { from: undefined, to: contact.email };
  const emails = await read(kv, movedEmailRefs(keyring, moved));
  const name = absent(accountNameRef(userName));
  const found = [name, ...emails] as const;
  const { result } = await transact(kv, found, ([name, ...emails]) => {
    if (name.value !== null) return { changes: [], result: null };
    const changes = [
      change(name, id),
      change(absent(accountRef(id)), account),
      ...moveEmail(emails, id, { enters: true }),
    ];
    return { changes, result: id };
  });
  return result;
}
