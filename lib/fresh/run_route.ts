/**
 * Runs a route: its handler for the method, then its component.
 *
 * @module
 */
import { type Context, INTERNAL } from "@/lib/fresh/context.ts";
import { MethodError } from "@/lib/fresh/http_error.ts";
import { allowOf, METHODS } from "@/lib/fresh/method.ts";
import type { HandlerFn } from "@/lib/fresh/page.ts";
import { renderComponent, renderPage } from "@/lib/fresh/render.ts";
import type { Middleware, Route } from "@/lib/fresh/route_types.ts";

/** Runs the route whatever the method; an error page is one for every method. */
export async function runRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
  status: number,
): Promise<Response> {
  const internal = ctx[INTERNAL];
  const { config, component } = route;
  internal.ui = {
    app: config?.skipAppWrapper ? null : internal.ui.app,
    layouts: config?.skipInheritedLayouts ? [] : internal.ui.layouts,
  };
  const handler = handlerFor(route, ctx.req.method);
  const answer = handler === null ? { data: {} } : await handler(ctx);
  if (answer instanceof Response) return answer;
  if (component === undefined || typeof answer !== "object") {
    throw new TypeError(`${ctx.route}: a handler answers, or there is a page`);
  }
  ctx.data = answer.data;
  const vnode = await renderComponent(component, ctx, answer.data);
  if (vnode instanceof Response) return vnode;
  const init: ResponseInit = { status: answer.status ?? status };
  if (answer.headers !== undefined) init.headers = answer.headers;
  return await renderPage({ parts: ctx, ...internal }, vnode, init);
}

function handlerFor<State>(
  { handler }: Route<State>,
  method: string,
): HandlerFn<unknown, State> | null {
  if (handler === undefined || typeof handler === "function") {
    return handler ?? null;
  }
  const own = METHODS.find((known) => known === method);
  const found = own && handler[own];
  return found ?? (own === "HEAD" ? handler.GET : undefined) ?? null;
}

/** The methods that a route answers by itself. */
function methodsOf<State>({ handler, component, config }: Route<State>) {
  const methods = new Set<string>();
  if (typeof handler === "function") {
    METHODS.forEach((method) => methods.add(method));
  } else {
    for (const method of METHODS) if (handler?.[method]) methods.add(method);
    if (component !== undefined) methods.add("GET");
  }
  if (methods.has("GET")) methods.add("HEAD");
  const only = config?.methods ?? "ALL";
  return only === "ALL" ? methods : methods.intersection(new Set<string>(only));
}

/** Refuses a method, or says which there are. */
export function refuseMethod(method: string, allow: string): Response {
  if (method !== "OPTIONS") throw new MethodError(allow);
  return new Response(null, { status: 204, headers: { allow } });
}

/** The end of a route's chain. `others` are the methods that code answers before it. */
export function endOf<State>(
  load: () => Promise<Route<State>>,
  others: Iterable<string>,
): Middleware<State> {
  let loaded: ReadyRoute<State> | null = null;
  return async (ctx) => {
    loaded ??= ready(await load(), others);
    const { route, methods, allow } = loaded;
    const { method } = ctx.req;
    if (methods.has(method)) return await runRoute(ctx, route, 200);
    return refuseMethod(method, allow);
  };
}

interface ReadyRoute<State> {
  readonly route: Route<State>;
  readonly methods: ReadonlySet<string>;
  readonly allow: string;
}

function ready<State>(
  route: Route<State>,
  others: Iterable<string>,
): ReadyRoute<State> {
  const methods = methodsOf(route);
  return { route, methods, allow: allowOf([...methods, ...others]) };
}
