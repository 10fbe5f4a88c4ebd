/**
 * Going back to the application that sent the person here, with a small signed
 * answer, so that it need not ask each time.
 *
 * @module
 */
import { randomToken } from "@/lib/crypto/token.ts";
import { signClaims } from "@/lib/crypto/signature.ts";
import { type ReturnTo, withAnswer } from "@/lib/domain/return_to.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { signingKey } from "@/lib/flows/registration/signing_key.ts";
import { mustRegister, visitStanding } from "@/lib/flows/standing.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** How long an answer holds, in seconds. */
const LIFE = 60;

/**
 * The address to go back to, with the answer in it; `null` where the person
 * must register first, and has not put it off.
 */
export async function wayBack(
  deps: Deps,
  visit: SignedInVisit,
  to: ReturnTo,
): Promise<string | null> {
  if (mustRegister(deps, visit)) return null;
  const { account } = visit.session;
  const { registered } = visitStanding(deps, visit);
  const seconds = Math.floor(visit.now / 1000);
  const token = await signClaims(await signingKey(deps), {
    iss: deps.origin,
    aud: to.origin,
    sub: account,
    registered,
    iat: seconds,
    exp: seconds + LIFE,
    jti: randomToken(deps.random),
  });
  deps.log("registration_answered", { account, registered });
  return withAnswer(to, token);
}
