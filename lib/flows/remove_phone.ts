/**
 * Taking a phone off the account, and choosing which one is offered first.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type ChangeRefusal,
  isHeld,
  mayChange,
  mayRemove,
} from "@/lib/flows/may_change.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import {
  type Lacking,
  leaveNumbers,
  transactHolders,
} from "@/lib/flows/phone_holders.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of it; `none` where there is no such phone any more. */
export type RemoveAnswer = { kind: "removed" | "none" } | ChangeRefusal;

/** Removes the person's phone of that index, and tells all of their addresses. */
export async function removePhone(
  deps: Deps,
  visit: SignedInVisit,
  index: string,
): Promise<RemoveAnswer> {
  const { session, person, entries } = visit;
  const phone = person.phones.find((each) => each.index === index);
  if (phone === undefined) return { kind: "none" };
  const refusal = mayRemove(visit);
  if (refusal !== null) return refusal;
  const notices = tellOwner(deps, visit, "removed");
  const { account } = session;
  const { result, versionstamp } = await transactHolders(
    deps.kv,
    { entries: [entries.person] as const, holders: [] },
    ([entry], holders): Decision<RemoveAnswer | Lacking> => {
      const who = entry.value ?? NEWCOMER;
      const left = who.phones.filter((each) => each.index !== index);
      if (isHeld(who, session) || left.length === who.phones.length) {
        return { changes: [], result: { kind: "none" } };
      }
      const moved = leaveNumbers(holders, account, [index]);
      if (moved.kind === "lacking") return { changes: [], result: moved };
      const changed = change(entry, { ...who, phones: left });
      const changes = [changed, ...moved.changes, ...notices.changes];
      return { changes, result: { kind: "removed" } };
    },
  );
  if (result.kind === "removed") {
    notices.sendAfter(versionstamp);
    deps.log("user_updated", { account: session.account, method: "phone" });
  }
  return result;
}

/** Puts the person's phone of that index before the other. */
export async function preferPhone(
  deps: Deps,
  visit: SignedInVisit,
  chosen: string,
): Promise<{ kind: "done" } | ChangeRefusal> {
  const refusal = mayChange(visit, "phone");
  if (refusal !== null) return refusal;
  const { entries } = visit;
  await transact(deps.kv, [entries.person] as const, ([entry]) => {
    const who = entry.value ?? NEWCOMER;
    const first = who.phones.filter(({ index }) => index === chosen);
    const rest = who.phones.filter(({ index }) => index !== chosen);
    const moved = who.phones[0]?.index !== chosen && first.length > 0;
    const next = { ...who, phones: [...first, ...rest] };
    return { changes: moved ? [change(entry, next)] : [], result: null };
  });
  return { kind: "done" };
}
