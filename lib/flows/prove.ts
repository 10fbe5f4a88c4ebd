/**
 * Proving oneself by password, within the limits on guesses.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { type Budget, budgetRef, spendAll } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What the person typed, and from where. */
export interface Credentials {
  /** The name in any spelling. */
  userName: string;
  /** The password, exactly. */
  password: string;
  /** The caller's address block. */
  block: string;
}

/** A right password: whose it is, and the counters that the guess was counted in. */
export interface Proved {
  /** It was right. */
  ok: true;
  /** Whose it is. */
  account: Account;
  /** Where the guess stands, as after its commit: to be given back. */
  counters: readonly Entry<Usage>[];
}

/**
 * Counts one guess, then asks the directory. The count comes first, so guesses
 * that race cannot outrun the limit. A caller over a limit costs the same work
 * and hears the same answer as one who guessed wrong.
 */
export async function prove(
  deps: Deps,
  { userName, password, block }: Credentials,
): Promise<Proved | { ok: false }> {
  const name = canonicalName(userName);
  const counted = await countGuess(deps, guessBudgets(name, block));
  if (!counted.ok) deps.log("authn_login_fail_max", { block });
  const account = await deps.directory.verify(userName, password);
  if (!counted.ok || account === null) return { ok: false };
  return { ok: true, account, counters: counted.counters };
}

/** Per pair first: it is the one that a right password clears. */
function guessBudgets(name: string, block: string): readonly Budget[] {
  return [
    {
      kind: "signIn.pair",
      subject: `${block} ${name}`,
      windows: (limits) => limits.signIn.pair,
    },
    {
      kind: "signIn.block",
      subject: block,
      windows: (limits) => limits.signIn.block,
    },
    {
      kind: "signIn.account",
      subject: name,
      windows: (limits) => limits.signIn.account,
    },
  ];
}

async function countGuess(
  deps: Deps,
  budgets: readonly Budget[],
): Promise<{ ok: true; counters: Entry<Usage>[] } | { ok: false }> {
  const refs = budgets.map((budget) => budgetRef(deps, budget));
  const [policy, ...found] = await read(deps.kv, [policyRef(), ...refs]);
  const limits = LIMITS[(policy.value ?? DEFAULT_POLICY).limits];
  const { result, versionstamp } = await transact(
    deps.kv,
    found as readonly Entry<Usage>[],
    (entries) => {
      const spent = spendAll(budgets, entries, { limits, now: deps.now() });
      return { changes: spent.ok ? spent.changes : [], result: spent };
    },
  );
  if (!result.ok) return { ok: false };
  const counters = result.changes.map(({ entry, to }) => {
    return { ...entry, value: to, versionstamp } as Entry<Usage>;
  });
  return { ok: true, counters };
}
