/**
 * Proving oneself by password, within the limits on guesses.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import type { Budget } from "@/lib/flows/budgets.ts";
import { giveAllBack } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { countGuess, type Tried } from "@/lib/flows/device_lane.ts";
import type { Device } from "@/lib/flows/known_device.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import type { Entry } from "@/lib/store/record.ts";

/** What the person typed, and from where. */
export interface Credentials {
  /** The name in any spelling. */
  userName: string;
  /** The password, exactly. */
  password: string;
  /** The caller's address block. */
  block: string;
  /** What the device's cookie holds; `null` for none. */
  device?: string | null;
}

/** A right password: whose it is, and the counters that the guess was counted in. */
export interface Proved {
  /** It was right. */
  ok: true;
  /** Whose it is. */
  account: Account;
  /** Where the guess stands, as after its commit: to be given back. */
  counters: readonly Entry<Usage>[];
  /** The device, to be remembered with that account. */
  device: Device;
  /** Whether it was known for that name before. */
  isKnown: boolean;
  /** The name in the spelling that was used. */
  typed: string;
}

/**
 * Counts one guess, then asks the directory. The count comes first, so guesses
 * that race cannot outrun the limit. A caller over a limit costs the same work
 * and hears the same answer as one who guessed wrong.
 */
export async function prove(
  deps: Deps,
  { block, password, device = null, ...typed }: Credentials,
): Promise<Proved | { ok: false }> {
  const name = canonicalName(typed.userName);
  const budgets = guessBudgets(name, block);
  const tried = await countGuess(deps, { ...typed, device }, budgets);
  const { counted, isKnown } = tried;
  if (!counted.ok) deps.log("authn_login_fail_max", { block });
  const account = await verify(deps, { ...typed, password }, tried);
  if (!counted.ok || account === null) return { ok: false };
  const { counters } = counted;
  const from = { device: tried.device, isKnown, typed: typed.userName };
  return { ok: true, account, counters, ...from };
}

/** A directory that cannot answer leaves the guess uncounted. */
async function verify(
  deps: Deps,
  { userName, password }: Pick<Credentials, "userName" | "password">,
  { counted, lane }: Tried,
): Promise<Account | null> {
  try {
    return await deps.directory.verify(userName, password, lane);
  } catch (error) {
    if (counted.ok) await giveAllBack(deps, counted.counters);
    throw error;
  }
}

/** What a guess is counted in. Per pair first: it is the one that a right password clears. */
export function guessBudgets(
  name: string,
  block: string,
): readonly Budget[] {
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
    accountGuesses(name),
  ];
}

/** Guesses at one account, from wherever they come. `name` is a canonical one. */
export function accountGuesses(name: string): Budget {
  return {
    kind: "signIn.account",
    subject: name,
    windows: (limits) => limits.signIn.account,
  };
}
