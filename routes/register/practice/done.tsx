import { page } from "fresh";
import { Page } from "@/components/Page.tsx";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ state: { visit: { person } } }) {
    if (person.practisedAt === null) return redirect("/register");
    return page({ at: person.practisedAt });
  },
});

export default define.page<typeof handler>(({ data, state: { t } }) => (
  <Page t={t} title={t("practice.done.title")}>
    <p>{t("practice.done")}</p>
    <p class="text-dim">{t("list.practised", { date: t.date(data.at) })}</p>
  </Page>
));
