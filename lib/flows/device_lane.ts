/**
 * The lane of devices that have signed in before: guesses from there have a
 * budget of their own, so that nobody else's guesses keep the owner out on them.
 *
 * @module
 */
import type { SignInLane } from "@/lib/directory/directory.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { type Budget, budgetRef } from "@/lib/flows/budgets.ts";
import { type Counted, spendTry } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type Device,
  deviceOf,
  deviceRefs,
  isKnownTo,
} from "@/lib/flows/known_device.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import type { KnownAccount } from "@/lib/store/devices.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Entry } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";

/** A guess, and where it came from. */
export interface Guess {
  /** The name in any spelling. */
  userName: string;
  /** What the device's cookie holds; `null` for none. */
  device: string | null;
}

/** How a guess was counted, and the device that it came from. */
export interface Tried {
  /** Whether it may be judged. */
  counted: Counted;
  /** How the directory is asked. */
  lane: SignInLane;
  /** A new one where the guess came from none. */
  device: Device;
  /** Whether the device was known for that name. */
  isKnown: boolean;
}

/** Counts a guess in the device's own budget where the device is known for that name, else in `budgets`. */
export async function countGuess(
  deps: Deps,
  guess: Guess,
  budgets: readonly Budget[],
): Promise<Tried> {
  const own = guess.device === null ? [] : [deviceBudget(guess)];
  const refs = deviceRefs(deps, guess.device);
  const all = [...own, ...budgets];
  const [policy, ...found] = await read(deps.kv, [
    policyRef(),
    ...refs,
    ...all.map((budget) => budgetRef(deps, budget)),
  ]);
  // Behind the policy's are the refs of the device, then the budgets', in their order.
  const marks = found.slice(0, refs.length) as readonly Entry<
    readonly KnownAccount[]
  >[];
  const entries = found.slice(refs.length) as readonly Entry<Usage>[];
  const device = deviceOf(deps, guess.device, marks);
  const isKnown = await isKnownTo(deps, device, guess.userName);
  const counted = await spendTry(deps, policy.value, {
    budgets: isKnown ? own : budgets,
    entries: isKnown ? entries.slice(0, own.length) : entries.slice(own.length),
  });
  const lane = isKnown ? "device" : "any";
  return { counted, lane: counted.ok ? lane : "idle", device, isKnown };
}

function deviceBudget({ userName, device }: Guess): Budget {
  return {
    kind: "signIn.device",
    subject: `${device} ${canonicalName(userName)}`,
    windows: (limits) => limits.signIn.device,
  };
}
