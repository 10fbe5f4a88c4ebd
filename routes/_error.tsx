import { HttpError, page } from "fresh";
import { Page } from "@/components/Page.tsx";
import type { Key } from "@/lib/i18n/translate.ts";
import { define } from "@/lib/web/state.ts";
import { isUnavailable } from "@/lib/web/unavailable.ts";

type Words = readonly [title: Key, text: Key];

const BY_STATUS: Readonly<Record<number, Words>> = {
  403: ["error.forbidden.title", "error.forbidden"],
  404: ["error.missing.title", "error.missing"],
  413: ["error.large.title", "error.large"],
  429: ["error.limit.title", "error.limit"],
  503: ["error.down.title", "error.down"],
};
const REQUEST: Words = ["error.request.title", "error.request"];
const FAULT: Words = ["error.fault.title", "error.fault"];

/** One answer for every method: the page, with the error's own status. */
export const handler = define.handlers(({ error }) =>
  page({}, { status: statusFor(error) })
);

export default define.page(({ error, state: { t, visit } }) => {
  const [title, text] = wordsFor(statusFor(error));
  return (
    <Page t={t} title={t(title)}>
      <p>{t(text)}</p>
      <p class="flex flex-wrap gap-x-6">
        <a class="inline-block py-2.5" href="/">{t("app.start")}</a>
        {visit.session !== null && (
          <a class="inline-block py-2.5" href="/register">{t("app.list")}</a>
        )}
      </p>
    </Page>
  );
});

function statusFor(error: unknown): number {
  if (isUnavailable(error)) return 503;
  return error instanceof HttpError ? error.status : 500;
}

function wordsFor(status: number): Words {
  return BY_STATUS[status] ?? (status < 500 ? REQUEST : FAULT);
}
