import { page } from "fresh";
import { AppSetup, type Offer } from "@/components/AppSetup.tsx";
import type { Problem } from "@/components/ErrorSummary.tsx";
import { otpauthAddress } from "@/lib/domain/otpauth.ts";
import { beginTotp } from "@/lib/flows/totp/begin_totp.ts";
import { enterTotp } from "@/lib/flows/totp/enter_totp.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import { pageOf } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { qrCode } from "@/lib/web/qr_code.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define, type State } from "@/lib/web/state.ts";
import { AppForm } from "@/lib/web/code_forms.ts";
import { totpWords } from "@/lib/web/totp_words.ts";

interface Data {
  offer: Offer | null;
  blocked: string | null;
  problem: Problem | null;
}

export const handler = define.handlers({
  GET({ state }) {
    const { visit } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    return show(state, visit, null);
  },

  async POST(ctx) {
    const form = await readForm(ctx, AppForm);
    const { deps, visit, t } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) {
      const text = t(form.errors.code ?? "form.invalid");
      return show(ctx.state, visit, { field: "code", text });
    }
    const answer = await enterTotp(deps, visit, form.value.code);
    switch (answer.kind) {
      case "right":
        return redirect("/register/thanks?for=totp");
      case "used":
        return redirect("/register/thanks?for=totp&used");
      case "stale":
      case "closed":
      case "frozen":
        return redirect(pageOf(answer, "totp"));
    }
    const text = totpWords(t, answer, visit.now);
    const field = answer.kind === "wrong" || answer.kind === "skewed"
      ? "code"
      : null;
    const problem = { field, text };
    if (answer.kind !== "blocked") return show(ctx.state, visit, problem);
    const closed = { offer: null, blocked: null, problem };
    return page<Data>(closed, { status: 429 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <AppSetup
    {...data}
    t={state.t}
    csrf={state.csrf}
    change={state.visit.person.totp !== null}
  />
));

/** The page with the seed of this session, or the way to what must come first. */
async function show(
  { deps, t }: State,
  visit: SignedInVisit,
  problem: Problem | null,
) {
  const begun = await beginTotp(deps, visit);
  switch (begun.kind) {
    case "stale":
    case "closed":
    case "frozen":
      return redirect(pageOf(begun, "totp"));
    case "blocked":
      return page<Data>({
        offer: null,
        blocked: totpWords(t, begun, visit.now),
        problem: null,
      });
  }
  const { seed } = begun;
  const address = otpauthAddress(visit.session.userName, seed);
  const offer = { seed, address, picture: qrCode(address) };
  const status = problem === null ? 200 : 422;
  return page<Data>({ offer, blocked: null, problem }, { status });
}
