/**
 * What every page of a reset knows.
 *
 * @module
 */
import type { Middleware } from "fresh";
import { supported } from "@/lib/flows/reset/reset_log.ts";
import {
  openResetVisit,
  type ResetVisit,
} from "@/lib/flows/reset/reset_visit.ts";
import type { Path } from "@/lib/web/redirect.ts";
import { readFinished, readResetCookie } from "@/lib/web/reset_cookie.ts";
import type { State } from "@/lib/web/state.ts";

/** Where somebody begins again whose reset is over, or was never. */
const OVER = "/reset?over";

/** Opens the reset of the request's cookie; from then on all that is logged names it. */
export const readReset: Middleware<State> = async (ctx): Promise<Response> => {
  const { state, req } = ctx;
  const cookie = readResetCookie(req.headers, state.site);
  state.finished = readFinished(cookie);
  state.reset = state.finished === null
    ? await openResetVisit(state.deps, cookie)
    : null;
  if (state.reset) state.deps = supported(state.deps, state.reset.session);
  return await ctx.next();
};

/** The reset that the request belongs to, or where somebody goes who has none. */
export function resetPlace(
  { reset, finished }: Pick<State, "reset" | "finished">,
): ResetVisit | Path {
  return reset ?? (finished === null ? OVER : "/reset/done");
}

/** What the help desk is told; `null` where nothing has begun. */
export function supportCode(
  { reset, finished }: Pick<State, "reset" | "finished">,
): string | null {
  return reset?.session.support ?? finished?.support ?? null;
}
