/**
 * What the directory has of a person besides the account, sealed.
 *
 * @module
 */
import type { Contact } from "@/lib/directory/directory.ts";
import type { Deps } from "@/lib/flows/deps.ts";

/** What it takes. */
export type ContactDeps = Pick<Deps, "keyring">;

/** The seal's purpose, for a session and for the embedded directory alike. */
const PURPOSE = "contact";

/** Seals what the directory has; `null` for nothing. */
export function sealContact(
  { keyring }: ContactDeps,
  contact: Contact | undefined,
): string | null {
  const something = contact && Object.keys(contact).length > 0;
  return something ? keyring.seal(PURPOSE, JSON.stringify(contact)) : null;
}

/** Opens it again. Throws `SealError`. */
export function openContact(
  { keyring }: ContactDeps,
  sealed: string | null,
): Contact {
  if (sealed === null) return {};
  // Only sealContact() seals for this purpose.
  return JSON.parse(keyring.open(PURPOSE, sealed)) as Contact;
}
