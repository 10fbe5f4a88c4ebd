import { HttpError } from "fresh";
import { readDevOutbox } from "@/lib/flows/read_dev_outbox.ts";
import { define } from "@/lib/web/state.ts";

/** What would have been sent, newest last; development only. */
export const handler = define.handlers({
  async GET({ state: { deps, site } }) {
    if (!site.development) throw new HttpError(404);
    return Response.json(await readDevOutbox(deps), {
      headers: { "cache-control": "no-store" },
    });
  },
});
