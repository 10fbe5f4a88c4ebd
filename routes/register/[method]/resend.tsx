import { page } from "fresh";
import { CodePage, type Said } from "@/components/CodePage.tsx";
import { channelsOf } from "@/components/PhoneForm.tsx";
import CodeInput from "@/islands/CodeInput.tsx";
import { resendCode } from "@/lib/flows/resend_code.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { codeVisit } from "@/lib/web/code_visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { ResendForm } from "@/lib/web/reach_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { sendWords } from "@/lib/web/send_words.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  said: Said;
}

export const handler = define.handlers({
  /** Where somebody comes to who reloads this address or changes the language on it. */
  GET({ params, state: { deps, visit } }) {
    const { method } = codeVisit(deps, visit, params.method);
    return redirect(`/register/${method}/code`);
  },

  async POST(ctx) {
    const form = await readForm(ctx, ResendForm);
    const { deps, visit, block, t } = ctx.state;
    const { method } = codeVisit(deps, visit, ctx.params.method);
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) {
      const text = t(form.errors.channel ?? "form.invalid", {
        sms: t("code.again.sms"),
        voice: t("code.again.voice"),
      });
      return page<Data>({ said: { field: null, text } }, { status: 422 });
    }
    const { channel } = form.value;
    const request = { channel, block, locale: t.tag };
    const answer = await resendCode(deps, visit, request);
    switch (answer.kind) {
      case "sent":
        return redirect(`/register/${method}/code`);
      case "none":
        return redirect(`/register/${method}`);
      case "stale":
        return redirect(proofPage(method));
      case "closed":
      case "frozen":
        return redirect("/register");
    }
    const channels = channelsOf(visit.policy);
    const text = sendWords(t, answer, { channel, channels, now: visit.now });
    const said = { field: null, text };
    return page<Data>({ said }, { status: "why" in answer ? 422 : 429 });
  },
});

export default define.page<typeof handler>(({ data, params, state }) => (
  <CodePage
    {...codeVisit(state.deps, state.visit, params.method)}
    t={state.t}
    csrf={state.csrf}
    said={data.said}
    Countdown={CodeInput}
  />
));
