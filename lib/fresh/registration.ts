/**
 * What an application registers, kept until its site is built.
 *
 * @module
 */
import type { RouteFile } from "@/lib/fresh/fs_routes.ts";
import { folderNames, joinPath } from "@/lib/fresh/pattern.ts";
import type { Plan } from "@/lib/fresh/plan.ts";
import type {
  MaybeLazy,
  Middleware,
  Route,
  RouteConfig,
} from "@/lib/fresh/route_types.ts";
import { descend } from "@/lib/fresh/segment.ts";

/** Where a registration goes. */
export interface Target<State> {
  /** The site in the making. */
  readonly plan: Plan<State>;
  /** The path that the application lies under. */
  readonly mount: string;
  /** The files of `routes/`. */
  readonly files: readonly RouteFile[];
}

/** One call of the application's, to be done again for each site. */
export type Registration<State> = (target: Target<State>) => void;

/** A route as code gives it. */
export interface CodeRoute<State> {
  /** Its path below the application. */
  readonly path: string;
  /** The route, or what makes it at the first request. */
  readonly route: MaybeLazy<Route<State>>;
  /** Goes before the route's own. */
  readonly config: RouteConfig | undefined;
}

/** Registers a route of code. */
export function routeRegistration<State>(
  { path, route, config }: CodeRoute<State>,
): Registration<State> {
  return ({ plan, mount }) =>
    plan.route({
      pattern: joinPath(mount, config?.routeOverride ?? path),
      segment: descend(plan.root, folderNames(joinPath(mount, path))),
      load: async () => {
        const made = typeof route === "function" ? await route() : route;
        return { ...made, config: { ...made.config, ...config } };
      },
    });
}

/** A lazy middleware is told from another by what it returns, when it first runs. */
export function middlewaresOf<State>(
  given: readonly (string | MaybeLazy<Middleware<State>>)[],
): Middleware<State>[] {
  return given.filter((one): one is Middleware<State> =>
    typeof one === "function"
  );
}

/** An error page may be a middleware alone. */
export function routeOf<State>(
  route: Route<State> | Middleware<State>,
): Route<State> {
  return typeof route === "function" ? { handler: route } : route;
}
