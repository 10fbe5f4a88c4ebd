/**
 * The device that somebody resets from, where it is one that has signed in before.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";

/** What stands for a device and the name that was typed on it; `null` for no device. */
export function deviceDigest(
  { keyring }: Pick<Deps, "keyring">,
  device: string | null,
  name: string,
): string | null {
  return device === null
    ? null
    : keyring.digest("device", device, canonicalName(name));
}
