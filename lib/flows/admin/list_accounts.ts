/**
 * Listing the accounts of the embedded directory.
 *
 * @module
 */
import { listAccounts as listStored } from "@/lib/store/accounts.ts";

/** An account, without what nobody needs to see. */
export interface ListedAccount {
  /** As it was given. */
  userName: string;
  /** Names of the groups that the account is in. */
  groups: readonly string[];
  /** Whether it may not sign in. */
  disabled: boolean;
  /** In epoch milliseconds. */
  createdAt: number;
}

/** Every account, in the order of their names. */
export async function listAccounts(
  { kv }: { kv: Deno.Kv },
): Promise<ListedAccount[]> {
  const { compare } = new Intl.Collator("en");
  const accounts = await listStored(kv);
  return accounts
    .map(({ userName, groups, disabled, createdAt }) => {
      return { userName, groups, disabled, createdAt };
    })
    .sort((a, b) => compare(a.userName, b.userName));
}
