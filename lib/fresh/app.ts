/**
 * `App`: what an application registers, in order.
 *
 * @module
 */
import { type Build, NO_BUILD } from "@/lib/fresh/build.ts";
import {
  type FreshConfig,
  resolveConfig,
  type ResolvedFreshConfig,
} from "@/lib/fresh/config.ts";
import type { Kit } from "@/lib/fresh/document.ts";
import { addFiles, type RouteFile } from "@/lib/fresh/fs_routes.ts";
import { listen, type ListenOptions } from "@/lib/fresh/listen.ts";
import type { Method } from "@/lib/fresh/method.ts";
import { joinPath, placePath } from "@/lib/fresh/pattern.ts";
import { Plan } from "@/lib/fresh/plan.ts";
import type { LayoutConfig, RouteComponent } from "@/lib/fresh/props.ts";
import {
  middlewaresOf,
  type Registration,
  routeOf,
  routeRegistration,
} from "@/lib/fresh/registration.ts";
import type { IslandNames } from "@/lib/fresh/render_state.ts";
import type {
  MaybeLazy,
  Middleware,
  Route,
  RouteConfig,
} from "@/lib/fresh/route_types.ts";
import { type Handler, serve } from "@/lib/fresh/serve.ts";

/** What `attach` gives to an application. */
export interface Attached {
  /** The files of `routes/`. */
  readonly files: readonly RouteFile[];
  /** The islands. */
  readonly names: IslandNames;
  /** Files and scripts. */
  readonly build: Build;
}

/** An application. Every method that registers something returns the application. */
export class App<State> {
  /** The settings. */
  readonly config: ResolvedFreshConfig;
  readonly #registered: Registration<State>[] = [];
  #attached: Attached = { files: [], names: new Map(), build: NO_BUILD };

  /** Takes the settings. */
  constructor(config: FreshConfig = {}) {
    this.config = resolveConfig(config);
  }

  /** Adds middlewares for everything that is registered later, or for what lies at and below a path. */
  use(...middlewares: MaybeLazy<Middleware<State>>[]): this;
  /** Adds middlewares for what lies at and below a path. */
  use(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this;
  use(...given: (string | MaybeLazy<Middleware<State>>)[]): this {
    const path = typeof given[0] === "string" ? given[0] : "*";
    return this.#register(({ plan, mount }) =>
      plan.at(joinPath(mount, path)).middlewares.push(...middlewaresOf(given))
    );
  }

  /** Answers GET, and HEAD. */
  get(path: string, ...fns: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("GET", path, fns);
  }

  /** Answers POST. */
  post(path: string, ...fns: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("POST", path, fns);
  }

  /** Answers PUT. */
  put(path: string, ...fns: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("PUT", path, fns);
  }

  /** Answers PATCH. */
  patch(path: string, ...fns: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("PATCH", path, fns);
  }

  /** Answers DELETE. */
  delete(path: string, ...fns: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("DELETE", path, fns);
  }

  /** Answers HEAD, where it is not to be like GET. */
  head(path: string, ...fns: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("HEAD", path, fns);
  }

  /** Answers every method. */
  all(path: string, ...fns: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("ALL", path, fns);
  }

  /** Adds a page or an endpoint. */
  route(
    path: string,
    route: MaybeLazy<Route<State>>,
    config?: RouteConfig,
  ): this {
    return this.#register(routeRegistration({ path, route, config }));
  }

  /** Puts a layout around what lies at and below a path. */
  layout(
    path: string,
    component: RouteComponent<State>,
    config: LayoutConfig = {},
  ): this {
    return this.#register(({ plan, mount }) => {
      plan.at(joinPath(mount, path)).layout = { component, config };
    });
  }

  /** Sets the shell around every page. */
  appWrapper(component: RouteComponent<State>): this {
    return this.#register(({ plan }) => plan.root.app = component);
  }

  /** Sets the error page for what lies at and below a path. */
  onError(path: string, route: Route<State> | Middleware<State>): this {
    return this.#register(({ plan, mount }) => {
      plan.at(joinPath(mount, path)).errorRoute = routeOf(route);
    });
  }

  /** Sets the page for everything that is not found. */
  notFound(route: Route<State> | Middleware<State>): this {
    return this.#register(({ plan }) => plan.root.notFound = routeOf(route));
  }

  /** Puts the files of `routes/` here. */
  fsRoutes(pattern = "*"): this {
    return this.#register(({ plan, mount, files }) =>
      addFiles({ plan, path: joinPath(mount, pattern) }, files)
    );
  }

  /** Puts another application under a path, as far as it has registered now. */
  mountApp(path: string, app: App<State>): this {
    const inner = [...app.#registered];
    const below = placePath(path) + app.config.basePath;
    return this.#register((target) => {
      const mount = placePath(target.mount + below);
      inner.forEach((register) => register({ ...target, mount }));
    });
  }

  /** Composes everything that was registered. */
  handler(): Handler {
    const { files, names, build } = this.#attached;
    const { config } = this;
    const plan = new Plan<State>(config.basePath);
    for (const register of this.#registered) {
      register({ plan, mount: "", files });
    }
    const kit: Kit = { build, names, base: config.basePath };
    const server = { site: plan.finish(), config, kit };
    return (req, info) => serve(server, req, info);
  }

  /** Serves on the given port, or on the first free one from 8000 to 8019. */
  async listen(options: ListenOptions = {}): Promise<void> {
    await listen(this.handler(), options);
  }

  /** Not for applications: `attach` calls it. */
  attach(attached: Attached): void {
    this.#attached = attached;
  }

  #handle(
    method: Method | "ALL",
    path: string,
    fns: MaybeLazy<Middleware<State>>[],
  ): this {
    return this.#register(({ plan, mount }) =>
      plan.handle(method, joinPath(mount, path), middlewaresOf(fns))
    );
  }

  #register(registration: Registration<State>): this {
    this.#registered.push(registration);
    return this;
  }
}
