import { define } from "@/lib/web/state.ts";

/** Whether the process answers. It asks nothing of the store. */
export const handler = define.handlers({
  GET: () =>
    new Response("ok\n", { headers: { "content-type": "text/plain" } }),
});
