import { isSignedIn } from "@/lib/flows/visit.ts";
import { define } from "@/lib/web/state.ts";

/** The list itself, and pages that lead to it in words of their own. */
const OWN_WORDS =
  /^\/register(\/(lift|required|review|phone\/default|.*\bremove\b.*))?\/?$/;

export default define.layout(({ Component, state, url }) => (
  <>
    <Component />
    {isSignedIn(state.visit) && !state.once && !OWN_WORDS.test(url.pathname) &&
      (
        <p>
          <a class="inline-block py-2.5" href="/register">
            {state.t("app.list")}
          </a>
        </p>
      )}
  </>
));
