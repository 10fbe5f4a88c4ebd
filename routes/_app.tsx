import { Shell } from "@/components/Shell.tsx";
import { define } from "@/lib/web/state.ts";

/** Longer queries are nobody's of ours, so the language links leave them out. */
const LONGEST_QUERY = 60;

export default define.layout(({ Component, state, url }) => (
  <html lang={state.t.tag} dir={state.t.dir}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <link rel="icon" href="data:," />
    </head>
    <Shell
      t={state.t}
      csrf={state.csrf}
      userName={state.visit.session?.userName ?? null}
      query={state.once ? null : queryOf(url)}
    >
      <Component />
    </Shell>
  </html>
));

function queryOf(url: URL): string {
  const rest = new URLSearchParams(url.searchParams);
  rest.delete("lang");
  const query = rest.toString();
  return query === "" || query.length > LONGEST_QUERY ? "" : `${query}&`;
}
