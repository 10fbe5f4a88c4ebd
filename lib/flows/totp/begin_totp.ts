/**
 * Setting up an authenticator app, up to its first code.
 *
 * @module
 */
import { randomSeed } from "@/lib/crypto/totp.ts";
import { blockedAnswer, type ProofAnswer } from "@/lib/domain/judge_proof.ts";
import { isWithin } from "@/lib/domain/life.ts";
import { failuresOf } from "@/lib/domain/person.ts";
import { SETUP_LIFE } from "@/lib/domain/setup.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type ChangeRefusal, mayChange } from "@/lib/flows/may_change.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import { transact } from "@/lib/store/records.ts";

/** The seed that the app is to take over, or why there is none. */
export type TotpBeginning =
  | ChangeRefusal
  /** No code is taken until then. */
  | Extract<ProofAnswer, { kind: "blocked" }>
  /** The seed, in base32. */
  | { kind: "open"; seed: string };

/** Draws a seed, once for each session: a page that is loaded again shows the same one. */
export async function beginTotp(
  deps: Deps,
  visit: SignedInVisit,
): Promise<TotpBeginning> {
  const refusal = mayFinishTotp(visit);
  if (refusal !== null) return refusal;
  const { person, entries, now } = visit;
  const blocked = blockedAnswer(failuresOf(person, "totp"), now);
  if (blocked?.kind === "blocked") return blocked;
  const secret = deps.keyring.seal("totp", randomSeed(deps.random));
  const { result } = await transact(
    deps.kv,
    [entries.setup] as const,
    ([entry]) => {
      const { value } = entry;
      if (value?.kind === "totp") return { changes: [], result: value.secret };
      const begun = change(entry, { kind: "totp", secret, at: now });
      return { changes: [begun], result: secret };
    },
  );
  return { kind: "open", seed: deps.keyring.open("totp", result) };
}

/**
 * Why this person may not begin or finish setting up an app now; `null` where
 * they may. What was begun with a fresh proof can be finished for a while after it.
 */
export function mayFinishTotp(visit: SignedInVisit): ChangeRefusal | null {
  const refusal = mayChange(visit, "totp");
  const { setup, now } = visit;
  const begun = setup?.kind === "totp" && isWithin(setup.at, SETUP_LIFE, now);
  return refusal?.kind === "stale" && begun ? null : refusal;
}
