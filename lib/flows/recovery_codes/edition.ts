/**
 * Telling one state of a person's recovery codes from another.
 *
 * @module
 */
import type { RecoveryCodes } from "@/lib/domain/proofs.ts";
import type { Deps } from "@/lib/flows/deps.ts";

/** Where no codes are. */
const NO_CODES = "none";

/**
 * Names the codes as they are: another name once one is used, replaced or made
 * anew. A form carries it, so sending the form again makes nothing.
 */
export function editionOf(
  { keyring }: Pick<Deps, "keyring">,
  codes: RecoveryCodes | null,
): string {
  if (codes === null) return NO_CODES;
  const hashes = codes.hashes.map((hash) => hash ?? "");
  return keyring.digest("recovery codes", ...hashes);
}

/** Whether `edition` names the codes as they are. */
export function isEdition(
  { keyring }: Pick<Deps, "keyring">,
  codes: RecoveryCodes | null,
  edition: string,
): boolean {
  if (codes === null) return edition === NO_CODES;
  const hashes = codes.hashes.map((hash) => hash ?? "");
  return keyring.matches(edition, "recovery codes", ...hashes);
}
