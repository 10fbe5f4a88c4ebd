/**
 * The steps of a reset, and which one comes next. Whoever asks for a page that
 * is not theirs now is sent there.
 *
 * @module
 */
import { isProofFor } from "@/lib/domain/purpose.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import { isUsable } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { isProved, type ResetWay, resetWays } from "@/lib/flows/reset/ways.ts";
import type { At } from "@/lib/web/proof_pages/run.ts";
import { endsInQuestions, stepPage } from "@/lib/web/proof_pages/steps.ts";
import type { Path } from "@/lib/web/redirect.ts";

/** The page where a reset goes on. Pure. */
export function nextPage(deps: Deps, visit: ResetVisit): Path {
  const { goal } = visit.session;
  if (goal === null) return "/reset/why";
  if (isProved(visit)) {
    return goal === "unlock" ? "/reset/unlock" : "/reset/password";
  }
  const ways = resetWays(deps, visit);
  if (endsInQuestions(deps, visit)) return stepPage(visit, "questions");
  if (ways.includes("send") && isWaiting(visit)) return stepPage(visit, "code");
  const [way] = ways;
  return way === undefined ? "/reset/prove" : stepPage(visit, way);
}

/** Whether that way can be taken now. */
export function isResetOpen(
  { state: { deps }, visit }: At<ResetVisit>,
  way: ResetWay,
): boolean {
  return visit.session.goal !== null && !isProved(visit) &&
    resetWays(deps, visit).includes(way);
}

/** The visit as it is once that is noted. */
export function noted(visit: ResetVisit, proof: Proof): ResetVisit {
  const { session } = visit;
  const next = { ...session, practice: [...session.practice, proof] };
  return { ...visit, session: next, verification: null };
}

/** Whether a code was sent that can still be typed. */
function isWaiting({ verification, now }: ResetVisit): boolean {
  return verification !== null && verification.step === "code" &&
    isProofFor(verification.purpose, "reset") && isUsable(verification, now);
}
