import { page } from "fresh";
import { Practice } from "@/components/Practice.tsx";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { visitStanding } from "@/lib/flows/standing.ts";
import {
  endsInQuestions,
  stepLinks,
  stepPage,
} from "@/lib/web/proof_pages/steps.ts";
import { checkWords } from "@/lib/web/recovery_words.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

/** The steps that the person can take. */
export const handler = define.handlers({
  GET({ url, state }) {
    const { visit } = state;
    const open = isSignedIn(visit) && visit.person.frozenAt === null;
    if (!open) return redirect("/register");
    if (endsInQuestions(state.deps, visit)) {
      return redirect(stepPage(visit, "questions"));
    }
    const more = visit.session.practice.length > 0;
    const links = stepLinks({ state, visit, url });
    const { ok, said } = checkWords(state.t, visitStanding(state.deps, visit));
    return page({ links, more, missing: ok ? [] : said });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Practice t={state.t} {...data} />
));
