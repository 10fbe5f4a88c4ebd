/**
 * Asking somebody for another password, by an administrator.
 *
 * @module
 */
import type { Log } from "@/lib/flows/deps.ts";
import { accountRef, findAccount } from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What came of it; `already` where it was asked for before. */
export type MustChangeAnswer = { kind: "done" | "already" | "unknown" };

/** From the next sign-in on, the account of that name has to change its password first. */
export async function mustChange(
  { kv, log }: { kv: Deno.Kv; log: Log },
  userName: string,
): Promise<MustChangeAnswer> {
  const found = await findAccount(kv, userName);
  if (found === null) return { kind: "unknown" };
  const { result } = await transact(
    kv,
    await read(kv, [accountRef(found.id)] as const),
    ([account]): Decision<MustChangeAnswer> => {
      const { value } = account;
      if (value === null) return { changes: [], result: { kind: "unknown" } };
      if (value.mustChange) return { changes: [], result: { kind: "already" } };
      const asked = change(account, { ...value, mustChange: true });
      return { changes: [asked], result: { kind: "done" } };
    },
  );
  if (result.kind === "done") {
    log("authz_admin", { account: found.id, password: "mustChange" });
  }
  return result;
}
