import { Page } from "@/components/Page.tsx";
import { define } from "@/lib/web/state.ts";

export default define.page(({ state: { t } }) => (
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
