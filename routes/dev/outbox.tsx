import { HttpError, page } from "fresh";
import { Page } from "@/components/Page.tsx";
import { readDevOutbox } from "@/lib/flows/read_dev_outbox.ts";
import { define } from "@/lib/web/state.ts";

/** What would have been sent, newest first; development only. */
export const handler = define.handlers({
  async GET({ state: { deps, site } }) {
    if (!site.development) throw new HttpError(404);
    return page({ messages: (await readDevOutbox(deps)).toReversed() });
  },
});

export default define.page<typeof handler>(({ data, state: { t } }) => (
  <Page t={t} title={t("outbox.title")}>
    <p>{t("outbox.intro")}</p>
    {data.messages.length === 0 && <p>{t("outbox.empty")}</p>}
    <ol>
      {data.messages.map(({ id, at, channel, to, text }) => (
        <li key={id} class="border-t py-4">
          <p>
            {new Date(at).toISOString().slice(11, 19)} · {channel} · {to}
          </p>
          <pre class="whitespace-pre-wrap">{text}</pre>
        </li>
      ))}
    </ol>
  </Page>
));
