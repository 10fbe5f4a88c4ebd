/**
 * Builds a site from what an application registers, in that order: a route
 * gets the middlewares, layouts and error pages that were there before it.
 *
 * @module
 */
import { compose, type Run } from "@/lib/fresh/chain.ts";
import { HttpError } from "@/lib/fresh/http_error.ts";
import { allowOf, type Method, METHODS } from "@/lib/fresh/method.ts";
import { folderNames, isDecodable, joinPath } from "@/lib/fresh/pattern.ts";
import { type Place, placeAt } from "@/lib/fresh/place.ts";
import type { Middleware, Route } from "@/lib/fresh/route_types.ts";
import { Router } from "@/lib/fresh/router.ts";
import { endOf, refuseMethod } from "@/lib/fresh/run_route.ts";
import {
  descend,
  nearest,
  newSegment,
  type Segment,
} from "@/lib/fresh/segment.ts";

/** What a request leads to. */
export interface Found<State> {
  /** Answers it. */
  readonly run: Run<State>;
  /** The pattern that matched; `null` where none did. */
  readonly route: string | null;
  /** Named parts of the path. */
  readonly params: Record<string, string>;
}

/** Where a request goes, by its method and path. */
export type Site<State> = (method: string, path: string) => Found<State>;

/** A route of a file, or one that code gives whole. */
export interface RouteSource<State> {
  /** Its address. */
  readonly pattern: string;
  /** The place that it belongs to. */
  readonly segment: Segment<State>;
  /** Loads it at the first request. */
  readonly load: () => Promise<Route<State>>;
}

interface Entry<State> {
  place: Place<State>;
  readonly code: Map<string, Middleware<State>[]>;
  load: (() => Promise<Route<State>>) | null;
}

interface Target<State> {
  readonly methods: ReadonlyMap<string, Run<State>>;
  readonly other: Run<State>;
}

/** A site in the making. */
export class Plan<State> {
  /** The place around everything. */
  readonly root: Segment<State> = newSegment<State>("", null);
  readonly #base: string;
  readonly #entries = new Map<string, Entry<State>>();

  /** `base` is the path under which the site lies. */
  constructor(base: string) {
    this.#base = base;
  }

  /** The place that code names, below `base`. */
  at(path: string): Segment<State> {
    const segment = descend(this.root, folderNames(path));
    segment.byCode = true;
    return segment;
  }

  /** Adds handlers for one method, or for all. */
  handle(
    method: Method | "ALL",
    pattern: string,
    fns: readonly Middleware<State>[],
  ): void {
    const segment = descend(this.root, folderNames(pattern));
    const { code } = this.#entry(pattern, segment);
    for (const one of method === "ALL" ? METHODS : [method]) {
      code.set(one, [...code.get(one) ?? [], ...fns]);
    }
  }

  /** Adds a whole route; only one for each pattern. */
  route({ pattern, segment, load }: RouteSource<State>): void {
    const entry = this.#entry(pattern, segment);
    if (entry.load !== null) throw new Error(`Two routes answer ${pattern}`);
    entry.load = load;
  }

  /** The middlewares of the last registration hold for all: never fewer than an earlier one had. */
  #entry(pattern: string, segment: Segment<State>): Entry<State> {
    const place = placeAt(segment);
    const entry = this.#entries.get(pattern) ??
      { place, code: new Map(), load: null };
    entry.place = place;
    this.#entries.set(pattern, entry);
    return entry;
  }

  /** Composes everything, each route when it is first asked for. */
  finish(): Site<State> {
    const router = new Router<() => Target<State>>();
    for (const [pattern, entry] of this.#entries) {
      let composed: Target<State> | null = null;
      const target = () => composed ??= composeEntry(entry);
      router.add(joinPath(this.#base, pattern), target);
    }
    const lost = lostRuns(this.root);
    return (method, path) => {
      const match = isDecodable(path) ? router.match(path) : null;
      if (match === null) {
        const below = path.startsWith(`${this.#base}/`);
        const run = lost(below ? path.slice(this.#base.length) : "/");
        return { run, route: null, params: {} };
      }
      const { target, pattern, params } = match;
      const { methods, other } = target();
      return { run: methods.get(method) ?? other, route: pattern, params };
    };
  }
}

function composeEntry<State>(
  { place, code, load }: Entry<State>,
): Target<State> {
  const allow = allowOf(code.keys());
  const end: Middleware<State> = load === null
    ? (ctx) => refuseMethod(ctx.req.method, allow)
    : endOf(load, code.keys());
  const after: Middleware<State>[] = load === null ? [] : [end];
  const methods = new Map<string, Run<State>>();
  for (const [method, fns] of code) {
    methods.set(method, compose(place, [...fns, ...after]));
  }
  const head = methods.get("HEAD") ?? methods.get("GET");
  if (head) methods.set("HEAD", head);
  return { methods, other: compose(place, [end]) };
}

/** Where no route matches, the folder that comes nearest answers, with its middlewares and its error page. */
function lostRuns<State>(root: Segment<State>): (path: string) => Run<State> {
  const runs = new Map<Segment<State>, Run<State>>();
  const refuse: Middleware<State> = ({ url }) => {
    throw new HttpError(isDecodable(url.pathname) ? 404 : 400);
  };
  return (path) => {
    const segment = nearest(root, folderNames(path));
    const run = runs.get(segment) ?? compose(placeAt(segment), [refuse]);
    runs.set(segment, run);
    return run;
  };
}
