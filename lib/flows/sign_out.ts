/**
 * Signing out.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";

/** Ends the session on the server, and what waits in it. */
export async function signOut(
  deps: Deps,
  { session, entries }: SignedInVisit,
): Promise<void> {
  await commit(deps.kv, [
    change(guarded(entries.session.ref), null),
    change(guarded(entries.verification.ref), null),
    change(guarded(entries.setup.ref), null),
  ]);
  deps.log("session_logout", { account: session.account });
}
