import { csrf, type Middleware } from "fresh";
import { readVisit } from "@/lib/web/open_request.ts";
import type { State } from "@/lib/web/state.ts";

/** The first guard of forms; the second is the token that `readForm` checks. */
const sameOrigin: Middleware<State> = (ctx) =>
  csrf<State>({ origin: ctx.state.site.origin })(ctx);

export default [sameOrigin, readVisit];
