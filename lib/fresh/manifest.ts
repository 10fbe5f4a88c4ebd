/**
 * The shape of `fresh.gen.ts`: which route files and islands there are.
 *
 * @module
 */

/** What a file under `routes/` may export; each is checked when the file is loaded. */
export interface RouteModule {
  /** A component; in `_middleware`, one middleware or a list. */
  readonly default?: unknown;
  /** A handler, handlers by method, or in `_middleware` one middleware or a list. */
  readonly handler?: unknown;
  /** Another name for `handler`. */
  readonly handlers?: unknown;
  /** A `RouteConfig`; in `_layout`, a `LayoutConfig`. */
  readonly config?: unknown;
}

/** Imports a route file at its first request. */
export type LazyRouteModule = () => Promise<RouteModule>;

/** Every file that the application consists of. */
export interface Manifest {
  /** By path from the project's root, as in `./routes/index.tsx`. */
  readonly routes: Readonly<Record<string, RouteModule | LazyRouteModule>>;
  /** By path from the project's root, as in `./islands/Counter.tsx`. */
  readonly islands: Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  /** The address of `fresh.gen.ts`. */
  readonly baseUrl: string;
}
