/**
 * Taking the email address off the account.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import { unindexEmail } from "@/lib/flows/bind_email.ts";
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

/** What came of it; `none` where that address is not there any more. */
export type RemoveEmailAnswer = { kind: "removed" | "none" } | ChangeRefusal;

/** Removes the person's address, if it is still the one of that index, and tells it too. */
export async function removeEmail(
  deps: Deps,
  visit: SignedInVisit,
  index: string,
): Promise<RemoveEmailAnswer> {
  const { session, person, entries } = visit;
  const { account } = session;
  if (person.email?.index !== index) return { kind: "none" };
  const refusal = mayRemove(visit);
  if (refusal !== null) return refusal;
  const notices = tellOwner(deps, visit, "removed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<RemoveEmailAnswer> => {
      const who = entry.value ?? NEWCOMER;
      if (isHeld(who, session) || who.email?.index !== index) {
        return { changes: [], result: { kind: "none" } };
      }
      const changes = [
        change(entry, { ...who, email: null }),
        unindexEmail(who.email, account),
        ...notices.changes,
      ];
      return { changes, result: { kind: "removed" } };
    },
  );
  if (result.kind === "removed") {
    notices.sendAfter(versionstamp);
    deps.log("user_updated", { account, method: "email" });
  }
  return result;
}
