/**
 * The pages on which a person proves again who they are, and what follows.
 *
 * @module
 */
import { type ProofWay, proofWays } from "@/lib/domain/proof_ways.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import { proveCode } from "@/lib/flows/proofs/prove_code.ts";
import { proofDestinations, sendProof } from "@/lib/flows/proofs/send_proof.ts";
import type { ResetWay } from "@/lib/flows/reset/ways.ts";
import { renewSession } from "@/lib/flows/renew_session.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";
import {
  AFTER_PROOF,
  type AfterProof,
  isAfterProof,
  proofPage,
} from "@/lib/web/after_proof.ts";
import type { SendingRun } from "@/lib/web/proof_pages/send_page.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import { withSession } from "@/lib/web/session_cookie.ts";
import { shownTarget } from "@/lib/web/shown_number.ts";

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

/** The ways of each step. */
const WAYS_OF: Readonly<Record<ResetWay, readonly ProofWay[]>> = {
  passkey: ["passkey"],
  totp: ["totp"],
  recoveryCode: ["recoveryCodes"],
  send: ["phone", "email"],
  questions: [],
};

/** The way of each proof; answers to questions are asked for on no page of this run. */
const WAY_OF: Readonly<Record<Proof, ProofWay>> = {
  passkey: "passkey",
  passkeyUnverified: "passkey",
  totp: "totp",
  recoveryCode: "recoveryCodes",
  sms: "phone",
  voice: "phone",
  email: "email",
  questions: "password",
};

/** The other ways that are enough: where, and what the link says, strongest first. */
function otherWays(
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

/** The pages of a fresh proof. */
export const FRESH_PROOF: SendingRun<SignedInVisit> = {
  end: "prove",
  notes: {},
  page: (name, url) => `/register/prove/${name}?next=${nextOf(url)}`,
  visitOf: ({ visit }) => isSignedIn(visit) ? visit : "/register",
  isOpen: ({ visit }, step) => isWay(visit, ...WAYS_OF[step]),
  elsewhere: ({ url }) => proofPage(nextOf(url)),
  frame({ state: { t }, visit, url }) {
    const frozen = visit.person.frozenAt !== null;
    const others = otherWays(t, visit, url);
    return frozen
      ? { frozen, others }
      : { frozen, others, lost: t("prove.lost") };
  },
  destinations: proofDestinations,
  send: sendProof,
  enter: (deps, visit, code) => proveCode(deps, visit, { code, end: "prove" }),
  shown: ({ deps }, verification) => shownTarget(deps, verification),
  /** Goes on to a new session, and to what follows. */
  async passed({ state: { deps, site }, visit, url }, proof) {
    const cookie = await renewSession(deps, visit, WAY_OF[proof]);
    if (cookie === null) return redirect("/register");
    return withSession(redirect(AFTER_PROOF[nextOf(url)]), cookie, site);
  },
};
