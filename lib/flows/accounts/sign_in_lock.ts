/**
 * The lock of an account of the embedded directory, in the store.
 *
 * It is kept under the name and not in the account, so that a name that nobody
 * has is counted and locked by the same work.
 *
 * @module
 */
import { countWrong, isLocked } from "@/lib/domain/wrong_sign_ins.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import type { Change, Decision, Ref } from "@/lib/store/record.ts";
import { commit, read, transact } from "@/lib/store/records.ts";
import { wrongSignInsRef } from "@/lib/store/wrong_sign_ins.ts";
import type { WrongSignIns } from "@/lib/domain/wrong_sign_ins.ts";

/** What it takes. */
export type LockDeps = Pick<Deps, "kv" | "keyring" | "now">;

/** The wrong sign-ins under a name in any spelling. */
export function lockRef(
  { keyring }: Pick<Deps, "keyring">,
  userName: string,
): Ref<WrongSignIns> {
  const name = canonicalName(userName);
  return wrongSignInsRef(keyring.digest("signIn.lock", name));
}

/** What forgets the wrong sign-ins under a name. */
export function unlockChange(
  deps: Pick<Deps, "keyring">,
  userName: string,
): Change {
  return change(guarded(lockRef(deps, userName)), null);
}

/**
 * Whether a sign-in is taken: right, and the name is not locked. It is judged
 * after the password was checked, against what is counted by then, so that of
 * guesses that race no more are taken than of guesses one after another.
 */
export async function settleSignIn(
  deps: LockDeps,
  userName: string,
  { right, lockAfter }: { right: boolean; lockAfter: number },
): Promise<boolean> {
  if (lockAfter === 0) return right;
  const now = deps.now();
  const entries = await read(deps.kv, [lockRef(deps, userName)] as const);
  const { result } = await transact(
    deps.kv,
    entries,
    ([entry]): Decision<"taken" | "wrong" | "locked"> => {
      const { value } = entry;
      if (isLocked(value, now)) return { changes: [], result: "locked" };
      if (!right) {
        const counted = countWrong(value, { lockAfter, now });
        return { changes: [change(entry, counted)], result: "wrong" };
      }
      const cleared = value === null ? [] : [change(entry, null)];
      return { changes: cleared, result: "taken" };
    },
  );
  if (result === "locked") {
    // The same work as for a wrong password. One try: nothing hangs on it.
    const [entry] = entries;
    await commit(deps.kv, [change(entry, entry.value)]);
  }
  return result === "taken";
}
