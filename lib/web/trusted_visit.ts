/**
 * A visit without what is in doubt.
 *
 * @module
 */
import { trusted } from "@/lib/domain/frozen.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** The visit with what is trusted alone: what was set up since a doubt proves nothing. */
export function trustedVisit(visit: SignedInVisit): SignedInVisit {
  return { ...visit, person: trusted(visit.person) };
}
