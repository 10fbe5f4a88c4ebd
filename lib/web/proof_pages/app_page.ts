/**
 * The page of a run on which the code of an authenticator app is typed, or four.
 *
 * @module
 */
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { asksForFour, takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { ProofPage } from "@/lib/web/proof_pages/page.ts";
import type { ProofRun } from "@/lib/web/proof_pages/run.ts";
import {
  type TypedData,
  typedPage,
  type TypedProps,
} from "@/lib/web/proof_pages/typed_page.ts";
import { appWords } from "@/lib/web/proof_words.ts";
import type { State } from "@/lib/web/state.ts";
import { AppProofForm } from "@/lib/web/code_forms.ts";

/** The page of the authenticator app. */
export function appPage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
): ProofPage<TypedData, TypedProps> {
  return typedPage(run, {
    step: "totp",
    form: AppProofForm,
    field: (state, four) =>
      four || asksFour(run, state)
        ? { label: "totp.label.four", hint: "totp.hint.four", long: true }
        : { label: "totp.label", hint: "totp.hint" },
    note: (state, four) =>
      !four && asksFour(run, state) ? state.t("totp.four") : undefined,
    async take({ state: { deps, t }, visit }, code) {
      const answer = await takeTotp(deps, proofCase(visit), code);
      if (answer.kind === "right") return { proof: "totp" };
      const text = appWords(t, answer, visit.now);
      return { text, kind: answer.kind };
    },
  });
}

/** Whether the visit is asked for four codes. */
function asksFour<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  state: State,
): boolean {
  const visit = run.visitOf(state);
  return typeof visit !== "string" && asksForFour(visit);
}
