/**
 * Reads what a file of `routes/` exports. What makes no sense is refused with
 * the name of the file.
 *
 * @module
 */
import type { RouteModule } from "@/lib/fresh/manifest.ts";
import { METHODS } from "@/lib/fresh/method.ts";
import type { RouteHandler } from "@/lib/fresh/page.ts";
import type { LayoutConfig, RouteComponent } from "@/lib/fresh/props.ts";
import type {
  Middleware,
  Route,
  RouteConfig,
} from "@/lib/fresh/route_types.ts";
import type { Layout } from "@/lib/fresh/segment.ts";

/** A page, an endpoint or an error page. */
export function toRoute<State>(
  path: string,
  module: RouteModule,
): Route<State> {
  const handler = module.handlers ?? module.handler;
  const component = module.default;
  if (component === undefined && handler === undefined) {
    refuse(path, "it exports neither a handler nor a component");
  }
  if (handler !== undefined && !isHandler(handler)) {
    refuse(path, "its handler is neither a function nor one by method");
  }
  return {
    // Types of what a file exports are its own business; its kind was just checked.
    handler: handler as RouteHandler<unknown, State> | undefined,
    component: component === undefined
      ? undefined
      : toComponent<State>(path, module),
    config: configOf(path, module),
  };
}

/** A shell, or the component of a page. */
export function toComponent<State>(
  path: string,
  module: RouteModule,
): RouteComponent<State> {
  const component = module.default;
  if (typeof component !== "function") {
    refuse(path, "its default export is not a component");
  }
  return component as RouteComponent<State>;
}

/** A layout with what it leaves out. */
export function toLayout<State>(
  path: string,
  module: RouteModule,
): Layout<State> {
  return {
    component: toComponent<State>(path, module),
    config: configOf(path, module) ?? {},
  };
}

/** The middlewares of a folder. */
export function toMiddlewares<State>(
  path: string,
  module: RouteModule,
): Middleware<State>[] {
  const given = module.handlers ?? module.handler ?? module.default;
  const list: unknown[] = Array.isArray(given) ? given : [given];
  if (!list.every((one) => typeof one === "function")) {
    refuse(path, "it exports no middleware");
  }
  return list as Middleware<State>[];
}

function isHandler(handler: unknown): boolean {
  if (typeof handler === "function") return handler.length <= 1;
  if (typeof handler !== "object" || handler === null) return false;
  const names: readonly string[] = METHODS;
  return Object.entries(handler).every(([name, fn]) =>
    names.includes(name) && typeof fn === "function"
  );
}

function configOf(
  path: string,
  { config }: RouteModule,
): RouteConfig & LayoutConfig | undefined {
  if (config === undefined) return undefined;
  if (typeof config !== "object" || config === null) {
    refuse(path, "its config is not an object");
  }
  return config;
}

function refuse(path: string, why: string): never {
  throw new TypeError(`routes/${path}: ${why}`);
}
