import { define } from "@/lib/web/state.ts";

/** The address that people know from the product before this one. */
export const handler = define.handlers({
  GET: () =>
    new Response(null, { status: 308, headers: { location: "/reset" } }),
});
