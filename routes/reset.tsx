import { Page } from "@/components/Page.tsx";
import { define } from "@/lib/web/state.ts";

export default define.page(({ state: { t } }) => (
  <Page t={t} title={t("reset.title")}>
    <p>{t("reset.soon")}</p>
    <p>
      <a class="inline-block py-2.5" href="/">{t("app.start")}</a>
    </p>
  </Page>
));
