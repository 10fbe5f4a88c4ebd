/**
 * `createDefine`: functions that return what they are given, and give it types.
 *
 * @module
 */
import type {
  HandlerByMethod,
  HandlerFn,
  RouteHandler,
} from "@/lib/fresh/page.ts";
import type { RouteComponent } from "@/lib/fresh/props.ts";
import type { Middleware } from "@/lib/fresh/route_types.ts";

/** The data that a route's handlers give to its page. */
export type RouteData<Handler extends RouteHandler<unknown, never>> =
  Handler extends HandlerFn<infer Data, never> ? Data
    : Handler extends HandlerByMethod<infer Data, never> ? Data
    : never;

/** Typed identity functions for one application's state. */
export interface Define<State> {
  /** Types a route's handlers. */
  handlers<
    Data,
    Handlers extends RouteHandler<Data, State> = RouteHandler<Data, State>,
  >(handlers: Handlers): typeof handlers;

  /** Types a route's component; the data is that of `typeof handler`. */
  page<
    Handler extends RouteHandler<unknown, State> = never,
    Data = Handler extends HandlerFn<infer Data, State> ? Data
      : Handler extends HandlerByMethod<infer Data, State> ? Data
      : never,
  >(render: RouteComponent<State, Data>): typeof render;

  /** Types a middleware or a list of them. */
  middleware<M extends Middleware<State> | Middleware<State>[]>(
    middleware: M,
  ): typeof middleware;

  /** Types a layout. */
  layout(
    render: RouteComponent<State, unknown>,
  ): typeof render;
}

/** Returns the `define` helpers for `State`. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    middleware: (middleware) => middleware,
    layout: (render) => render,
  };
}
