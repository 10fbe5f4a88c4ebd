/**
 * Chains of middlewares, composed once for each route, with error pages
 * between them.
 *
 * An error is answered just inside the middleware that it would otherwise
 * reach, if that middleware's place has an error page; the root always has
 * one. So a middleware of the root sees a response, whatever happens inside.
 *
 * @module
 */
import { report } from "@/lib/fresh/config.ts";
import { type Context, INTERNAL } from "@/lib/fresh/context.ts";
import { HttpError, MethodError, statusOf } from "@/lib/fresh/http_error.ts";
import type { ErrorPage, Link, Place } from "@/lib/fresh/place.ts";
import type { Ui } from "@/lib/fresh/props.ts";
import type { Middleware } from "@/lib/fresh/route_types.ts";
import { runRoute } from "@/lib/fresh/run_route.ts";

/** Answers a request for good. */
export type Run<State> = (ctx: Context<State>) => Promise<Response>;

/** Composes handlers with everything around them. */
export function compose<State>(
  { links, first, further }: Place<State>,
  handlers: readonly Middleware<State>[],
): Run<State> {
  const inner = handlers.map((fn, i) => ({ fn, ...(i ? further : first) }));
  let run: Run<State> = () => Promise.reject(new HttpError(404));
  let inside: Ui | null = null;
  for (const link of [...links, ...inner].toReversed()) {
    const same = inside === null || inside === link.ui;
    run = compile(link, same ? run : comingBack(run, link.ui));
    inside = link.ui;
  }
  return run;
}

function comingBack<State>(run: Run<State>, ui: Ui): Run<State> {
  return async (ctx) => {
    try {
      return await run(ctx);
    } finally {
      ctx[INTERNAL].ui = ui;
    }
  };
}

function compile<State>(
  { fn, ui, pages }: Link<State>,
  next: Run<State>,
): Run<State> {
  let middleware = fn;
  return async (ctx) => {
    ctx.next = () => next(ctx);
    ctx[INTERNAL].ui = ui;
    try {
      const made: unknown = await middleware(ctx);
      if (typeof made !== "function") return changeable(made);
      // A lazy middleware: from now on the one that it made.
      middleware = made as Middleware<State>;
      return changeable(await middleware(ctx));
    } catch (error) {
      return await recover(ctx, error, pages);
    }
  };
}

async function recover<State>(
  ctx: Context<State>,
  thrown: unknown,
  pages: readonly ErrorPage<State>[],
): Promise<Response> {
  let error = thrown;
  for (const { route, ui, root } of pages) {
    const status = statusOf(error);
    if (status >= 500 && error !== ctx.error) {
      report(ctx.config, error, ctx.req);
    }
    ctx.error = error;
    ctx[INTERNAL].ui = ui;
    const page = (status === 404 ? root?.notFound : null) ?? route;
    try {
      const response = changeable(await runRoute(ctx, page, status));
      if (error instanceof MethodError) {
        response.headers.set("allow", error.allow);
      }
      return response;
    } catch (second) {
      error = second;
    }
  }
  throw error;
}

/** Answers that were found or made so: each goes through every middleware on its way out. */
const CHANGEABLE = new WeakSet<Response>();

/** `Response.redirect()` and `fetch()` make headers that a middleware could not add to. */
function changeable(answer: unknown): Response {
  if (!(answer instanceof Response)) {
    throw new TypeError(`A middleware answered with ${typeof answer}`);
  }
  if (CHANGEABLE.has(answer)) return answer;
  const { status, url } = answer;
  const suspect = (status >= 300 && status < 400) || url !== "";
  const frozen = suspect && isFrozen(answer.headers);
  const made = frozen ? new Response(answer.body, answer) : answer;
  CHANGEABLE.add(made);
  return made;
}

/** Headers do not tell; they throw, even where there is nothing to delete. */
function isFrozen(headers: Headers): boolean {
  try {
    headers.delete("x-fresh");
    return false;
  } catch {
    return true;
  }
}
