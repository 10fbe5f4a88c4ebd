/**
 * Saying that what is due to be looked at again is still right.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import { dueMethods } from "@/lib/domain/review.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import { transact } from "@/lib/store/records.ts";

/** Notes that the person has looked at the methods that are due, and found them right. */
export async function noteReviewed(
  deps: Deps,
  { entries, session: { account }, policy, now }: SignedInVisit,
): Promise<void> {
  const { versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([person]) => {
      const who = person.value ?? NEWCOMER;
      const due = dueMethods(who, policy, now);
      const right = Object.fromEntries(due.map((method) => [method, now]));
      const reviewed = { ...who.reviewed, ...right };
      const changes = due.length === 0
        ? []
        : [change(person, { ...who, reviewed })];
      return { changes, result: null };
    },
  );
  if (versionstamp !== null) deps.log("registration_reviewed", { account });
}
