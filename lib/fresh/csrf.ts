/**
 * `csrf()`: refuses what another site makes a browser send.
 *
 * @module
 */
import { HttpError } from "@/lib/fresh/http_error.ts";
import type { Context } from "@/lib/fresh/context.ts";
import type { Middleware } from "@/lib/fresh/route_types.ts";

/** Options of {@linkcode csrf}. */
export interface CsrfOptions<State = unknown> {
  /** Origins that may send, in place of the site's own; or a function that says. */
  origin?:
    | string
    | string[]
    | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE = ["GET", "HEAD", "OPTIONS"];

/**
 * Looks at `Sec-Fetch-Site`, else at `Origin`, and throws a 403. A request with
 * neither passes: text browsers send none, and a token in the form is for them.
 */
export function csrf<State>(
  { origin: allowed }: CsrfOptions<State> = {},
): Middleware<State> {
  return (ctx) => {
    const { req: { method, headers } } = ctx;
    if (SAFE.includes(method)) return ctx.next();
    const site = headers.get("sec-fetch-site");
    const origin = headers.get("origin");
    if (site === null && origin === null) return ctx.next();
    if (site === "same-origin" || site === "none") return ctx.next();
    const known = origin !== null && isAllowed(origin, allowed, ctx);
    // Where the browser says that it is another site, only a list can allow it.
    if (known && (site === null || allowed !== undefined)) return ctx.next();
    throw new HttpError(403);
  };
}

function isAllowed<State>(
  origin: string,
  allowed: CsrfOptions<State>["origin"],
  ctx: Context<State>,
): boolean {
  if (typeof allowed === "function") return allowed(origin, ctx);
  return [allowed ?? ctx.url.origin].flat().includes(origin);
}
