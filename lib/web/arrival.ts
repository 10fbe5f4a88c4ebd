/**
 * Where a person goes who comes to the portal.
 *
 * @module
 */
import type { Arrival } from "@/lib/domain/arrival.ts";
import { readPolicy } from "@/lib/flows/read_policy.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import {
  returnTo,
  withoutReturn,
  withReturn,
} from "@/lib/web/return_cookie.ts";
import type { State } from "@/lib/web/state.ts";

/** The page of each arrival. */
const PAGES: Readonly<Record<Arrival, Path>> = {
  password: "/change",
  replacement: "/register/recovery-codes",
  review: "/register/review",
  advice: "/register?advice",
  list: "/register",
};

/**
 * The first page after signing in. Whoever was sent here goes on to what they
 * were sent for, but not with a password that is due to be changed.
 */
export function arrivalPage(arrival: Arrival, sent: boolean): Path {
  const goesOn = sent && arrival !== "password";
  return goesOn ? "/register/return" : PAGES[arrival];
}

/**
 * Answers an application that sends a person here: keeps where to go back to,
 * or ignores and logs an address that may not be gone back to.
 */
export async function sentFrom(
  { deps, visit, site, block }: State,
  asked: string,
): Promise<Response> {
  const known = isSignedIn(visit);
  const policy = known ? visit.policy : await readPolicy(deps);
  const to = returnTo(asked, site, policy);
  if (to === null) {
    deps.log("input_validation_fail", { field: "return_to", block });
    return withoutReturn(redirect("/register"), site);
  }
  const next = redirect(known ? "/register/return" : "/register");
  return withReturn(next, to, site);
}
