/**
 * Opening recovery of an account again, by an administrator.
 *
 * @module
 */
import { doubtedMethods, lift } from "@/lib/domain/frozen.ts";
import type { Method } from "@/lib/domain/method.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { stageTold } from "@/lib/flows/admin/stage_told.ts";
import type { Log } from "@/lib/flows/deps.ts";
import type { NoticeDeps } from "@/lib/flows/notices.ts";
import { type Lacking, transactHolders } from "@/lib/flows/phone_holders.ts";
import { unfreeze } from "@/lib/flows/stop/unfreeze.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Decision } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";

/** What an administrator's unfreezing may reach. */
export interface UnfreezeDeps extends NoticeDeps {
  /** The store. */
  kv: Deno.Kv;
  /** Where events go. */
  log: Log;
}

/** What came of it. */
export type UnfreezeAnswer =
  /** Something of these methods had been set up since the doubt. */
  | { kind: "done"; doubted: readonly Method[] }
  /** It was not frozen. */
  | { kind: "already" }
  /** There is no account of that name. */
  | { kind: "unknown" }
  /** The person's addresses are sealed under a key that is not here. */
  | { kind: "keys" };

/**
 * Lifts the freeze of the account of that name and stages the notices, which a
 * server's sweep sends. What was set up since the doubt goes, unless the person
 * has said that it is theirs (`keep`).
 */
export async function unfreezeAccount(
  deps: UnfreezeDeps,
  userName: string,
  { keep }: { keep: boolean },
): Promise<UnfreezeAnswer> {
  const account = await findAccount(deps.kv, userName);
  if (account === null) return { kind: "unknown" };
  const { id } = account;
  const [person, set] = await read(
    deps.kv,
    [personRef(id), policyRef()] as const,
  );
  const told = stageTold(deps, account, { what: "lifted", person, set });
  if (told === null) return { kind: "keys" };
  const { result } = await transactHolders(
    deps.kv,
    { entries: [person] as const, holders: [] },
    ([entry], holders): Decision<UnfreezeAnswer | Lacking> => {
      const who = entry.value ?? NEWCOMER;
      if (who.frozenAt === null) {
        return { changes: [], result: { kind: "already" } };
      }
      const doubted = doubtedMethods(who);
      const lifted = keep
        ? { kind: "moved" as const, changes: [change(entry, lift(who))] }
        : unfreeze(entry, who, { account: id, holders });
      if (lifted.kind === "lacking") return { changes: [], result: lifted };
      return {
        changes: [...lifted.changes, ...told],
        result: { kind: "done", doubted },
      };
    },
  );
  if (result.kind === "done") {
    deps.log("authz_admin", { account: id, recovery: "lifted", keep });
  }
  return result;
}
