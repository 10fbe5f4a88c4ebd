/**
 * What every page of a reset knows.
 *
 * @module
 */
import type { Middleware } from "fresh";
import { supported } from "@/lib/flows/reset/reset_log.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { Path } from "@/lib/web/redirect.ts";
import { readFinished, readResetCookie } from "@/lib/web/reset_cookie.ts";
import type { State } from "@/lib/web/state.ts";

/** Where somebody begins again whose reset is over, or was never. */
const OVER = "/reset?over";

const loadVisits = () => import("@/lib/flows/reset/reset_visit.ts");

/** What opens resets, once one is asked for: a started server's first page need not wait for it. */
let loading: ReturnType<typeof loadVisits> | null = null;

/** Opens the reset of the request's cookie; from then on all that is logged names it. */
export const readReset: Middleware<State> = async (ctx): Promise<Response> => {
  const { state, req } = ctx;
  const cookie = readResetCookie(req.headers, state.site);
  state.finished = readFinished(cookie);
  if (cookie !== null && state.finished === null) {
    const { openResetVisit } = await (loading ??= loadVisits());
    state.reset = await openResetVisit(state.deps, cookie);
  }
  if (state.reset) state.deps = supported(state.deps, state.reset.session);
  return await ctx.next();
};

/** The reset that the request belongs to, or where somebody goes who has none. */
export function resetPlace(
  { reset, finished }: Pick<State, "reset" | "finished">,
): ResetVisit | Path {
  return reset ?? (finished === null ? OVER : "/reset/done");
}
