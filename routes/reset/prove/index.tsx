import { page } from "fresh";
import { Outcome } from "@/components/Outcome.tsx";
import { sayable } from "@/lib/domain/outcomes.ts";
import { whyStuck } from "@/lib/flows/reset/ways.ts";
import { noteOutcome } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { resetPlace } from "@/lib/web/reset_page.ts";
import { nextPage } from "@/lib/web/reset_steps.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Leads on to where the reset is; says why it is at its end where no way is left. */
  GET({ url, state }) {
    const visit = resetPlace(state);
    if (typeof visit === "string") return redirect(visit);
    const next = nextPage(state.deps, visit);
    if (next !== url.pathname) return redirect(next);
    const name = whyStuck(visit);
    const proved = visit.session.practice.length > 0;
    noteOutcome(state, sayable(name, proved));
    return page({ name, proved });
  },
});

export default define.page<typeof handler>(({ data, state: { t } }) => (
  <Outcome {...data} t={t}>
    <p>{t("reset.prove.none")}</p>
  </Outcome>
));
