import { moved } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

/** The address that people know from the product before this one. */
export const handler = define.handlers({
  GET: ({ url }) => moved(`/reset${url.search}`),
});
