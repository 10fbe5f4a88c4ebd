/**
 * The pages on which a person proves again who they are, and what follows.
 *
 * @module
 */
import { trusted } from "@/lib/domain/frozen.ts";
import { type ProofWay, proofWays } from "@/lib/domain/proof_ways.ts";
import { renewSession } from "@/lib/flows/renew_session.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";
import {
  AFTER_PROOF,
  type AfterProof,
  isAfterProof,
} from "@/lib/web/after_proof.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import { withSession } from "@/lib/web/session_cookie.ts";
import type { State } from "@/lib/web/state.ts";

/** The page of each way, and what a link to it says. */
const PAGES: Readonly<Record<ProofWay, readonly [page: Path, says: Key]>> = {
  passkey: ["/register/prove/passkey", "prove.passkey"],
  totp: ["/register/prove/app", "prove.totp"],
  recoveryCodes: ["/register/prove/recovery-code", "prove.recovery"],
  phone: ["/register/prove/send", "prove.send"],
  email: ["/register/prove/send", "prove.send"],
  password: ["/register/prove", "password.title"],
};

/** What follows the proof that this address asks for; the list where it names nothing. */
export function nextOf(url: URL): AfterProof {
  const next = url.searchParams.get("next") ?? "";
  return isAfterProof(next) ? next : "list";
}

/** The page of a way, before what follows. */
export function wayPage(way: ProofWay, next: AfterProof): Path {
  return `${PAGES[way][0]}?next=${next}`;
}

/** Whether that way is enough for this person now. */
export function isWay(
  { person, policy }: SignedInVisit,
  ...ways: readonly ProofWay[]
): boolean {
  const enough = proofWays(person, policy);
  return ways.some((way) => enough.includes(way));
}

/** The other ways that are enough: where, and what the link says, strongest first. */
export function otherWays(
  t: Translate,
  { person, policy }: Pick<SignedInVisit, "person" | "policy">,
  url: URL,
): (readonly [href: string, text: string])[] {
  const next = nextOf(url);
  const links = new Map<string, string>();
  for (const way of proofWays(person, policy)) {
    const [page, says] = PAGES[way];
    if (page !== url.pathname) links.set(wayPage(way, next), t(says));
  }
  return [...links];
}

/** The visit with what is trusted alone: what was set up since a doubt proves nothing. */
export function trustedVisit(visit: SignedInVisit): SignedInVisit {
  return { ...visit, person: trusted(visit.person) };
}

/** Goes on from a right proof: to a new session, and to what follows. */
export async function goOn(
  { deps, site }: State,
  visit: SignedInVisit,
  { way, url }: { way: Exclude<ProofWay, "password">; url: URL },
): Promise<Response> {
  const cookie = await renewSession(deps, visit, way);
  if (cookie === null) return redirect("/register");
  return withSession(redirect(AFTER_PROOF[nextOf(url)]), cookie, site);
}
