/**
 * Middlewares and routes as an application registers them.
 *
 * @module
 */
import type { Context } from "@/lib/fresh/context.ts";
import type { Method } from "@/lib/fresh/method.ts";
import type { RouteHandler } from "@/lib/fresh/page.ts";
import type { LayoutConfig, RouteComponent } from "@/lib/fresh/props.ts";

/** Answers a request or lets it pass with `ctx.next()`. */
export type Middleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response>;

/** Makes something when it is first needed. */
export type Lazy<T> = () => Promise<T>;

/** Something, or what makes it. */
export type MaybeLazy<T> = T | Lazy<T>;

/** What a route file may export as `config`. */
export interface RouteConfig extends LayoutConfig {
  /** A pattern in place of the one that the file's path makes. */
  routeOverride?: string;
  /** The methods that the route answers; all that it has handlers for where absent. */
  methods?: "ALL" | Method[];
}

/** A page, an endpoint or both. */
export interface Route<State> {
  /** Renders what the handler returns. */
  component?: RouteComponent<State> | undefined;
  /** {@linkcode RouteConfig} */
  config?: RouteConfig | undefined;
  /** Answers. A route without one renders its component for GET. */
  handler?: RouteHandler<unknown, State> | undefined;
}
