/**
 * Taking recovery codes, or answers to security questions, off the account.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type ChangeRefusal,
  isHeld,
  mayRemove,
} from "@/lib/flows/may_change.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of it; `none` where there is nothing any more. */
export type RemoveSecretAnswer = { kind: "removed" | "none" } | ChangeRefusal;

/** Removes all of the method, and tells the person's addresses. Wrong proofs stay counted. */
export async function removeSecret(
  deps: Deps,
  visit: SignedInVisit,
  method: "recoveryCodes" | "questions",
): Promise<RemoveSecretAnswer> {
  const { session, person, entries } = visit;
  if (person[method] === null) return { kind: "none" };
  const refusal = mayRemove(visit);
  if (refusal !== null) return refusal;
  const notices = tellOwner(deps, visit, "removed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<RemoveSecretAnswer> => {
      const who = entry.value ?? NEWCOMER;
      if (isHeld(who, session) || who[method] === null) {
        return { changes: [], result: { kind: "none" } };
      }
      const without = change(entry, { ...who, [method]: null });
      const changes = [without, ...notices.changes];
      return { changes, result: { kind: "removed" } };
    },
  );
  if (result.kind === "removed") {
    notices.sendAfter(versionstamp);
    deps.log("user_updated", { account: session.account, method });
  }
  return result;
}
