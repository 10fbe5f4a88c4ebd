import { page } from "fresh";
import { CodePage, type Said, type Standing } from "@/components/CodePage.tsx";
import CodeInput from "@/islands/CodeInput.tsx";
import { enterCode } from "@/lib/flows/enter_code.ts";
import { withReceipt } from "@/lib/flows/open_visit.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { codeVisit } from "@/lib/web/code_visit.ts";
import { codeWords, type NotRight } from "@/lib/web/code_words.ts";
import { readForm } from "@/lib/web/form.ts";
import { SentForm } from "@/lib/web/code_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  said: Said | null;
}

const STANDINGS: Readonly<Record<NotRight["kind"], Standing>> = {
  wrong: "open",
  elsewhere: "open",
  purpose: "open",
  late: "late",
  tries: "tries",
  blocked: "blocked",
  none: "none",
  taken: "open",
};

export const handler = define.handlers({
  GET({ params, state: { deps, visit } }) {
    const { method, verification } = codeVisit(deps, visit, params.method);
    if (!isSignedIn(visit)) return redirect("/register");
    if (verification === null) return redirect(`/register/${method}`);
    if (verification.step === "used") return redirect("/register/thanks?used");
    return page<Data>({ said: null });
  },

  async POST(ctx) {
    const form = await readForm(ctx, SentForm);
    const { deps, visit, t } = ctx.state;
    const { method } = codeVisit(deps, visit, ctx.params.method);
    if (!isSignedIn(visit)) return redirect("/register");
    const again = async (said: Said, status: number) => {
      ctx.state.visit = await withReceipt(deps, visit);
      return page<Data>({ said }, { status });
    };
    if (!form.ok) {
      const text = t(form.errors.code ?? "form.invalid");
      return await again({ field: "code", text }, 422);
    }
    const attempt = { method, code: form.value.code, locale: t.tag };
    const answer = await enterCode(deps, visit, attempt);
    if (answer.kind === "right") return redirect("/register/thanks");
    if (answer.kind === "used") return redirect("/register/thanks?used");
    const standing = STANDINGS[answer.kind];
    const text = codeWords(t, answer, visit.now);
    const wrong = standing === "open" && answer.kind !== "taken";
    const field = wrong ? "code" : null;
    const status = answer.kind === "blocked" ? 429 : 422;
    return await again({ standing, field, text }, status);
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
