/**
 * The tree of places: what `_middleware`, `_layout` and `_error` of a folder,
 * or `use("/path")` in code, put around everything below.
 *
 * @module
 */
import { isGroup, isPattern } from "@/lib/fresh/pattern.ts";
import type { LayoutConfig, RouteComponent, Ui } from "@/lib/fresh/props.ts";
import type { Middleware, Route } from "@/lib/fresh/route_types.ts";

/** A place and what it adds. */
export interface Segment<State> {
  /** A part of a path, a pattern for one, or a group. */
  readonly name: string;
  /** The place around it. */
  readonly parent: Segment<State> | null;
  /** The places below, by name. */
  readonly children: Map<string, Segment<State>>;
  /** Outermost first. */
  readonly middlewares: Middleware<State>[];
  /** Its layout. */
  layout: Layout<State> | null;
  /** Its error page. */
  errorRoute: Route<State> | null;
  /** The shell; at the root only. */
  app: RouteComponent<never> | null;
  /** The page for 404; at the root only. */
  notFound: Route<State> | null;
  /** Code named this very place, so it covers the file of that name as well. */
  byCode: boolean;
}

/** A layout and what it leaves out. */
export interface Layout<State> {
  /** Renders around its `Component`. */
  readonly component: RouteComponent<State>;
  /** What it leaves out. */
  readonly config: LayoutConfig;
}

/** Makes an empty place. */
export function newSegment<State>(
  name: string,
  parent: Segment<State> | null,
): Segment<State> {
  return {
    name,
    parent,
    children: new Map(),
    middlewares: [],
    layout: null,
    errorRoute: null,
    app: null,
    notFound: null,
    byCode: false,
  };
}

/** Goes down by these names, making what is missing. */
export function descend<State>(
  segment: Segment<State>,
  names: readonly string[],
): Segment<State> {
  let here = segment;
  for (const name of names) {
    const child = here.children.get(name) ?? newSegment(name, here);
    here.children.set(name, child);
    here = child;
  }
  return here;
}

/** From the root down to a place. */
export function lineage<State>(segment: Segment<State>): Segment<State>[] {
  const { parent } = segment;
  return parent === null ? [segment] : [...lineage(parent), segment];
}

/** Layouts and shell at a place, given those around it. */
export function uiAt<State>(
  { app, layout }: Segment<State>,
  around: Ui,
): Ui {
  const shell = app ?? around.app;
  if (layout === null) {
    return app === null ? around : { ...around, app: shell };
  }
  const { component, config } = layout;
  return {
    app: config.skipAppWrapper ? null : shell,
    layouts: config.skipInheritedLayouts
      ? [component]
      : [...around.layouts, component],
  };
}

/** The deepest place whose path begins the one in `parts`. Written out goes before named. */
export function nearest<State>(
  root: Segment<State>,
  parts: readonly string[],
): Segment<State> {
  return deepest(root, parts, 0).segment;
}

interface Found<State> {
  readonly segment: Segment<State>;
  readonly depth: number;
}

function deepest<State>(
  segment: Segment<State>,
  parts: readonly string[],
  depth: number,
): Found<State> {
  let best: Found<State> = { segment, depth };
  for (const child of inOrder(segment)) {
    const step = stepInto(child.name, parts[depth]);
    if (step === null) continue;
    const found = deepest(child, parts, depth + step);
    if (found.depth > best.depth) best = found;
  }
  return best;
}

function inOrder<State>({ children }: Segment<State>): Segment<State>[] {
  return [...children.values()]
    .sort((a, b) => Number(isPattern(a.name)) - Number(isPattern(b.name)));
}

/** How many parts of the path a place takes; `null` where it does not fit. */
function stepInto(name: string, part: string | undefined): number | null {
  if (isGroup(name)) return 0;
  const fits = part !== undefined && (name === part || isPattern(name));
  return fits ? 1 : null;
}
