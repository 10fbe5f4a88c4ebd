/**
 * Noting what was proved in a reset.
 *
 * @module
 */
import { randomToken, tokenDigest } from "@/lib/crypto/token.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { networkOf } from "@/lib/flows/reset/reset_budgets.ts";
import { resetCookie, type ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { absent, change, guarded } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";
import { resetRef } from "@/lib/store/resets.ts";

/**
 * Moves the reset to a new token (OWASP ASVS 7.2.4) that has the proof as well,
 * and drops what waited under the old one. Returns what the browser keeps; `null`
 * where the reset is over.
 */
export async function noteReset(
  deps: Deps,
  { entries, session: proved, now }: ResetVisit,
  proof: Proof,
): Promise<string | null> {
  const { account, support } = proved;
  const token = randomToken(deps.random);
  const moved = absent(resetRef(tokenDigest(token)));
  const { result } = await transact(
    deps.kv,
    [entries.session] as const,
    ([entry]): Decision<boolean> => {
      const reset = entry.value;
      if (!isSame(reset, proved)) return { changes: [], result: false };
      const practice = [...new Set([...reset.practice, proof])];
      const changes = [
        change(moved, { ...reset, practice, seenAt: now }),
        change(entry, null),
        change(guarded(entries.verification.ref), null),
        change(guarded(entries.setup.ref), null),
      ];
      return { changes, result: true };
    },
  );
  if (!result) return null;
  deps.log("reset_proved", { account, support, proof });
  return resetCookie(deps, token, account);
}

/**
 * Opens the reset once more with that proof alone, for a browser that it was not
 * begun in: whoever began it may be a stranger, and gets nothing by it, nor is the
 * owner counted in their network. Returns what that browser keeps; `null` where the
 * reset is over.
 */
export async function noteElsewhere(
  deps: Deps,
  { entries, session: proved, limits, now }: ResetVisit,
  { proof, block: caller }: { proof: Proof; block: string },
): Promise<string | null> {
  const { account, support } = proved;
  const block = networkOf(deps, caller, limits);
  const token = randomToken(deps.random);
  const opened = absent(resetRef(tokenDigest(token)));
  const { result } = await transact(
    deps.kv,
    [entries.session] as const,
    ([entry]): Decision<boolean> => {
      const reset = entry.value;
      if (!isSame(reset, proved)) return { changes: [], result: false };
      const alone = { practice: [proof], lane: null, block };
      const changes = [
        change(opened, { ...reset, ...alone, seenAt: now }),
        // As it is, so that it is checked.
        change(entry, reset),
      ];
      return { changes, result: true };
    },
  );
  if (!result) return null;
  deps.log("reset_proved", { account, support, proof });
  return resetCookie(deps, token, account);
}

/** Whether it is still the reset in which that was proved: one that goes on after its person's sessions ended, or with a decoy, is another. */
function isSame(reset: Reset | null, proved: Reset): reset is Reset {
  return reset?.epoch === proved.epoch && reset.decoy === proved.decoy;
}
