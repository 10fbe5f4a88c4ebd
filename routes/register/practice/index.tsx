import { page } from "fresh";
import { Practice } from "@/components/Practice.tsx";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { practiceLinks } from "@/lib/web/practising.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

/** The steps that the person can take. */
export const handler = define.handlers({
  GET({ url, state }) {
    const { visit } = state;
    const open = isSignedIn(visit) && visit.person.frozenAt === null;
    if (!open) return redirect("/register");
    const more = visit.session.practice.length > 0;
    return page({ links: practiceLinks({ state, visit, url }), more });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Practice t={state.t} {...data} />
));
