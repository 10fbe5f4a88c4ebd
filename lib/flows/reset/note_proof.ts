/**
 * Noting what was proved in a reset.
 *
 * @module
 */
import { randomToken, tokenDigest } from "@/lib/crypto/token.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
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
  { entries, session: { account, support }, now }: ResetVisit,
  proof: Proof | "questions",
): Promise<string | null> {
  const token = randomToken(deps.random);
  const moved = absent(resetRef(tokenDigest(token)));
  const { result } = await transact(
    deps.kv,
    [entries.session] as const,
    ([entry]): Decision<boolean> => {
      const reset = entry.value;
      if (reset === null) return { changes: [], result: false };
      const noted = proof === "questions"
        ? { answered: true }
        : { practice: [...new Set([...reset.practice, proof])] };
      const changes = [
        change(moved, { ...reset, ...noted, seenAt: now }),
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
 * begun in: whoever began it may be a stranger, and gets nothing by it. Returns what
 * that browser keeps; `null` where the reset is over.
 */
export async function noteElsewhere(
  deps: Deps,
  { entries, session: { account, support }, now }: ResetVisit,
  proof: Proof,
): Promise<string | null> {
  const token = randomToken(deps.random);
  const opened = absent(resetRef(tokenDigest(token)));
  const { result } = await transact(
    deps.kv,
    [entries.session] as const,
    ([{ value: reset }]): Decision<boolean> => {
      if (reset === null) return { changes: [], result: false };
      const alone = { practice: [proof], answered: false, lane: null };
      const changes = [change(opened, { ...reset, ...alone, seenAt: now })];
      return { changes, result: true };
    },
  );
  if (!result) return null;
  deps.log("reset_proved", { account, support, proof });
  return resetCookie(deps, token, account);
}
