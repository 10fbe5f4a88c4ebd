import { page } from "fresh";
import { CodePage, type Said } from "@/components/CodePage.tsx";
import { channelsOf } from "@/components/PhoneForm.tsx";
import CodeInput from "@/islands/CodeInput.tsx";
import { resendCode } from "@/lib/flows/resend_code.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { ResendForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { sendWords } from "@/lib/web/send_words.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  said: Said;
}

export const handler = define.handlers({
  /** Where somebody comes to who reloads this address or changes the language on it. */
  GET: () => redirect("/register/phone/code"),

  async POST(ctx) {
    const form = await readForm(ctx, ResendForm);
    const { deps, visit, block, t } = ctx.state;
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
        return redirect("/register/phone/code");
      case "none":
        return redirect("/register/phone");
      case "stale":
        return redirect("/register/password?next=phone");
      case "closed":
        return redirect("/register");
    }
    const channels = channelsOf(visit.policy);
    const text = sendWords(t, answer, { channel, channels, now: visit.now });
    const refused = answer.kind === "number" || answer.kind === "channel";
    const said = { field: null, text };
    return page<Data>({ said }, { status: refused ? 422 : 429 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <CodePage
    t={state.t}
    csrf={state.csrf}
    visit={state.visit}
    number={shownNumber(state.deps, state.visit.verification) ?? ""}
    said={data.said}
    Countdown={CodeInput}
  />
));
