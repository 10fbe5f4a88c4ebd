import { signOut } from "@/lib/flows/sign_out.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { withoutSession } from "@/lib/web/session_cookie.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Where somebody comes to who reloads an error page of this address. */
  GET: () => redirect("/register"),

  async POST(ctx) {
    await readForm(ctx, EmptyForm);
    const { deps, visit, site } = ctx.state;
    if (isSignedIn(visit)) await signOut(deps, visit);
    return withoutSession(redirect("/"), site);
  },
});
