import { Page } from "@/components/Page.tsx";
import { define } from "@/lib/web/state.ts";

const DOORS = [
  ["/register", "home.register", "home.register.why"],
  ["/reset", "home.reset", "home.reset.why"],
  ["/change", "home.change", "home.change.why"],
] as const;

export default define.page(({ state: { t } }) => (
  <Page t={t} title={t("home.title")}>
    <p>{t("home.intro")}</p>
    <ul class="grid gap-3">
      {DOORS.map(([href, title, why]) => (
        <li key={href} class="p-4 border rounded-md">
          <a class="inline-block py-2.5 font-bold" href={href}>{t(title)}</a>
          <p class="text-dim">{t(why)}</p>
        </li>
      ))}
    </ul>
  </Page>
));
