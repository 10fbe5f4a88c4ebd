/**
 * Handlers, and how they ask for their page.
 *
 * @module
 */
import type { Context } from "@/lib/fresh/context.ts";
import type { Method } from "@/lib/fresh/method.ts";

/** Data for the page component, with the response's own fields. */
export interface PageResponse<Data> {
  /** What the component gets as `data`. */
  data: Data;
  /** Added to the response; several `Set-Cookie` stay several. */
  headers?: HeadersInit | undefined;
  /** The response's status; 200 where absent. */
  status?: number | undefined;
}

/** Fields of the response that renders a page. */
export type PageInit = Omit<PageResponse<unknown>, "data">;

/** Answers a request, or gives its page the data. */
export interface HandlerFn<Data, State> {
  (ctx: Context<State>):
    | Response
    | PageResponse<Data>
    | Promise<Response | PageResponse<Data>>;
}

/** One function for each method that a route answers. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** What a route file may export as `handler`. */
export type RouteHandler<Data, State> =
  | HandlerFn<Data, State>
  | HandlerByMethod<Data, State>;

/** Renders the route's component with no data. */
export function page(): PageResponse<undefined>;
/** Renders the route's component with `data`. */
export function page<Data>(data: Data, init?: PageInit): PageResponse<Data>;
export function page(data?: unknown, init?: PageInit): PageResponse<unknown> {
  return { data, headers: init?.headers, status: init?.status };
}
