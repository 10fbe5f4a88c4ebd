import { page } from "fresh";
import { OutcomeCode } from "@/components/OutcomeCode.tsx";
import { Page } from "@/components/Page.tsx";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { isDone } from "@/lib/web/done_cookie.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { hasReturn } from "@/lib/web/return_cookie.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Whoever is signed in goes on to where they were going. */
  GET({ req, state: { visit, site } }) {
    if (!isDone(req.headers, "change", site)) return redirect("/change");
    if (!isSignedIn(visit)) return page({ next: null });
    const sent = hasReturn(req.headers, site);
    return page({ next: sent ? "/register/return" : "/register" });
  },
});

export default define.page<typeof handler>((
  { data: { next }, state: { t } },
) => (
  <Page t={t} title={t("change.done.title")}>
    <p>{t("change.done")}</p>
    <p>
      <a class="inline-block py-2.5" href={next ?? "/"}>
        {t(next === null ? "app.start" : "change.done.go")}
      </a>
    </p>
    <OutcomeCode t={t} name="reset" />
  </Page>
));
