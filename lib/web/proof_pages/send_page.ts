/**
 * The page of a run on which a code is asked for, by somebody who is signed in:
 * what is on file is shown, and nothing has to be typed.
 *
 * @module
 */
import { page, type PageResponse } from "fresh";
import type { Deps } from "@/lib/flows/deps.ts";
import type {
  Destination,
  SendProofAnswer,
} from "@/lib/flows/proofs/send_proof.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { ProveSendForm } from "@/lib/web/proof_forms.ts";
import { admit, framed, type ProofPage } from "@/lib/web/proof_pages/page.ts";
import type { At, ProofRun } from "@/lib/web/proof_pages/run.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { sendWords } from "@/lib/web/send_words.ts";
import { shownPlace } from "@/lib/web/shown_number.ts";
import type { State } from "@/lib/web/state.ts";

/** What a handler leaves for its page. */
export interface SendData {
  /** What each button sends and says. */
  destinations: readonly { value: string; text: string }[];
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

/** A run of somebody who may see where a code goes. */
export interface SendingRun<Own extends SignedInVisit> extends ProofRun<Own> {
  /** Where a code can go. */
  destinations(deps: Deps, visit: Own): readonly Destination[];
  /** Sends one there. */
  send(
    deps: Deps,
    visit: Own,
    order: Destination & { block: string; locale: string },
  ): Promise<SendProofAnswer>;
}

/** The page with a button for each way in which a code can come. */
export function sendPage<Own extends SignedInVisit>(
  run: SendingRun<Own>,
): ProofPage<SendData, SendData> {
  return {
    handler: {
      GET(ctx) {
        const at = admit(run, ctx, "send");
        if (at instanceof Response) return at;
        return show(run, at, { errors: {}, status: 200 });
      },
      async POST(ctx) {
        const form = await readForm(ctx, ProveSendForm);
        const at = admit(run, ctx, "send");
        if (at instanceof Response) return at;
        const { state, visit } = at;
        const { deps, block, t } = state;
        const found = form.ok && run.destinations(deps, visit)[form.value.to];
        if (!found) {
          const errors = { to: t("prove.where.missing") };
          return show(run, at, { errors, status: 422 });
        }
        const order = { ...found, block, locale: t.tag };
        const answer = await run.send(deps, visit, order);
        if (answer.kind === "sent" || answer.kind === "waiting") {
          return redirect(run.page("code", ctx.url));
        }
        const errors = { "": unsent(state, answer, found.channel) };
        return show(run, at, { errors, status: 429 });
      },
    },
    props: ({ data, state, url }) => ({
      ...framed(run, { state, url }),
      ...data,
    }),
  };
}

function show<Own extends SignedInVisit>(
  run: SendingRun<Own>,
  { state: { deps, t }, visit }: At<Own>,
  { errors, status }: { errors: SendData["errors"]; status: number },
): PageResponse<SendData> {
  const destinations = run.destinations(deps, visit)
    .map(({ channel, target }, i) => ({
      value: String(i),
      text: t(`prove.to.${channel}`, { to: shownPlace(target) }),
    }));
  return page({ destinations, errors }, { status });
}

function unsent(
  { t, visit }: State,
  answer: Exclude<SendProofAnswer, { kind: "sent" | "waiting" }>,
  channel: "sms" | "voice" | "email",
): string {
  if (answer.kind === "none") return t("prove.where.missing");
  return sendWords(t, answer, { channel, channels: [], now: visit.now });
}
