/**
 * The proofs of a reset.
 *
 * @module
 */
import { noteReset } from "@/lib/flows/reset/note_proof.ts";
import { enterReset } from "@/lib/flows/reset/reset_code.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { ProofRun } from "@/lib/web/proof_pages/run.ts";
import { stepLinks } from "@/lib/web/proof_pages/steps.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { setResetCookie } from "@/lib/web/reset_cookie.ts";
import { resetPlace } from "@/lib/web/reset_page.ts";
import { isResetOpen, nextPage, noted } from "@/lib/web/reset_steps.ts";
import { hintedTarget } from "@/lib/web/shown_hint.ts";

/** The pages on which a reset is proved. */
export const RESET: ProofRun<ResetVisit> = {
  end: "reset",
  notes: {},
  page: (name) => `/reset/prove/${name}`,
  visitOf: resetPlace,
  isOpen: isResetOpen,
  elsewhere: ({ state: { deps }, visit }) => nextPage(deps, visit),
  frame(at) {
    const { state: { t }, visit: { session } } = at;
    const intro = session.practice.length > 0
      ? t("reset.prove.more")
      : t(`reset.prove.${session.goal ?? "password"}`);
    return {
      frozen: false,
      about: { title: t("prove.title"), intro },
      others: stepLinks(at),
      back: ["/reset", t("reset.again")],
    };
  },
  enter: enterReset,
  shown: hintedTarget,
  /** Moves the browser to a new token, and goes on. */
  async passed({ state: { deps, site }, visit }, proof) {
    const cookie = await noteReset(deps, visit, proof);
    if (cookie === null) return redirect("/reset?over");
    const next = redirect(nextPage(deps, noted(visit, proof)));
    return setResetCookie(next, cookie, site);
  },
};
