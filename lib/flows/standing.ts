/**
 * How far a person is with registering, with what the directory has of them.
 *
 * @module
 */
import type { Contact } from "@/lib/directory/directory.ts";
import { mayRegister } from "@/lib/domain/policy.ts";
import { type Standing, standingOf } from "@/lib/domain/standing.ts";
import { withContact } from "@/lib/flows/directory_contact.ts";
import { type ContactDeps, openContact } from "@/lib/flows/sealed_contact.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Where the person of the visit stands, at its moment. */
export function visitStanding(
  deps: ContactDeps,
  { person, policy, session, now }: SignedInVisit,
): Standing {
  const contact: Contact = openContact(deps, session.contact);
  return standingOf(
    withContact(deps, person, { contact, policy }),
    policy,
    now,
  );
}

/** Whether the organisation needs more of this person, who has not put it off in this session. */
export function mustRegister(deps: ContactDeps, visit: SignedInVisit): boolean {
  const { policy, session } = visit;
  return policy.requireRegistration === "yes" && !session.skipped &&
    mayRegister(policy, session.groups) &&
    !visitStanding(deps, visit).registered;
}
