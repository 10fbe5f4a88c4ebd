/**
 * The proofs of a reset.
 *
 * @module
 */
import type { Proof } from "@/lib/domain/recovery.ts";
import { noteReset } from "@/lib/flows/reset/note_proof.ts";
import { enterReset } from "@/lib/flows/reset/reset_code.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { At, ProofRun } from "@/lib/web/proof_pages/run.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { setResetCookie } from "@/lib/web/reset_cookie.ts";
import { resetPlace } from "@/lib/web/reset_page.ts";
import {
  isResetOpen,
  nextPage,
  noted,
  resetLinks,
} from "@/lib/web/reset_steps.ts";
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
      others: resetLinks(at),
      back: ["/reset", t("reset.again")],
    };
  },
  enter: enterReset,
  shown: hintedTarget,
  stopped: (state, words) => outcomeWords(state, "tries", words),
  passed: passReset,
};

/** Notes what was proved, moves the browser to a new token, and goes on. */
export async function passReset(
  { state: { deps, site }, visit }: At<ResetVisit>,
  proof: Proof | "questions",
): Promise<Response> {
  const cookie = await noteReset(deps, visit, proof);
  if (cookie === null) return redirect("/reset?over");
  const next = redirect(nextPage(deps, noted(visit, proof)));
  return setResetCookie(next, cookie, site);
}
