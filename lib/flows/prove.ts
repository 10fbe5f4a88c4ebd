/**
 * Proving oneself by password, within the limits on guesses.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { type Budget, giveBack } from "@/lib/flows/budgets.ts";
import { countTry } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import type { Entry } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

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
  const counted = await countTry(deps, guessBudgets(name, block));
  if (!counted.ok) deps.log("authn_login_fail_max", { block });
  const account = await verify(deps, { userName, password }, counted);
  if (!counted.ok || account === null) return { ok: false };
  return { ok: true, account, counters: counted.counters };
}

/** A directory that cannot answer leaves the guess uncounted. */
async function verify(
  deps: Deps,
  { userName, password }: Omit<Credentials, "block">,
  counted: Awaited<ReturnType<typeof countTry>>,
): Promise<Account | null> {
  try {
    return await deps.directory.verify(userName, password);
  } catch (error) {
    if (counted.ok) {
      await transact(deps.kv, counted.counters, (entries) => ({
        changes: entries.map(giveBack),
        result: null,
      }));
    }
    throw error;
  }
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
