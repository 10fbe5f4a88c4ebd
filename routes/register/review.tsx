import { page } from "fresh";
import { Review } from "@/components/Review.tsx";
import { dueMethods } from "@/lib/domain/review.ts";
import { noteReviewed } from "@/lib/flows/registration/review.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { allRows } from "@/lib/web/rows/all_rows.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ state: { deps, visit, t } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const due = dueMethods(visit.person, visit.policy, visit.now);
    if (due.length === 0) return redirect("/register");
    const rows = allRows(deps, visit, t)
      .filter(({ method }) => due.includes(method));
    return page({ rows });
  },

  /** Looks good. */
  async POST(ctx) {
    await readForm(ctx, EmptyForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    await noteReviewed(deps, visit);
    return redirect("/register");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Review t={state.t} csrf={state.csrf} rows={data.rows} />
));
