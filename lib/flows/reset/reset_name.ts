/**
 * What the person of a reset is called. The name of nobody is what somebody has
 * typed, which the store must not tell.
 *
 * @module
 */
import type { Reset } from "@/lib/domain/reset.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { LONGEST_NAME } from "@/lib/flows/reset/find_account.ts";

const PURPOSE = "reset.name";

/** A name that nobody has, as a reset keeps it. */
export function sealName(
  { keyring }: Pick<Deps, "keyring">,
  name: string,
): string {
  return keyring.seal(PURPOSE, name.slice(0, LONGEST_NAME).toWellFormed());
}

/** The directory's name of the account; of nobody the one that was typed. */
export function resetName(
  { keyring }: Pick<Deps, "keyring">,
  { decoy, userName }: Pick<Reset, "decoy" | "userName">,
): string {
  return decoy ? keyring.open(PURPOSE, userName) : userName;
}
