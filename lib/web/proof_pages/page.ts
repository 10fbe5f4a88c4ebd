/**
 * What every page of a run has.
 *
 * @module
 */
import type { HandlerFn } from "fresh";
import type { OutcomeName } from "@/lib/domain/outcomes.ts";
import type { ProofEnd } from "@/lib/domain/purpose.ts";
import type { ResetWay } from "@/lib/flows/reset/ways.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import type { At, Frame, ProofRun } from "@/lib/web/proof_pages/run.ts";
import { redirect } from "@/lib/web/redirect.ts";
import type { State } from "@/lib/web/state.ts";

/** A page of a run: its handlers, and what its component is given. */
export interface ProofPage<Data, Props> {
  /** What the route exports as `handler`. */
  readonly handler: {
    readonly GET: HandlerFn<Data, State>;
    readonly POST: HandlerFn<Data, State>;
  };
  /** The props of the page. */
  props(
    request: { readonly data: Data; readonly state: State; readonly url: URL },
  ): Props & Frame & { readonly t: Translate; readonly csrf: string };
}

/** The request, where that step can be taken; else the way to where it can go on. */
export function admit<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  { state, url }: { readonly state: State; readonly url: URL },
  step: ResetWay,
): At<Own> | Response {
  const visit = run.visitOf(state);
  if (typeof visit === "string") return redirect(visit);
  const at = { state, visit, url };
  return run.isOpen(at, step) ? at : redirect(run.elsewhere(at));
}

/** What every page of a run is given. */
export function framed<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  { state, url }: { readonly state: State; readonly url: URL },
): Frame & { readonly t: Translate; readonly csrf: string } {
  const { t, csrf } = state;
  const visit = run.visitOf(state);
  const frame = typeof visit === "string"
    ? { frozen: false, others: [] }
    : run.frame({ state, visit, url });
  return { t, csrf, ...frame };
}

/** The words for what ended a way; in a reset with the code of the outcome, which is noted. */
export function endWords(
  { end }: { readonly end: ProofEnd },
  state: State,
  { name, words }: { readonly name: OutcomeName; readonly words: string },
): string {
  return end === "reset" ? outcomeWords(state, name, words) : words;
}
