/**
 * The pages of a practice run, and what follows each.
 *
 * @module
 */
import type { Proof } from "@/lib/domain/recovery.ts";
import {
  notePractice,
  type PracticeWay,
  practiceWays,
} from "@/lib/flows/registration/practice.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import type { State } from "@/lib/web/state.ts";

/** The page of each step, and what a link to it says. */
const PAGES: Readonly<Record<PracticeWay, readonly [Path, Key]>> = {
  passkey: ["/register/practice/passkey", "prove.passkey"],
  totp: ["/register/practice/app", "prove.totp"],
  recoveryCode: ["/register/practice/recovery-code", "prove.recovery"],
  send: ["/register/practice/send", "prove.send"],
};

/** Whether the person can take that step now. */
export function canPractise(
  { deps }: Pick<State, "deps">,
  visit: SignedInVisit,
  way: PracticeWay,
): boolean {
  return visit.person.frozenAt === null &&
    practiceWays(deps, visit).includes(way);
}

/** Where each step is that the person can take, but for the page at `path`. */
export function practiceLinks(
  { deps, t }: Pick<State, "deps" | "t">,
  visit: SignedInVisit,
  path: string,
): (readonly [href: string, text: string])[] {
  return practiceWays(deps, visit)
    .map((way) => PAGES[way])
    .filter(([page]) => page !== path)
    .map(([page, says]) => [page, t(says)] as const);
}

/** Goes on from a right proof: to the end of the run, or to the next step. */
export async function practised(
  { deps }: Pick<State, "deps">,
  visit: SignedInVisit,
  proof: Proof,
): Promise<Response> {
  const result = await notePractice(deps, visit, proof);
  return redirect(
    result === "done" ? "/register/practice/done" : "/register/practice",
  );
}

/** What every page of the run is about. */
export function practiceAbout(
  t: Translate,
): { title: string; intro: string } {
  return { title: t("practice.title"), intro: t("practice.intro") };
}
