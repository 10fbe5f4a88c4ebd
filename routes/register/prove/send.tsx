import { page } from "fresh";
import { type Destination, ProveSend } from "@/components/ProveSend.tsx";
import {
  proofDestinations,
  sendProof,
  type SendProofAnswer,
} from "@/lib/flows/proofs/send_proof.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { ProveSendForm } from "@/lib/web/proof_forms.ts";
import { isWay, nextOf, otherWays } from "@/lib/web/proving.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { sendWords } from "@/lib/web/send_words.ts";
import { shownPlace } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  destinations: readonly Destination[];
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET({ url, state }) {
    const { visit } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!isWay(visit, "phone", "email")) {
      return redirect(proofPage(nextOf(url)));
    }
    return show(state, visit, { errors: {}, status: 200 });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ProveSendForm);
    const { url, state } = ctx;
    const { deps, visit, block, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    const next = nextOf(url);
    if (!isWay(visit, "phone", "email")) return redirect(proofPage(next));
    const found = form.ok && proofDestinations(deps, visit)[form.value.to];
    if (!found) {
      const errors = { to: t("prove.where.missing") };
      return show(state, visit, { errors, status: 422 });
    }
    const { index, channel } = found;
    const request = { index, channel, block, locale: t.tag };
    const answer = await sendProof(deps, visit, request);
    if (answer.kind === "sent" || answer.kind === "waiting") {
      return redirect(`/register/prove/code?next=${next}`);
    }
    const errors = { "": unsent(state, answer, channel) };
    return show(state, visit, { errors, status: 429 });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { t, csrf, visit } = state;
  return (
    <ProveSend
      {...data}
      t={t}
      csrf={csrf}
      frozen={visit.person.frozenAt !== null}
      others={otherWays(t, visit, url)}
    />
  );
});

function show(
  { deps, t }: State,
  visit: SignedInVisit,
  { errors, status }: { errors: Data["errors"]; status: number },
) {
  const destinations = proofDestinations(deps, visit)
    .map(({ channel, target }, i): Destination => ({
      value: String(i),
      text: t(`prove.to.${channel}`, { to: shownPlace(target) }),
    }));
  return page<Data>({ destinations, errors }, { status });
}

function unsent(
  { t, visit }: State,
  answer: Exclude<SendProofAnswer, { kind: "sent" | "waiting" }>,
  channel: "sms" | "voice" | "email",
): string {
  if (answer.kind === "none") return t("prove.where.missing");
  return sendWords(t, answer, { channel, channels: [], now: visit.now });
}
