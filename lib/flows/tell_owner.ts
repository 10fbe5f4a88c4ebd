/**
 * Telling a person who is signed in what was done in that visit.
 *
 * @module
 */
import { withReach } from "@/lib/domain/reach.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { NoticeKind } from "@/lib/flows/messages.ts";
import { type Notices, tellPerson } from "@/lib/flows/notices.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Prepares the notice to all that reached the person when the visit was opened. */
export function tellOwner(
  deps: Deps,
  { person, directory, policy, session: { account } }: SignedInVisit,
  what: NoticeKind,
): Notices {
  const who = withReach(person, directory);
  return tellPerson(deps, who, { what, account, policy, except: [] });
}
