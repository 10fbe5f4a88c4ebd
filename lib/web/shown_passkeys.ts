/**
 * Passkeys as a page shows them.
 *
 * @module
 */
import { credentialName } from "@/lib/crypto/passkey_ids.ts";
import type { Person } from "@/lib/domain/person.ts";

/** The name of each, and what its addresses end with. */
export function shownPasskeys(
  { passkeys }: Pick<Person, "passkeys">,
): { key: string; name: string }[] {
  return passkeys.map(({ id, name }) => ({ key: credentialName(id), name }));
}
