/**
 * Finding accounts of the embedded directory by the address that it has of
 * them. In which case an address is typed does not count here.
 *
 * @module
 */
import type { Keyring } from "@/lib/crypto/keyring.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import { accountsByEmailRef } from "@/lib/store/accounts_by_email.ts";
import { change } from "@/lib/store/entries.ts";
import type { Change, Entry, Ref } from "@/lib/store/record.ts";

/** What {@linkcode moveEmail} works on: a record of the index. */
export type EmailEntry = Entry<readonly string[]>;

/** As many account IDs as a value of Deno KV (64 KiB) has room for. */
const MOST_ACCOUNTS = 1000;

/** Where an address may stand in the index, under each key, newest first. Takes any text. */
export function emailRefs(
  keyring: Keyring,
  typed: string,
): Ref<readonly string[]>[] {
  const address = canonicalName(typed);
  return keyring.digests("accounts.email", address).map(accountsByEmailRef);
}

/** The records that change when an account's address does: all of the old one, the newest of the new one. */
export function movedEmailRefs(
  keyring: Keyring,
  { from, to }: { from: string | undefined; to: string | undefined },
): Ref<readonly string[]>[] {
  const into = to === undefined ? [] : emailRefs(keyring, to).slice(0, 1);
  const outOf = from === undefined ? [] : emailRefs(keyring, from);
  const same = (a: Ref<unknown>, b: Ref<unknown>) =>
    a.key.at(-1) === b.key.at(-1);
  const rest = outOf.filter((ref) => !into.some((each) => same(ref, each)));
  return [...into, ...rest];
}

/** Puts an account into the first of those records where `enters`, and takes it out of the others. */
export function moveEmail(
  entries: readonly EmailEntry[],
  account: string,
  { enters }: { enters: boolean },
): Change[] {
  return entries.map((entry, i) => {
    const others = (entry.value ?? []).filter((id) => id !== account);
    const room = others.length < MOST_ACCOUNTS;
    const ids = enters && i === 0 && room ? [...others, account] : others;
    return change(entry, ids.length > 0 ? ids : null);
  });
}
