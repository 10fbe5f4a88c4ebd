/**
 * `trailingSlashes()`: one form for every address.
 *
 * @module
 */
import type { Middleware } from "@/lib/fresh/route_types.ts";

/** Redirects to the address with a slash at its end, or without. A form that was posted is posted again (307). */
export function trailingSlashes<State>(
  mode: "always" | "never",
): Middleware<State> {
  return (ctx) => {
    const { pathname, search } = ctx.url;
    const has = pathname.endsWith("/");
    if (pathname === "/" || has === (mode === "always")) return ctx.next();
    const path = has ? pathname.replace(/\/+$/, "") : `${pathname}/`;
    const safe = ctx.req.method === "GET" || ctx.req.method === "HEAD";
    return ctx.redirect(path + search, safe ? 302 : 307);
  };
}
