import { page } from "fresh";
import { EmailForm } from "@/components/EmailForm.tsx";
import { mayChangeEmail, sendEmailCode } from "@/lib/flows/send_email_code.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmailForm as Form } from "@/lib/web/reach_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { fieldOf, sendWords } from "@/lib/web/send_words.ts";
import { shownAddress } from "@/lib/web/shown_number.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  address: string;
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET({ state: { deps, visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const refusal = mayChangeEmail(deps, visit);
    if (refusal?.kind === "stale") return redirect(proofPage("email"));
    if (refusal !== null) return redirect("/register");
    return page<Data>({ address: "", errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, Form);
    const { deps, visit, block, t } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    const address = form.ok ? form.value.address : "";
    const request = { address, block, locale: t.tag };
    const answer = await sendEmailCode(deps, visit, request);
    switch (answer.kind) {
      case "sent":
      case "waiting":
        return redirect("/register/email/code");
      case "stale":
        return redirect(proofPage("email"));
      case "closed":
      case "frozen":
        return redirect("/register");
    }
    const context = { channel: "email", channels: [], now: visit.now } as const;
    const errors = { [fieldOf(answer)]: sendWords(t, answer, context) };
    const status = answer.kind === "address" ? 422 : 429;
    return page<Data>({ address, errors }, { status });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, deps, visit } = state;
  const { email } = visit.person;
  const now = email && shownAddress(deps, email);
  return <EmailForm {...data} t={t} csrf={csrf} now={now} />;
});
