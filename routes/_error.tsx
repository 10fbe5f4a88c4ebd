import { HttpError } from "fresh";
import { Page } from "@/components/Page.tsx";
import type { Key } from "@/lib/i18n/translate.ts";
import { define } from "@/lib/web/state.ts";

type Words = readonly [title: Key, text: Key];

const BY_STATUS: Readonly<Record<number, Words>> = {
  403: ["error.forbidden.title", "error.forbidden"],
  404: ["error.missing.title", "error.missing"],
  429: ["error.limit.title", "error.limit"],
  503: ["error.down.title", "error.down"],
};
const REQUEST: Words = ["error.request.title", "error.request"];
const FAULT: Words = ["error.fault.title", "error.fault"];

export default define.layout(({ error, state: { t, visit } }) => {
  const [title, text] = wordsFor(error);
  return (
    <Page t={t} title={t(title)}>
      <p>{t(text)}</p>
      <p class="flex flex-wrap gap-6">
        <a class="inline-block py-2.5" href="/">{t("app.start")}</a>
        {visit.session !== null && (
          <a class="inline-block py-2.5" href="/register">{t("app.list")}</a>
        )}
      </p>
    </Page>
  );
});

function wordsFor(error: unknown): Words {
  const status = error instanceof HttpError ? error.status : 500;
  return BY_STATUS[status] ?? (status < 500 ? REQUEST : FAULT);
}
