import { page } from "fresh";
import { ResetWhy } from "@/components/ResetWhy.tsx";
import { sayErrors } from "@/components/problems.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { chooseGoal, mayUnlock } from "@/lib/flows/reset/choose_goal.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { WhyForm } from "@/lib/web/reset_forms.ts";
import { resetPlace } from "@/lib/web/reset_page.ts";
import { nextPage } from "@/lib/web/reset_steps.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET({ state }) {
    const visit = resetPlace(state);
    if (typeof visit === "string") return redirect(visit);
    if (!isOpen(state.deps, visit)) {
      return redirect(nextPage(state.deps, visit));
    }
    return page<Data>({ errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, WhyForm);
    const { deps, t } = ctx.state;
    const visit = resetPlace(ctx.state);
    if (typeof visit === "string") return redirect(visit);
    if (!isOpen(deps, visit)) return redirect(nextPage(deps, visit));
    if (!form.ok) {
      const { goal: fault = "form.invalid" } = form.errors;
      const errors = sayErrors(t, { goal: fault });
      return page<Data>({ errors }, { status: 422 });
    }
    const { goal } = form.value;
    await chooseGoal(deps, visit, goal);
    const session = { ...visit.session, goal };
    return redirect(nextPage(deps, { ...visit, session }));
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <ResetWhy {...data} t={t} csrf={csrf} />
));

/** Until something is proved, whoever goes back may choose again. */
function isOpen(deps: Deps, { policy, session }: ResetVisit): boolean {
  return mayUnlock(deps, policy) && session.practice.length === 0;
}
