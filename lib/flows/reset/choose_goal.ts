/**
 * Saying what has happened: the password is forgotten, or the account is locked.
 *
 * @module
 */
import type { Policy } from "@/lib/domain/policy.ts";
import type { ResetGoal } from "@/lib/domain/reset.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** Whether people may say that they only want their account unlocked: where the policy has it and the directory can. */
export function mayUnlock(
  { directory }: Pick<Deps, "directory">,
  { unlock }: Pick<Policy, "unlock">,
): boolean {
  return unlock === "yes" && directory.canUnlock;
}

/** Notes what the person is here for. Where nothing is unlocked, that is a new password. */
export async function chooseGoal(
  deps: Deps,
  { entries, policy, now }: ResetVisit,
  goal: ResetGoal,
): Promise<void> {
  const allowed = mayUnlock(deps, policy) ? goal : "password";
  await transact(
    deps.kv,
    [entries.session] as const,
    ([entry]): Decision<null> => {
      if (entry.value === null || entry.value.goal === allowed) {
        return { changes: [], result: null };
      }
      const chosen = { ...entry.value, goal: allowed, seenAt: now };
      return { changes: [change(entry, chosen)], result: null };
    },
  );
}
