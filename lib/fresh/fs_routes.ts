/**
 * Registers the files of `routes/`.
 *
 * @module
 */
import {
  comparePatterns,
  filePattern,
  folderName,
} from "@/lib/fresh/file_pattern.ts";
import type { Manifest, RouteModule } from "@/lib/fresh/manifest.ts";
import {
  folderNames,
  isPattern,
  joinPath,
  placePath,
} from "@/lib/fresh/pattern.ts";
import type { Plan } from "@/lib/fresh/plan.ts";
import {
  toComponent,
  toLayout,
  toMiddlewares,
  toRoute,
} from "@/lib/fresh/route_module.ts";
import type { Route } from "@/lib/fresh/route_types.ts";
import { descend, type Segment } from "@/lib/fresh/segment.ts";

/** A route file and how to get it. */
export interface RouteFile {
  /** Its path below `routes/`, without the extension. */
  readonly path: string;
  /** The file, if it was imported already. */
  readonly module: RouteModule | null;
  /** Imports the file, once. */
  readonly load: () => Promise<RouteModule>;
}

const SPECIAL = /(^|\/)_[^/]*$/;

/** The files of a manifest. A file whose import fails is tried again at the next request. */
export function routeFiles({ routes }: Manifest): RouteFile[] {
  return Object.entries(routes).map(([file, source]) => {
    const path = file.slice(file.indexOf("routes/") + 7, file.lastIndexOf("."));
    if (typeof source === "function") {
      return { path, module: null, load: once(source) };
    }
    return { path, module: source, load: () => Promise.resolve(source) };
  });
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= load().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** Where files are registered. */
export interface Mount<State> {
  /** The site. */
  readonly plan: Plan<State>;
  /** The path that the files lie under. */
  readonly path: string;
}

/** Registers files: what lies around routes first, then the routes. */
export function addFiles<State>(
  mount: Mount<State>,
  files: readonly RouteFile[],
): void {
  const [special, routes] = [
    files.filter(({ path }) => SPECIAL.test(path)),
    files.filter(({ path }) => !SPECIAL.test(path)),
  ];
  for (const file of special.toSorted(byPath)) addSpecial(mount, file);
  const patterns = routes.map((file) =>
    [file, patternOf(mount, file)] as const
  );
  // Of those that are looked up whole, the order does not matter.
  const [named, whole] = [
    patterns.filter(([, pattern]) => isPattern(pattern)),
    patterns.filter(([, pattern]) => !isPattern(pattern)),
  ];
  named.sort(([, a], [, b]) => comparePatterns(a, b));
  for (const [file, pattern] of [...whole, ...named]) {
    addRoute(mount, file, pattern);
  }
}

function byPath(a: RouteFile, b: RouteFile): number {
  return a.path < b.path ? -1 : 1;
}

function patternOf<State>({ path }: Mount<State>, file: RouteFile): string {
  const override = file.module && toRoute(file.path, file.module).config
    ?.routeOverride;
  return joinPath(placePath(path), override ?? filePattern(file.path));
}

function folderOf<State>(
  { plan, path }: Mount<State>,
  file: string,
): Segment<State> {
  const folders = file.split("/").slice(0, -1).map(folderName);
  return descend(plan.root, [...folderNames(path), ...folders]);
}

function addSpecial<State>(
  mount: Mount<State>,
  { path, module }: RouteFile,
): void {
  if (module === null) {
    throw new Error(`routes/${path} must be imported at the start`);
  }
  const segment = folderOf(mount, path);
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "_middleware") {
    segment.middlewares.push(...toMiddlewares<State>(path, module));
  } else if (name === "_layout") {
    segment.layout = toLayout<State>(path, module);
  } else if (name === "_error") {
    segment.errorRoute = toRoute<State>(path, module);
  } else if (path === "_app") {
    mount.plan.root.app = toComponent<State>(path, module);
  } else {
    throw new Error(`routes/${path} has no meaning; see docs/fresh.md`);
  }
}

function addRoute<State>(
  mount: Mount<State>,
  { path, module, load }: RouteFile,
  pattern: string,
): void {
  const folder = folderOf(mount, path);
  const own = folder.children.get(folderNames(pattern).at(-1) ?? "");
  mount.plan.route({
    pattern,
    segment: own?.byCode ? own : folder,
    load: async () => lateRoute(path, module, await load()),
  });
}

function lateRoute<State>(
  path: string,
  early: RouteModule | null,
  module: RouteModule,
): Route<State> {
  const route = toRoute<State>(path, module);
  if (early === null && route.config?.routeOverride !== undefined) {
    throw new Error(
      `routes/${path}: a file with routeOverride must be imported at the start`,
    );
  }
  return route;
}
