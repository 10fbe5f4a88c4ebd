/**
 * The page of a run on which a passkey is used.
 *
 * @module
 */
import { page, type PageResponse } from "fresh";
import {
  offerPasskeyProof,
  provePasskey,
  type RequestOptions,
} from "@/lib/flows/proofs/prove_passkey.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasskeyProofForm } from "@/lib/web/passkey_forms.ts";
import {
  type ButtonWords,
  buttonWords,
  proofWords,
} from "@/lib/web/passkey_words.ts";
import {
  admit,
  endWords,
  framed,
  type ProofPage,
} from "@/lib/web/proof_pages/page.ts";
import type { At, ProofRun } from "@/lib/web/proof_pages/run.ts";
import { trustedVisit } from "@/lib/web/trusted_visit.ts";
import { redirect } from "@/lib/web/redirect.ts";

/** What a handler leaves for its page. */
export interface PasskeyData {
  /** What the browser is asked. */
  options: RequestOptions;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

/** What the page shows beside the frame. */
export interface PasskeyProps extends PasskeyData {
  /** What the button says. */
  label: string;
  /** What else it says, and when. */
  words: ButtonWords;
}

/** The page of passkeys. Each time it is shown it has a challenge of its own. */
export function passkeyPage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
): ProofPage<PasskeyData, PasskeyProps> {
  return {
    handler: {
      async GET(ctx) {
        const at = admit(run, ctx, "passkey");
        if (at instanceof Response) return at;
        return await show(run, at, { errors: {}, status: 200 });
      },
      async POST(ctx) {
        const form = await readForm(ctx, PasskeyProofForm);
        const at = admit(run, ctx, "passkey");
        if (at instanceof Response) return at;
        const { state: { deps, t }, visit } = at;
        if (!form.ok) {
          const errors = { "": t(form.errors.credential ?? "form.invalid") };
          return await show(run, at, { errors, status: 422 });
        }
        const { credential } = form.value;
        const trusted = trustedVisit(visit);
        const answer = await provePasskey(deps, trusted, credential);
        if (answer.kind === "right") {
          const proof = answer.verified ? "passkey" : "passkeyUnverified";
          return await run.passed(at, proof);
        }
        const words = proofWords(t, answer, visit.now);
        if (answer.kind !== "blocked") {
          return await show(run, at, { errors: { "": words }, status: 422 });
        }
        const errors = {
          "": endWords(run, at.state, { name: "tries", words }),
        };
        return await show(run, at, { errors, status: 429 });
      },
    },
    props: ({ data, state, url }) => ({
      ...framed(run, { state, url }),
      ...data,
      label: state.t("prove.passkey"),
      words: buttonWords(state.t),
    }),
  };
}

async function show<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  at: At<Own>,
  { errors, status }: { errors: PasskeyData["errors"]; status: number },
): Promise<Response | PageResponse<PasskeyData>> {
  const { state: { deps }, visit } = at;
  const to = run.end === "reset" ? "stranger" : "owner";
  const options = await offerPasskeyProof(deps, trustedVisit(visit), to);
  if (options === null) return redirect(run.elsewhere(at));
  return page({ options, errors }, { status });
}
