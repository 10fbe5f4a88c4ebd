/**
 * The pages of the steps of a reset, and of a practice of one: the same ones, in
 * two places.
 *
 * @module
 */
import { endOf } from "@/lib/domain/reset.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import { isProved, type ResetWay, resetWays } from "@/lib/flows/reset/ways.ts";
import type { ContactDeps } from "@/lib/flows/sealed_contact.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { At } from "@/lib/web/proof_pages/run.ts";
import type { Path } from "@/lib/web/redirect.ts";

const PLACES = {
  reset: "/reset/prove",
  practice: "/register/practice",
} as const;

/** What a link to each step says. */
const SAYS: Readonly<Record<ResetWay, Key>> = {
  passkey: "prove.passkey",
  totp: "prove.totp",
  recoveryCode: "prove.recovery",
  send: "prove.send",
  questions: "reset.questions",
};

/** A step, the code that was sent, or sending it again. */
export type Step = ResetWay | "code" | "resend";

/** The steps whose page is called otherwise. */
const NAMES: Readonly<Partial<Record<Step, string>>> = {
  totp: "app",
  recoveryCode: "recovery-code",
};

/** The page of a step. */
export function stepPage(
  { session }: Pick<RunVisit, "session">,
  step: Step,
): Path {
  return `${PLACES[endOf(session)]}/${NAMES[step] ?? step}`;
}

/** Whether answers to the questions are the last step. Pure. */
export function endsInQuestions(
  deps: ContactDeps,
  visit: RunVisit,
): boolean {
  const { session } = visit;
  const practice = [...session.practice, "questions" as const];
  return resetWays(deps, visit).includes("questions") &&
    isProved({ ...visit, session: { ...session, practice } });
}

/** Where each step is that can be taken, but for the page in front. */
export function stepLinks(
  { state: { deps, t }, visit, url: { pathname } }: At<RunVisit>,
): (readonly [href: string, text: string])[] {
  const there = pathname === stepPage(visit, "code") ||
    pathname === stepPage(visit, "resend");
  const sent = there && visit.verification !== null;
  const places = new Set(
    resetDestinations(deps, visit).map(({ index }) => index),
  );
  return resetWays(deps, visit)
    .filter((way) => stepPage(visit, way) !== pathname)
    .filter((way) => !sent || way !== "send" || places.size > 1)
    .map((way) => {
      const says = sent && way === "send" ? "reset.elsewhere" : SAYS[way];
      return [stepPage(visit, way), t(says)];
    });
}
