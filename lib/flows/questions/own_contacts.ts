/**
 * The numbers and addresses of a person: whoever knows the person knows them.
 *
 * @module
 */
import { type ContactDeps, openContact } from "@/lib/flows/sealed_contact.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Those that are on file and those of the directory, whether it is taken as confirmed or not. */
export function ownContacts(
  deps: ContactDeps,
  { person: { phones, email }, session }: SignedInVisit,
): string[] {
  const { mobile, officePhone, email: theirs } = openContact(
    deps,
    session.contact,
  );
  const known = [
    ...phones.map(({ number }) => deps.keyring.open("number", number)),
    email && deps.keyring.open("address", email.address),
    mobile,
    officePhone?.number,
    theirs,
  ];
  return known.filter((each) => typeof each === "string");
}
