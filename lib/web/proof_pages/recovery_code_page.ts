/**
 * The page of a run on which a recovery code is typed.
 *
 * @module
 */
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { ProofPage } from "@/lib/web/proof_pages/page.ts";
import type { ProofRun } from "@/lib/web/proof_pages/run.ts";
import {
  type TypedData,
  typedPage,
  type TypedProps,
} from "@/lib/web/proof_pages/typed_page.ts";
import { recoveryWords } from "@/lib/web/proof_words.ts";
import { RecoveryCodeForm } from "@/lib/web/recovery_forms.ts";

/** The page of recovery codes. */
export function recoveryCodePage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
): ProofPage<TypedData, TypedProps> {
  return typedPage(run, {
    step: "recoveryCode",
    form: RecoveryCodeForm,
    field: () => ({ label: "recovery.code", hint: "recovery.code.hint" }),
    letters: true,
    async take({ state: { deps, t }, visit }, code) {
      const answer = await proveRecoveryCode(deps, proofCase(visit), code);
      if (answer.kind === "right") return { proof: "recoveryCode" };
      const text = recoveryWords(t, answer, visit.now);
      return { text, kind: answer.kind };
    },
  });
}
