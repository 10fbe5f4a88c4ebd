/**
 * From a request to a response: reads the address, finds the route, runs it.
 *
 * @module
 */
import { report, type ResolvedFreshConfig } from "@/lib/fresh/config.ts";
import { Context } from "@/lib/fresh/context.ts";
import type { Kit } from "@/lib/fresh/document.ts";
import { HttpError, plainError, statusOf } from "@/lib/fresh/http_error.ts";
import type { Ui } from "@/lib/fresh/props.ts";
import type { Site } from "@/lib/fresh/plan.ts";

/** Everything that a request needs. */
export interface Server<State> {
  /** The routes. */
  readonly site: Site<State>;
  /** The settings. */
  readonly config: ResolvedFreshConfig;
  /** What rendering needs. */
  readonly kit: Kit;
}

/** Answers requests, as `Deno.serve` wants it. */
export type Handler = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

const NOWHERE: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

const NO_UI: Ui = { app: null, layouts: [] };

/** Answers one request. It never throws: the last resort is a plain 500. */
export async function serve<State>(
  server: Server<State>,
  req: Request,
  info: Deno.ServeHandlerInfo = NOWHERE,
): Promise<Response> {
  try {
    const response = await run(server, req, info);
    return req.method === "HEAD" ? withoutBody(response) : response;
  } catch (error) {
    if (statusOf(error) >= 500) report(server.config, error, req);
    return plainError(error);
  }
}

function run<State>(
  { site, config, kit }: Server<State>,
  req: Request,
  info: Deno.ServeHandlerInfo,
): Promise<Response> {
  const url = addressOf(req, config);
  const { run, route, params } = site(req.method, url.pathname);
  return run(
    new Context({ req, url, info, route, params, config, kit, ui: NO_UI }),
  );
}

function addressOf(req: Request, { trustProxy }: ResolvedFreshConfig): URL {
  const url = URL.parse(req.url);
  if (url === null) throw new HttpError(400);
  if (url.pathname.includes("//")) {
    url.pathname = url.pathname.replace(/\/{2,}/g, "/");
  }
  if (trustProxy) {
    const protocol = req.headers.get("x-forwarded-proto");
    if (protocol === "http" || protocol === "https") url.protocol = protocol;
    const host = req.headers.get("x-forwarded-host");
    if (host) url.host = host;
  }
  return url;
}

/** An empty stream, not `null`: that would claim a `Content-Length` of 0. */
function withoutBody(response: Response): Response {
  const { body, headers } = response;
  if (body === null) return response;
  // Nobody waits for what is thrown away.
  body.cancel().catch(() => {});
  const empty = headers.has("content-length") ? null : new Blob().stream();
  return new Response(empty, response);
}
