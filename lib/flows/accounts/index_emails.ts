/**
 * Putting the addresses of earlier versions' accounts into the index.
 *
 * No migration: the addresses are sealed, and only a server or a command has
 * the keys.
 *
 * @module
 */
import { emailRefs, moveEmail } from "@/lib/flows/accounts/email_index.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { openContact } from "@/lib/flows/sealed_contact.ts";
import {
  accountRef,
  listAccounts,
  type StoredAccount,
} from "@/lib/store/accounts.ts";
import { emailsIndexedRef } from "@/lib/store/accounts_by_email.ts";
import { change } from "@/lib/store/entries.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What it takes. */
export type IndexDeps = Pick<Deps, "kv" | "keyring">;

/** Does so once for a store: one read where it was done. Safe to run again, and beside itself. */
export async function indexEmails(deps: IndexDeps): Promise<void> {
  const { kv } = deps;
  const marks = await read(kv, [emailsIndexedRef()] as const);
  if (marks[0].value !== null) return;
  for (const account of await listAccounts(kv)) {
    await indexEmail(deps, account);
  }
  await transact(kv, marks, ([mark]) => {
    const changes = mark.value === null ? [change(mark, true)] : [];
    return { changes, result: null };
  });
}

async function indexEmail(
  { kv, keyring }: IndexDeps,
  { id, contact }: StoredAccount,
): Promise<void> {
  const email = emailOf(keyring, contact);
  const [ref] = email === null ? [] : emailRefs(keyring, email);
  if (ref === undefined) return;
  const entries = await read(kv, [accountRef(id), ref] as const);
  await transact(kv, entries, ([account, index]) => {
    const { value } = account;
    // Somebody has changed it meanwhile, and the index with it.
    if (value?.contact !== contact) return { changes: [], result: null };
    // The account stays as it is, and is checked.
    const changes = [
      change(account, value),
      ...moveEmail([index], id, { enters: true }),
    ];
    return { changes, result: null };
  });
}

/** `null` for none, and for one that is sealed under a key that is not here. */
function emailOf(
  keyring: Deps["keyring"],
  contact: string | null,
): string | null {
  try {
    return openContact({ keyring }, contact).email ?? null;
  } catch {
    return null;
  }
}
