/**
 * A run of proofs, such as a fresh proof, a practice run or a reset: each of its
 * pages is made once, and this is all in which the runs differ.
 *
 * @module
 */
import type { ProofEnd } from "@/lib/domain/purpose.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { ProveCodeAnswer } from "@/lib/flows/proofs/prove_code.ts";
import type { ResetWay } from "@/lib/flows/reset/ways.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { Path } from "@/lib/web/redirect.ts";
import type { State } from "@/lib/web/state.ts";

/** One request of a run. */
export interface At<Own extends SignedInVisit> {
  /** What the middlewares left. */
  readonly state: State;
  /** Whose run it is. */
  readonly visit: Own;
  /** The address that was asked for. */
  readonly url: URL;
}

/** What the pages of a run show around their forms. */
export interface Frame {
  /** Whether it is to open recovery again that is frozen. */
  readonly frozen: boolean;
  /** The title and what is said first; those of a fresh proof where absent. */
  readonly about?: { readonly title: string; readonly intro: string };
  /** The other steps that can be taken: where, and what the link says. */
  readonly others: readonly (readonly [href: string, text: string])[];
  /** A way out: where, and what the link says; none but the links of the layout where absent. */
  readonly back?: readonly [href: string, text: string];
  /** What somebody can do who has none of these any more; nothing where absent. */
  readonly lost?: string;
}

/** In what the runs differ. */
export interface ProofRun<Own extends SignedInVisit> {
  /** For what its codes are sent. */
  readonly end: ProofEnd;
  /** What is said above the field of a step. */
  readonly notes: Readonly<Partial<Record<ResetWay, Key>>>;
  /** The pages on which a code is asked for and typed. */
  page(name: "send" | "code", url: URL): Path;
  /** Whose run it is; where somebody goes who has none. */
  visitOf(state: State): Own | Path;
  /** Whether that step can be taken now. */
  isOpen(at: At<Own>, step: ResetWay): boolean;
  /** Where somebody goes who asks for a step that is not open. */
  elsewhere(at: At<Own>): Path;
  /** What surrounds the form. */
  frame(at: At<Own>): Frame;
  /** Counts one try of a code. */
  enter(deps: Deps, visit: Own, code: string): Promise<ProveCodeAnswer>;
  /** Where a code went, as this run shows it. */
  shown(state: State, verification: Verification): string;
  /** Notes a right proof and goes on. */
  passed(at: At<Own>, proof: Proof): Promise<Response>;
}
