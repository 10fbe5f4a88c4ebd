/**
 * Taking the authenticator app off the account.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { isHeld, mayRemove } from "@/lib/flows/may_change.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import type { RemoveAnswer } from "@/lib/flows/remove_phone.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/**
 * Removes the app that was set up at `confirmedAt` (epoch milliseconds), and tells
 * the person's addresses. Wrong codes stay counted, so that removing it and
 * setting it up anew gives no new tries.
 */
export async function removeTotp(
  deps: Deps,
  visit: SignedInVisit,
  confirmedAt: number,
): Promise<RemoveAnswer> {
  const { session, person, entries } = visit;
  if (person.totp?.confirmedAt !== confirmedAt) return { kind: "none" };
  const refusal = mayRemove(visit);
  if (refusal !== null) return refusal;
  const notices = tellOwner(deps, visit, "removed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<RemoveAnswer> => {
      const who = entry.value ?? NEWCOMER;
      if (isHeld(who, session) || who.totp?.confirmedAt !== confirmedAt) {
        return { changes: [], result: { kind: "none" } };
      }
      const removed = change(entry, { ...who, totp: null });
      return {
        changes: [removed, ...notices.changes],
        result: { kind: "removed" },
      };
    },
  );
  if (result.kind === "removed") {
    notices.sendAfter(versionstamp);
    deps.log("user_updated", { account: session.account, method: "totp" });
  }
  return result;
}
