import { page } from "fresh";
import { type Destination, ProveSend } from "@/components/ProveSend.tsx";
import type { SendProofAnswer } from "@/lib/flows/proofs/send_proof.ts";
import {
  practiceDestinations,
  sendPractice,
} from "@/lib/flows/registration/practice_code.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { ProveSendForm } from "@/lib/web/proof_forms.ts";
import {
  canPractise,
  practiceAbout,
  practiceLinks,
} from "@/lib/web/practising.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { sendWords } from "@/lib/web/send_words.ts";
import { shownPlace } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  destinations: readonly Destination[];
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET({ state }) {
    const { visit } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!canPractise(state, visit, "send")) {
      return redirect("/register/practice");
    }
    return show(state, visit, { errors: {}, status: 200 });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ProveSendForm);
    const { state } = ctx;
    const { deps, visit, block, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!canPractise(state, visit, "send")) {
      return redirect("/register/practice");
    }
    const found = form.ok && practiceDestinations(deps, visit)[form.value.to];
    if (!found) {
      const errors = { to: t("prove.where.missing") };
      return show(state, visit, { errors, status: 422 });
    }
    const { channel } = found;
    const request = { ...found, block, locale: t.tag };
    const answer = await sendPractice(deps, visit, request);
    if (answer.kind === "sent" || answer.kind === "waiting") {
      return redirect("/register/practice/code");
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
      frozen={false}
      about={practiceAbout(t)}
      others={isSignedIn(visit)
        ? practiceLinks(state, visit, url.pathname)
        : []}
    />
  );
});

function show(
  { deps, t }: State,
  visit: SignedInVisit,
  { errors, status }: { errors: Data["errors"]; status: number },
) {
  const destinations = practiceDestinations(deps, visit)
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
