/**
 * A practice run: the pages of a reset, for somebody who is signed in.
 *
 * @module
 */
import { notePractice } from "@/lib/flows/registration/practice.ts";
import { enterReset } from "@/lib/flows/reset/reset_code.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import type { ProofRun } from "@/lib/web/proof_pages/run.ts";
import { stepLinks } from "@/lib/web/proof_pages/steps.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { hintedTarget } from "@/lib/web/shown_hint.ts";

/** The pages of a practice run. */
export const PRACTICE: ProofRun<SignedInVisit> = {
  end: "practice",
  notes: {
    recoveryCode: "practice.code",
    questions: "practice.questions",
  },
  page: (name) => `/register/practice/${name}`,
  visitOf: ({ visit }) => isSignedIn(visit) ? visit : "/register",
  isOpen: ({ state, visit }, step) =>
    visit.person.frozenAt === null &&
    resetWays(state.deps, visit).includes(step),
  elsewhere: () => "/register/practice",
  frame(at) {
    const { t } = at.state;
    const about = { title: t("practice.title"), intro: t("practice.intro") };
    return { frozen: false, about, others: stepLinks(at) };
  },
  enter: enterReset,
  shown: hintedTarget,
  async passed({ state: { deps }, visit }, proof) {
    const result = await notePractice(deps, visit, proof);
    const done = result === "done";
    return redirect(done ? "/register/practice/done" : "/register/practice");
  },
};
