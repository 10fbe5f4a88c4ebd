/**
 * The page on which the code of a reset, or of a practice of one, is typed.
 *
 * @module
 */
import { type HandlerFn, page } from "fresh";
import type { Channel } from "@/lib/domain/method.ts";
import { isProofFor } from "@/lib/domain/purpose.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import { isOutrun } from "@/lib/flows/proofs/prove_code.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { readForm } from "@/lib/web/form.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import { codePage } from "@/lib/web/proof_pages/code_page.ts";
import { admit, type ProofPage } from "@/lib/web/proof_pages/page.ts";
import type { ProofRun } from "@/lib/web/proof_pages/run.ts";
import { stepPage } from "@/lib/web/proof_pages/steps.ts";
import type {
  TypedData,
  TypedProps,
} from "@/lib/web/proof_pages/typed_page.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import { ResetAgainForm } from "@/lib/web/reset_forms.ts";
import { againChannels, sendAgain } from "@/lib/web/reset_send.ts";
import { hintedTarget } from "@/lib/web/shown_hint.ts";
import type { State } from "@/lib/web/state.ts";

/** What is shown about the message. */
export interface SentProps {
  /** Milliseconds until the code can be sent again. */
  wait: number;
  /** The ways in which it can come again, the last one first. */
  channels: readonly Channel[];
  /** Whether it is not yet said that the message left. */
  pending: boolean;
  /** The page itself. */
  code: Path;
  /** Where the form goes that sends it again. */
  again: Path;
}

/** The page itself, and sending the code again. */
export interface SentPage {
  /** The handlers of the page. */
  handler: ProofPage<TypedData, TypedProps>["handler"];
  /** Those of sending it again. */
  again: {
    readonly GET: HandlerFn<TypedData, State>;
    readonly POST: HandlerFn<TypedData, State>;
  };
  /** What the page is given: `sent` is about the message. */
  props(request: Parameters<ProofPage<TypedData, TypedProps>["props"]>[0]): {
    prove: ReturnType<ProofPage<TypedData, TypedProps>["props"]>;
    sent: SentProps;
  };
}

/** A visit in which a code was sent, and whether there is no other way to prove. */
type SentVisit = RunVisit & { verification: Verification; alone: boolean };

/** When a message is said to have left, and when to help who got none, in milliseconds. */
const AFTER = { left: 5_000, nothing: 60_000 } as const;

/** The page of the code that was sent, which can be sent again. */
export function sentPage<Own extends RunVisit>(run: ProofRun<Own>): SentPage {
  const typed = codePage(run);
  return {
    handler: typed.handler,
    again: {
      /** Where somebody comes to who reloads this address or changes the language on it. */
      GET: ({ url }) => redirect(run.page("code", url)),
      POST: againHandler(run),
    },
    props(request) {
      const { state, url } = request;
      const prove = typed.props(request);
      const visit = run.visitOf(state);
      if (typeof visit === "string" || visit.verification === null) {
        const sent = { wait: 0, channels: [], pending: false };
        return { prove, sent: { ...sent, code: "/", again: "/" } };
      }
      const { verification, now } = visit;
      const alone = prove.others.length === 0;
      const sent = { ...visit, verification, alone };
      const { note, pending } = stageOf(run, state, sent);
      return {
        prove: note === null || request.data.ended ? prove : { ...prove, note },
        sent: {
          wait: verification.resendAt - now,
          channels: againChannels({ state, visit, url }),
          pending,
          code: stepPage(visit, "code"),
          again: stepPage(visit, "resend"),
        },
      };
    },
  };
}

function againHandler<Own extends RunVisit>(
  run: ProofRun<Own>,
): HandlerFn<TypedData, State> {
  return async (ctx) => {
    const form = await readForm(ctx, ResetAgainForm);
    const at = admit(run, ctx, "send");
    if (at instanceof Response) return at;
    const { verification } = at.visit;
    if (verification === null || !isProofFor(verification.purpose, run.end)) {
      return redirect(run.page("send", ctx.url));
    }
    if (!form.ok) {
      const errors = { channel: at.state.t("prove.where.missing") };
      return page<TypedData>({ errors }, { status: 422 });
    }
    const unsent = await sendAgain(at, form.value.channel);
    if (unsent === null) return redirect(run.page("code", ctx.url));
    const { errors, status } = unsent;
    return page<TypedData>({ errors }, { status });
  };
}

/** What is said of the message, `null` for what is said everywhere, and whether it may still leave. */
function stageOf<Own extends RunVisit>(
  { end }: Pick<ProofRun<Own>, "end">,
  state: State,
  visit: SentVisit,
): { note: string | null; pending: boolean } {
  const { verification, receipt, session, now } = visit;
  if (isOver(visit)) return { note: state.t("code.tries"), pending: false };
  if (end === "reset" && session.practice.length === 0) {
    return {
      note: supposed(state, visit),
      pending: now < verification.sentAt + AFTER.left,
    };
  }
  return {
    note: end === "reset" ? troubled(state, visit) : null,
    pending: receipt?.state !== "sent",
  };
}

/** Whether the code that was sent took as many wrong ones as may come. */
function isOver(visit: SentVisit): boolean {
  return visit.verification.step === "burnt" || isOutrun(visit);
}

/**
 * What is said before anything is proved: by the time alone, since what becomes of
 * a message would tell whether it was one.
 */
function supposed(
  state: State,
  { verification, now, alone }: SentVisit,
): string {
  const { sentAt, channel } = verification;
  const to = hintedTarget(state, verification);
  if (now >= sentAt + AFTER.nothing) {
    return state.t(sayOf("nothing", alone), { to });
  }
  const stage = now < sentAt + AFTER.left ? "queued" : "sent";
  return state.t(`code.${stage}.${channel}`, { to });
}

/** Where the message did not leave; `null` where it did, or nothing is known. */
function troubled(
  state: State,
  { verification, receipt, alone }: SentVisit,
): string | null {
  if (receipt === null) return null;
  const to = hintedTarget(state, verification);
  if (receipt.state === "failed") {
    const words = state.t(sayOf("failed", alone), { to });
    return outcomeWords(state, "undelivered", words);
  }
  return receipt.state === "queued" && receipt.why !== null
    ? state.t(sayOf("late", alone), { to })
    : null;
}

function sayOf(stage: "late" | "failed" | "nothing", alone: boolean): Key {
  return alone ? `reset.code.${stage}.alone` : `reset.code.${stage}`;
}
