/**
 * A practice run: the steps of a reset up to the new password, which changes nothing.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import { isThrough, type Proof } from "@/lib/domain/recovery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** Whether more is to be proved, or the run is done. */
export type Practised = "more" | "done";

/** Notes what was proved; once it would be enough, the run is done and the person has practised. */
export async function notePractice(
  deps: Deps,
  { entries, session: { account }, policy, now }: SignedInVisit,
  proof: Proof,
): Promise<Practised> {
  const { result } = await transact(
    deps.kv,
    [entries.session, entries.person] as const,
    ([session, person]): Decision<Practised> => {
      if (session.value === null) return { changes: [], result: "more" };
      const who = person.value ?? NEWCOMER;
      const proofs = new Set([...session.value.practice, proof]);
      if (!isThrough(proofs, who, policy)) {
        const next = { ...session.value, practice: [...proofs] };
        return { changes: [change(session, next)], result: "more" };
      }
      return {
        changes: [
          change(session, { ...session.value, practice: [] }),
          change(person, { ...who, practisedAt: now }),
        ],
        result: "done",
      };
    },
  );
  if (result === "done") deps.log("recovery_practised", { account });
  return result;
}
