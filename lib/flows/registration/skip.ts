/**
 * Putting required registration off.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import { skipOnce, skipsLeft } from "@/lib/domain/skipping.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of it; `none` where it cannot be put off any more. */
export type SkipAnswer = { kind: "skipped" | "none" };

/** Counts one skip, which holds for this session. The same session counts one, however often it asks. */
export async function skipRegistration(
  deps: Deps,
  { entries, session: { account }, policy, now }: SignedInVisit,
): Promise<SkipAnswer> {
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person, entries.session] as const,
    ([person, session]): Decision<SkipAnswer> => {
      if (session.value === null) return unchanged("none");
      if (session.value.skipped) return unchanged("skipped");
      const who = person.value ?? NEWCOMER;
      if (skipsLeft(who, policy, now) === null) return unchanged("none");
      const skipped = skipOnce(who, now);
      return {
        changes: [
          change(person, { ...who, skipped }),
          change(session, { ...session.value, skipped: true }),
        ],
        result: { kind: "skipped" },
      };
    },
  );
  if (versionstamp !== null) deps.log("registration_skipped", { account });
  return result;
}

function unchanged(kind: SkipAnswer["kind"]): Decision<SkipAnswer> {
  return { changes: [], result: { kind } };
}
