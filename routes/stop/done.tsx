import { page } from "fresh";
import { Page } from "@/components/Page.tsx";
import { isDone } from "@/lib/web/done_cookie.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ req, state: { site } }) {
    return isDone(req.headers, "stop", site) ? page() : redirect("/stop");
  },
});

export default define.page<typeof handler>(({ state: { t } }) => (
  <Page t={t} title={t("stop.done.title")}>
    <p>{t("stop.done")}</p>
    <p>{t("lift.password")}</p>
    <p>
      <a class="inline-block py-2.5" href="/register/lift">
        {t("stop.done.lift")}
      </a>
    </p>
  </Page>
));
