/**
 * Unlocking an account of the embedded directory, by an administrator.
 *
 * @module
 */
import { lockRef } from "@/lib/flows/accounts/sign_in_lock.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { accountGuesses } from "@/lib/flows/prove.ts";
import { canonicalName, findAccount } from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What came of it; `already` where no wrong sign-in was counted. */
export type UnlockAnswer = { kind: "done" | "already" | "unknown" };

/** Forgets every wrong sign-in under that name, whoever it was. */
export async function unlockAccount(
  deps: Pick<Deps, "kv" | "keyring" | "log">,
  userName: string,
): Promise<UnlockAnswer> {
  const account = await findAccount(deps.kv, userName);
  if (account === null) return { kind: "unknown" };
  const guesses = budgetRef(deps, accountGuesses(canonicalName(userName)));
  const refs = [lockRef(deps, userName), guesses] as const;
  const { result } = await transact(
    deps.kv,
    await read(deps.kv, refs),
    (counts) => {
      const held = counts.filter(({ value }) => value !== null);
      return {
        changes: held.map((entry) => change<unknown>(entry, null)),
        result: held.length > 0,
      };
    },
  );
  if (!result) return { kind: "already" };
  deps.log("authz_admin", { account: account.id, lock: "lifted" });
  return { kind: "done" };
}
