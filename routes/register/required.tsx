import { page } from "fresh";
import { Required } from "@/components/Required.tsx";
import { skipsLeft } from "@/lib/domain/skipping.ts";
import { skipRegistration } from "@/lib/flows/registration/skip.ts";
import { mustRegister } from "@/lib/flows/standing.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ state: { deps, visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    if (!mustRegister(deps, visit)) return redirect("/register/return");
    const left = skipsLeft(visit.person, visit.policy, visit.now);
    return page({ left, required: visit.policy.required });
  },

  /** Skip for now. */
  async POST(ctx) {
    await readForm(ctx, EmptyForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    const { kind } = await skipRegistration(deps, visit);
    return redirect(
      kind === "skipped" ? "/register/return" : "/register/required",
    );
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Required t={state.t} csrf={state.csrf} {...data} />
));
