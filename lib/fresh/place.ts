/**
 * What lies around the handlers of a place: middlewares, layouts, error pages.
 *
 * @module
 */
import { plainError } from "@/lib/fresh/http_error.ts";
import type { Ui } from "@/lib/fresh/props.ts";
import type { Middleware, Route } from "@/lib/fresh/route_types.ts";
import { lineage, type Segment, uiAt } from "@/lib/fresh/segment.ts";

/** What lies around the handlers of a place, as registered so far. */
export interface Place<State> {
  /** The middlewares on the way, outermost first. */
  readonly links: readonly Link<State>[];
  /** Guards the first handler. */
  readonly first: Guard<State>;
  /** Guards each further one. */
  readonly further: Guard<State>;
}

/** A middleware and what guards it. */
export interface Link<State> extends Guard<State> {
  /** The middleware. */
  readonly fn: Middleware<State>;
}

/** What holds while a middleware or a handler runs. */
export interface Guard<State> {
  /** Layouts and shell there. */
  readonly ui: Ui;
  /** Error pages to try, in this order. */
  readonly pages: readonly ErrorPage<State>[];
}

/** An error page, in its place. */
export interface ErrorPage<State> {
  /** The page. */
  readonly route: Route<State>;
  /** Layouts and shell of its place. */
  readonly ui: Ui;
  /** Whose page for 404 goes before it; `null` for the last resort. */
  readonly root: Segment<State> | null;
}

/** Says what lies around a place now; what is registered later does not count. */
export function placeAt<State>(segment: Segment<State>): Place<State> {
  const path = lineage(segment);
  const links: Link<State>[] = [];
  let ui: Ui = { app: null, layouts: [] };
  let pages: ErrorPage<State>[] = [];
  let own: ErrorPage<State>[] = [];
  for (const step of path) {
    ui = uiAt(step, ui);
    own = ownPages(step, ui, path[0] ?? null);
    pages = [...own, ...pages];
    for (const fn of step.middlewares) {
      links.push({ fn, ui, pages });
      pages = own;
    }
  }
  return { links, first: { ui, pages }, further: { ui, pages: own } };
}

function ownPages<State>(
  segment: Segment<State>,
  ui: Ui,
  root: Segment<State> | null,
): ErrorPage<State>[] {
  const { errorRoute, parent } = segment;
  const pages: ErrorPage<State>[] = [];
  if (errorRoute !== null) pages.push({ route: errorRoute, ui, root });
  if (parent !== null) return pages;
  const plain: Route<State> = { handler: (ctx) => plainError(ctx.error) };
  if (errorRoute === null) pages.push({ route: plain, ui, root });
  return [...pages, { route: plain, ui, root: null }];
}
