/**
 * The page on which the code of a reset is typed.
 *
 * @module
 */
import type { Channel } from "@/lib/domain/method.ts";
import type { State } from "@/lib/web/state.ts";
import {
  codePage,
  type TypedData,
  type TypedProps,
} from "@/lib/web/proof_pages/typed_page.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import type { ProofPage } from "@/lib/web/proof_pages/page.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { againChannels } from "@/lib/web/reset_send.ts";
import { hintedTarget } from "@/lib/web/shown_hint.ts";

/** What is shown about the message. */
export interface SentProps {
  /** Milliseconds until the code can be sent again. */
  wait: number;
  /** The ways in which it can come again, the last one first. */
  channels: readonly Channel[];
  /** Whether it is not yet known that the message left. */
  pending: boolean;
}

/** The page itself. */
export type ResetCodePage = ProofPage<TypedData, TypedProps>;

const page: ResetCodePage = codePage(RESET);

/** The handlers of the page. */
export const resetCodeHandler: ResetCodePage["handler"] = page.handler;

/** What the page is given: `sent` is about the message. */
export function resetCodeProps(
  request: Parameters<ResetCodePage["props"]>[0],
): { prove: ReturnType<ResetCodePage["props"]>; sent: SentProps } {
  const { state, url } = request;
  const prove = page.props(request);
  const note = troubled(state) ?? prove.note;
  const { reset } = state;
  const verification = reset?.verification ?? null;
  return {
    prove: note === undefined ? prove : { ...prove, note },
    sent: {
      wait: reset && verification ? verification.resendAt - reset.now : 0,
      channels: reset ? againChannels({ state, visit: reset, url }) : [],
      pending: verification !== null && reset?.receipt?.state !== "sent",
    },
  };
}

/** Where the message did not leave; `null` where it did, or nothing is known. */
function troubled(state: State): string | null {
  const { verification, receipt } = state.reset ?? {};
  if (!verification || !receipt) return null;
  const to = () => hintedTarget(state, verification);
  if (receipt.state === "failed") {
    const words = state.t("reset.code.failed", { to: to() });
    return outcomeWords(state, "undelivered", words);
  }
  return receipt.state === "queued" && receipt.why !== null
    ? state.t("reset.code.late", { to: to() })
    : null;
}
