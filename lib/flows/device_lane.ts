/**
 * Devices that have signed in before: guesses from there have a budget of their
 * own, so that nobody else's guesses keep the owner out on them.
 *
 * @module
 */
import { randomToken } from "@/lib/crypto/token.ts";
import type { SignInLane } from "@/lib/directory/directory.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { type Budget, budgetRef } from "@/lib/flows/budgets.ts";
import { type Counted, spendTry } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import { deviceRef } from "@/lib/store/devices.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Change, Entry, Ref } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";

/** A guess, and where it came from. */
export interface Guess {
  /** The name in any spelling. */
  userName: string;
  /** What the device's cookie holds; `null` for none. */
  device: string | null;
}

/** What the cookie of a device holds, and what makes it known. */
export interface RememberedDevice {
  /** 128 random bits. */
  token: string;
  /** Makes it a device of the account of that ID. */
  remember(account: string): Change;
}

/** Where a device stands for that name, under each key, newest first. */
export function deviceRefs(
  { keyring }: Pick<Deps, "keyring">,
  { userName, device }: Guess,
): Ref<string>[] {
  if (device === null) return [];
  const parts = [device, canonicalName(userName)];
  return keyring.digests("device", ...parts).map(deviceRef);
}

/**
 * The device that somebody has just signed in on as `userName`. One cookie serves
 * every account that signs in there, so one that there is stays.
 */
export function rememberDevice(
  deps: Pick<Deps, "keyring" | "random">,
  { userName, device }: Guess,
): RememberedDevice {
  const token = device ?? randomToken(deps.random);
  const name = canonicalName(userName);
  const ref = deviceRef(deps.keyring.digest("device", token, name));
  return { token, remember: (account) => change(guarded(ref), account) };
}

/** Counts a guess in the device's own budget where the device is known for that name, else in `budgets`. */
export async function countGuess(
  deps: Deps,
  guess: Guess,
  budgets: readonly Budget[],
): Promise<{ counted: Counted; lane: SignInLane }> {
  const own = guess.device === null ? [] : [deviceBudget(guess)];
  const devices = deviceRefs(deps, guess);
  const all = [...own, ...budgets];
  const [policy, ...found] = await read(deps.kv, [
    policyRef(),
    ...devices,
    ...all.map((budget) => budgetRef(deps, budget)),
  ]);
  const isKnown = found.slice(0, devices.length)
    .some(({ value }) => value !== null);
  // The refs behind those of the devices are the budgets', in their order.
  const entries = found.slice(devices.length) as readonly Entry<Usage>[];
  const counted = await spendTry(deps, policy.value, {
    budgets: isKnown ? own : budgets,
    entries: isKnown ? entries.slice(0, own.length) : entries.slice(own.length),
  });
  if (!counted.ok) return { counted, lane: "idle" };
  return { counted, lane: isKnown ? "device" : "any" };
}

function deviceBudget({ userName, device }: Guess): Budget {
  return {
    kind: "signIn.device",
    subject: `${device} ${canonicalName(userName)}`,
    windows: (limits) => limits.signIn.device,
  };
}
