import { page } from "fresh";
import { Lift } from "@/components/Lift.tsx";
import { doubtedMethods } from "@/lib/domain/frozen.ts";
import { liftFreeze, mayLift } from "@/lib/flows/stop/lift_freeze.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { isDone, withDone } from "@/lib/web/done_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Once it is lifted, the same address says so. */
  GET({ req, state: { visit, site } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    if (visit.person.frozenAt === null) {
      const lifted = isDone(req.headers, "lift", site);
      return lifted ? page() : redirect("/register");
    }
    return mayLift(visit) ? page() : redirect(proofPage("lift"));
  },

  async POST(ctx) {
    await readForm(ctx, EmptyForm);
    const { deps, visit, site } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    const { kind } = await liftFreeze(deps, visit);
    if (kind === "stale") return redirect(proofPage("lift"));
    const done = redirect("/register/lift");
    return kind === "lifted" ? withDone(done, "lift", site) : done;
  },
});

export default define.page<typeof handler>(({ state: { t, csrf, visit } }) => {
  const { person, now } = visit;
  const { frozenAt } = person;
  return (
    <Lift
      t={t}
      csrf={csrf}
      time={frozenAt === null ? null : t.duration(now - frozenAt)}
      doubted={doubtedMethods(person)}
    />
  );
});
