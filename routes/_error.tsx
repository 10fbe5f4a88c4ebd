import { HttpError, page } from "fresh";
import { OutcomeCode } from "@/components/OutcomeCode.tsx";
import { Page } from "@/components/Page.tsx";
import type { OutcomeName } from "@/lib/domain/outcomes.ts";
import { inGroups } from "@/lib/domain/support_code.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";
import { noteOutcome, supportCode } from "@/lib/web/outcome.ts";
import { isApi, problemOf } from "@/lib/web/problem.ts";
import { define } from "@/lib/web/state.ts";
import { isUnavailable } from "@/lib/web/unavailable.ts";

type Words = readonly [title: Key, text: Key];

const BY_STATUS: Readonly<Record<number, Words>> = {
  403: ["error.forbidden.title", "error.forbidden"],
  404: ["error.missing.title", "error.missing"],
  409: ["error.other.title", "error.other"],
  413: ["error.large.title", "error.large"],
  429: ["error.limit.title", "error.limit"],
  503: ["error.down.title", "error.down"],
};
const REQUEST: Words = ["error.request.title", "error.request"];
const FAULT: Words = ["error.fault.title", "error.fault"];

/** Where people are who may be helped by an administrator alone. */
const LOST = /^\/(reset|change)(\/|$)/;

/** One answer for every method: the page, with the error's own status. */
export const handler = define.handlers(({ error, state, url }) => {
  const outcome = outcomeOf(error);
  if (outcome !== null) noteOutcome(state, outcome);
  const status = statusFor(error);
  return isApi(url) ? problemOf(status) : page({}, { status });
});

export default define.page(({ error, state, url }) => {
  const { t, visit } = state;
  const [title, text] = wordsFor(statusFor(error));
  const outcome = outcomeOf(error);
  const support = supportCode(state);
  return (
    <Page t={t} title={t(title)}>
      <p>{t(text)}</p>
      <p class="flex flex-wrap gap-x-6">
        <a class="inline-block py-2.5" href="/">{t("app.start")}</a>
        {visit.session !== null && (
          <a class="inline-block py-2.5" href="/register">{t("app.list")}</a>
        )}
        {statusFor(error) === 409 && <WaysOn t={t} />}
        {LOST.test(url.pathname) && (
          <a class="inline-block py-2.5" href="/reset/help">
            {t("reset.help")}
          </a>
        )}
      </p>
      {outcome && <OutcomeCode t={t} name={outcome} />}
      {support && (
        <p class="text-dim">
          {t("reset.support", { code: inGroups(support) })}
        </p>
      )}
    </Page>
  );
});

/** From a page of one reset: on with the one of this browser, or anew. */
function WaysOn({ t }: { t: Translate }) {
  return (
    <>
      <a class="inline-block py-2.5" href="/reset?over">
        {t("error.other.go")}
      </a>
      <a class="inline-block py-2.5" href="/reset">{t("reset.again")}</a>
    </>
  );
}

function statusFor(error: unknown): number {
  if (isUnavailable(error)) return 503;
  return error instanceof HttpError ? error.status : 500;
}

/** What the help desk knows it by; of a page that is not there it knows nothing. */
function outcomeOf(error: unknown): OutcomeName | null {
  const status = statusFor(error);
  if (status === 403 || status === 409) return "browser";
  if (status < 500) return null;
  const { name } = error instanceof Error ? error : new Error();
  return name === "DirectoryUnavailableError" ? "unreachable" : "fault";
}

function wordsFor(status: number): Words {
  return BY_STATUS[status] ?? (status < 500 ? REQUEST : FAULT);
}
