import { checkReady } from "@/lib/flows/check_ready.ts";
import { define } from "@/lib/web/state.ts";

/** Whether requests can be served: the store answers, and messages leave. */
export const handler = define.handlers({
  async GET({ state: { deps } }) {
    const ready = await checkReady(deps);
    const status = ready.store && ready.outbox ? 200 : 503;
    return Response.json(ready, { status });
  },
});
