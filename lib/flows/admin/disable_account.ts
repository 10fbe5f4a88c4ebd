/**
 * Shutting an account out, and letting it in again.
 *
 * @module
 */
import { NEWCOMER, nextEpoch } from "@/lib/domain/person.ts";
import { accountRef, findAccount } from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import type { Change, Decision } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What came of it; `already` where nothing had to be done. */
export type DisableAnswer = { kind: "done" | "already" | "unknown" };

/** What shutting out may reach. */
export interface Disabling {
  /** The store. */
  kv: Deno.Kv;
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** Disables the account of that name and ends all its sessions, in one commit. */
export function disableAccount(
  deps: Disabling,
  userName: string,
): Promise<DisableAnswer> {
  return setDisabled(deps, userName, true);
}

/** Lets the account of that name sign in again; ended sessions stay ended. */
export function enableAccount(
  deps: Disabling,
  userName: string,
): Promise<DisableAnswer> {
  return setDisabled(deps, userName, false);
}

async function setDisabled(
  { kv, now }: Disabling,
  userName: string,
  disabled: boolean,
): Promise<DisableAnswer> {
  const found = await findAccount(kv, userName);
  if (found === null) return { kind: "unknown" };
  const refs = [accountRef(found.id), personRef(found.id)] as const;
  const { result } = await transact(
    kv,
    await read(kv, refs),
    ([account, person]) => {
      const { value } = account;
      if (value === null) return answer("unknown");
      if (value.disabled === disabled) return answer("already");
      const who = person.value ?? NEWCOMER;
      const ended = change(person, { ...who, epoch: nextEpoch(who, now()) });
      const changed = change(account, { ...value, disabled });
      return answer("done", disabled ? [changed, ended] : [changed]);
    },
  );
  return result;
}

function answer(
  kind: DisableAnswer["kind"],
  changes: readonly Change[] = [],
): Decision<DisableAnswer> {
  return { changes, result: { kind } };
}
