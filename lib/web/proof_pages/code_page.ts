/**
 * The page of a run on which the code that was sent is typed.
 *
 * @module
 */
import { isProofFor } from "@/lib/domain/purpose.ts";
import { isUsable, type Verification } from "@/lib/domain/verification.ts";
import { isOutrun } from "@/lib/flows/proofs/prove_code.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { codeWords } from "@/lib/web/code_words.ts";
import { SentProofForm } from "@/lib/web/code_forms.ts";
import type { ProofPage } from "@/lib/web/proof_pages/page.ts";
import type { ProofRun } from "@/lib/web/proof_pages/run.ts";
import {
  type TypedData,
  typedPage,
  type TypedProps,
} from "@/lib/web/proof_pages/typed_page.ts";
import type { State } from "@/lib/web/state.ts";

/** The page of the code that was sent. */
export function codePage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
): ProofPage<TypedData, TypedProps> {
  return typedPage(run, {
    step: "send",
    form: SentProofForm,
    field: (state) =>
      waiting(run, state)?.verification.long
        ? { label: "code.label", hint: "code.hint.long", long: true }
        : { label: "code.label", hint: "code.hint" },
    before({ visit: { verification }, url }) {
      const sent = verification !== null &&
        isProofFor(verification.purpose, run.end);
      return sent ? null : run.page("send", url);
    },
    note: (state) => whereabouts(run, state),
    valid: (state) => lifetime(run, state),
    async take({ state: { deps, t }, visit }, code) {
      const answer = await run.enter(deps, visit, code);
      const { verification } = visit;
      if (answer.kind === "right" && verification !== null) {
        return { proof: verification.channel };
      }
      const text = answer.kind === "right" || answer.kind === "used"
        ? t("code.late")
        : codeWords(t, answer, visit.now);
      return { text, kind: answer.kind };
    },
  });
}

/** Where the code went, and what became of the message; nothing of none. */
function whereabouts<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  state: State,
): string | undefined {
  const known = waiting(run, state);
  const { t } = state;
  if (known === null) return undefined;
  const { verification, receipt } = known;
  const { state: stage, why } = receipt ?? { state: "queued", why: null };
  const said = stage === "queued" && why !== null ? "late" : stage;
  const to = run.shown(state, verification);
  return t(`code.${said}.${verification.channel}`, { to });
}

/** How long the code can still be typed; nothing where it cannot. */
function lifetime<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  state: State,
): string | undefined {
  const known = waiting(run, state);
  if (known === null || known.verification.step !== "code") return undefined;
  if (isOutrun(known) || !isUsable(known.verification, known.now)) {
    return undefined;
  }
  const time = state.t.duration(known.verification.until - known.now);
  return state.t("code.valid", { time });
}

/** The visit with the code that it waits for; `null` where it waits for none. */
function waiting<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  state: State,
): (Own & { verification: Verification }) | null {
  const visit = run.visitOf(state);
  if (typeof visit === "string" || visit.verification === null) return null;
  return { ...visit, verification: visit.verification };
}
