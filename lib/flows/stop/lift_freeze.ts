/**
 * Opening recovery again, by the person: a password alone is not enough, since
 * whoever made the change that was stopped may have it.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import { isProved } from "@/lib/domain/session.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import { type Lacking, transactHolders } from "@/lib/flows/phone_holders.ts";
import { unfreeze } from "@/lib/flows/stop/unfreeze.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Decision } from "@/lib/store/record.ts";

/** What came of it; `none` where nothing is frozen, `stale` where a fresh proof is needed first. */
export type LiftAnswer = { kind: "lifted" | "none" | "stale" };

/** Whether this visit may lift a freeze: it has proved something beside the password a moment ago. */
export function mayLift({ session, now }: SignedInVisit): boolean {
  return session.provedBy !== "password" && isProved(session, now);
}

/** Lifts the freeze, takes off what was set up since the doubt, and tells all addresses. */
export async function liftFreeze(
  deps: Deps,
  visit: SignedInVisit,
): Promise<LiftAnswer> {
  const { session: { account, epoch }, person, entries } = visit;
  if (person.frozenAt === null) return { kind: "none" };
  if (!mayLift(visit)) return { kind: "stale" };
  const notices = tellOwner(deps, visit, "lifted");
  const { result, versionstamp } = await transactHolders(
    deps.kv,
    { entries: [entries.person] as const, holders: [] },
    ([entry], holders): Decision<LiftAnswer | Lacking> => {
      const who = entry.value ?? NEWCOMER;
      // A second "this was not me" has ended this session meanwhile.
      if (who.frozenAt === null || who.epoch !== epoch) {
        return { changes: [], result: { kind: "none" } };
      }
      const moved = unfreeze(entry, who, { account, holders });
      if (moved.kind === "lacking") return { changes: [], result: moved };
      const changes = [...moved.changes, ...notices.changes];
      return { changes, result: { kind: "lifted" } };
    },
  );
  if (result.kind === "lifted") {
    notices.sendAfter(versionstamp);
    deps.log("user_updated", { account, recovery: "lifted" });
  }
  return result;
}
