/**
 * The steps of a reset, and which one comes next. Whoever asks for a page that
 * is not theirs now is sent there.
 *
 * @module
 */
import { isProofFor } from "@/lib/domain/purpose.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { isProved, type ResetWay, resetWays } from "@/lib/flows/reset/ways.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { At } from "@/lib/web/proof_pages/run.ts";
import type { Path } from "@/lib/web/redirect.ts";

/** The page of each way, and what a link to it says. */
const PAGES: Readonly<Record<ResetWay, readonly [Path, Key]>> = {
  passkey: ["/reset/prove/passkey", "prove.passkey"],
  totp: ["/reset/prove/app", "prove.totp"],
  recoveryCode: ["/reset/prove/recovery-code", "prove.recovery"],
  send: ["/reset/prove/send", "prove.send"],
  questions: ["/reset/prove/questions", "reset.questions"],
};

/** The page where a reset goes on. Pure. */
export function nextPage(deps: Deps, visit: ResetVisit): Path {
  const { goal } = visit.session;
  if (goal === null) return "/reset/why";
  if (isProved(visit)) {
    return goal === "unlock" ? "/reset/unlock" : "/reset/password";
  }
  const ways = resetWays(deps, visit);
  const last = ways.includes("questions") &&
    isProved(noted(visit, "questions"));
  if (last) return PAGES.questions[0];
  if (ways.includes("send") && isWaiting(visit)) return "/reset/prove/code";
  const [way] = ways;
  return way === undefined ? "/reset/prove" : PAGES[way][0];
}

/** Whether that way can be taken now. */
export function isResetOpen(
  { state: { deps }, visit }: At<ResetVisit>,
  way: ResetWay,
): boolean {
  return visit.session.goal !== null && !isProved(visit) &&
    resetWays(deps, visit).includes(way);
}

/** Where each way is that can be taken, but for the page in front. */
export function resetLinks(
  { state: { deps, t }, visit, url }: At<ResetVisit>,
): (readonly [href: string, text: string])[] {
  const there = url.pathname === "/reset/prove/code" ||
    url.pathname === "/reset/prove/resend";
  const sent = there && visit.verification !== null;
  const places = new Set(
    resetDestinations(deps, visit).map(({ index }) => index),
  );
  return resetWays(deps, visit)
    .filter((way) => PAGES[way][0] !== url.pathname)
    .filter((way) => !sent || way !== "send" || places.size > 1)
    .map((way) => {
      const [href, says] = PAGES[way];
      return [href, t(sent && way === "send" ? "reset.elsewhere" : says)];
    });
}

/** The visit as it is once that is noted. */
export function noted(
  visit: ResetVisit,
  proof: Proof | "questions",
): ResetVisit {
  const { session } = visit;
  const next = proof === "questions"
    ? { ...session, answered: true }
    : { ...session, practice: [...session.practice, proof] };
  return { ...visit, session: next, verification: null };
}

/** Whether a code was sent that can still be typed. */
function isWaiting({ verification, now }: ResetVisit): boolean {
  return verification !== null && verification.step === "code" &&
    isProofFor(verification.purpose, "reset") && now < verification.until;
}
