import { isSignedIn } from "@/lib/flows/visit.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

/** A password that is due to be changed opens nothing but the page that changes it. */
export default define.middleware((ctx) => {
  const { visit } = ctx.state;
  const due = isSignedIn(visit) && visit.session.due !== undefined;
  return due ? redirect("/change") : ctx.next();
});
