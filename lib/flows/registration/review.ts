/**
 * Saying that all that is on file is still right.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import { transact } from "@/lib/store/records.ts";

/** Notes that the person has looked at what is on file and found it right. */
export async function noteReviewed(
  deps: Deps,
  { entries, session: { account }, now }: SignedInVisit,
): Promise<void> {
  const { versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([person]) => {
      const who = person.value ?? NEWCOMER;
      const known = who.reviewedAt !== null && who.reviewedAt >= now;
      const changes = known
        ? []
        : [change(person, { ...who, reviewedAt: now })];
      return { changes, result: null };
    },
  );
  if (versionstamp !== null) deps.log("registration_reviewed", { account });
}
