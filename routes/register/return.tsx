import { page } from "fresh";
import { GoBack } from "@/components/GoBack.tsx";
import { wayBack } from "@/lib/flows/registration/answer.ts";
import { mustRegister } from "@/lib/flows/standing.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { leaveFor, redirect } from "@/lib/web/redirect.ts";
import { readReturn, withoutReturn } from "@/lib/web/return_cookie.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /**
   * Offers the way back; with `?go`, goes it. A form cannot lead there by itself:
   * the pages' `form-action` holds for where a form is redirected to as well.
   */
  async GET({ url, req, state }) {
    const { deps, visit, site } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    const to = readReturn(req.headers, site, visit.policy);
    if (to === null) return redirect("/register");
    if (mustRegister(deps, visit)) return redirect("/register/required");
    if (!url.searchParams.has("go")) {
      return page({ host: to.host, skipped: visit.session.skipped });
    }
    const address = await wayBack(deps, visit, to);
    if (address === null) return redirect("/register/required");
    return withoutReturn(leaveFor(address), site);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <GoBack t={state.t} {...data} />
));
