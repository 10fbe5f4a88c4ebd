/**
 * `fresh`: the API of Fresh 2.3 as an application sees it. `docs/fresh.md` says
 * what differs from upstream, and why.
 *
 * @module
 */
import type { Context } from "@/lib/fresh/context.ts";
import type { Middleware } from "@/lib/fresh/route_types.ts";

export { App } from "@/lib/fresh/app.ts";
export type { FreshConfig, ResolvedFreshConfig } from "@/lib/fresh/config.ts";
export type { Context } from "@/lib/fresh/context.ts";
export { csp, type CSPOptions } from "@/lib/fresh/csp.ts";
export { csrf, type CsrfOptions } from "@/lib/fresh/csrf.ts";
export {
  createDefine,
  type Define,
  type RouteData,
} from "@/lib/fresh/define.ts";
export { type ErrorStatus, HttpError } from "@/lib/fresh/http_error.ts";
export type { ListenOptions } from "@/lib/fresh/listen.ts";
export type { Method } from "@/lib/fresh/method.ts";
export {
  type HandlerByMethod,
  type HandlerFn,
  page,
  type PageResponse,
  type RouteHandler,
} from "@/lib/fresh/page.ts";
export type { LayoutConfig, PageProps } from "@/lib/fresh/props.ts";
export type {
  Lazy,
  MaybeLazy,
  Middleware,
  Route,
  RouteConfig,
} from "@/lib/fresh/route_types.ts";
export { staticFiles } from "@/lib/fresh/static_files.ts";
export { trailingSlashes } from "@/lib/fresh/trailing_slashes.ts";

/** {@linkcode Context} by its old name, as upstream still exports it. */
export type FreshContext<State = unknown> = Context<State>;
/** {@linkcode Middleware} by its old name, as upstream still exports it. */
export type MiddlewareFn<State> = Middleware<State>;
