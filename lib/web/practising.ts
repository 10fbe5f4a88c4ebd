/**
 * The pages of a practice run, and what follows each.
 *
 * @module
 */
import {
  notePractice,
  type PracticeWay,
  practiceWays,
} from "@/lib/flows/registration/practice.ts";
import {
  enterPractice,
  practiceDestinations,
  sendPractice,
} from "@/lib/flows/registration/practice_code.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { At } from "@/lib/web/proof_pages/run.ts";
import type { SendingRun } from "@/lib/web/proof_pages/send_page.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import { shownTarget } from "@/lib/web/shown_number.ts";

/** The page of each step, and what a link to it says. */
const PAGES: Readonly<Record<PracticeWay, readonly [Path, Key]>> = {
  passkey: ["/register/practice/passkey", "prove.passkey"],
  totp: ["/register/practice/app", "prove.totp"],
  recoveryCode: ["/register/practice/recovery-code", "prove.recovery"],
  send: ["/register/practice/send", "prove.send"],
};

/** Where each step is that the person can take, but for the page in front. */
export function practiceLinks(
  { state: { deps, t }, visit, url }: At<SignedInVisit>,
): (readonly [href: string, text: string])[] {
  return practiceWays(deps, visit)
    .map((way) => PAGES[way])
    .filter(([page]) => page !== url.pathname)
    .map(([page, says]) => [page, t(says)] as const);
}

/** The pages of a practice run. */
export const PRACTICE: SendingRun<SignedInVisit> = {
  end: "practice",
  notes: { recoveryCode: "practice.code" },
  page: (name) => `/register/practice/${name}`,
  visitOf: ({ visit }) => isSignedIn(visit) ? visit : "/register",
  isOpen: ({ state, visit }, step) =>
    visit.person.frozenAt === null &&
    practiceWays(state.deps, visit).includes(step),
  elsewhere: () => "/register/practice",
  frame(at) {
    const { t } = at.state;
    const about = { title: t("practice.title"), intro: t("practice.intro") };
    return { frozen: false, about, others: practiceLinks(at) };
  },
  destinations: practiceDestinations,
  send: sendPractice,
  enter: enterPractice,
  shown: ({ deps }, verification) => shownTarget(deps, verification),
  async passed({ state: { deps }, visit }, proof) {
    const result = await notePractice(deps, visit, proof);
    const done = result === "done";
    return redirect(done ? "/register/practice/done" : "/register/practice");
  },
};
