/**
 * Taking the phone off the account.
 *
 * @module
 */
import { isProved } from "@/lib/domain/session.ts";
import { unindex } from "@/lib/flows/bind_phone.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { tellPhone } from "@/lib/flows/tell_phone.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of it; `stale` where the password must be given again first. */
export type RemoveAnswer = { kind: "removed" | "none" | "stale" };

/** Removes the phone and tells its number. */
export async function removePhone(
  deps: Deps,
  visit: SignedInVisit,
): Promise<RemoveAnswer> {
  const { session, person, now, entries } = visit;
  if (person.phone === null) return { kind: "none" };
  if (!isProved(session, now)) return { kind: "stale" };
  const notice = tellPhone(deps, person.phone, "text.removed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<RemoveAnswer> => {
      const who = entry.value;
      // Another request has removed or changed it meanwhile: this one was for the old number.
      if (who === null || who.phone?.index !== person.phone?.index) {
        return { changes: [], result: { kind: "none" } };
      }
      const changes = [
        change(entry, { ...who, phone: null }),
        ...(who.phone ? [unindex(who.phone, session.account)] : []),
        ...(notice?.changes ?? []),
      ];
      return { changes, result: { kind: "removed" } };
    },
  );
  if (result.kind === "removed") {
    notice?.sendAfter(versionstamp);
    deps.log("user_updated", { account: session.account, method: "phone" });
  }
  return result;
}
