/**
 * Every state of every page, served as the application serves its own: with its
 * shell, its style, its policy and its islands, at `/states/NAME`.
 *
 * @module
 */
import { App, type Middleware, staticFiles } from "fresh";
import manifest from "@/fresh.gen.ts";
import { attach } from "@/lib/fresh/attach.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { secureHeaders } from "@/lib/web/headers.ts";
import { openRequest } from "@/lib/web/open_request.ts";
import type { State } from "@/lib/web/state.ts";
import AppWrapper from "@/routes/_app.tsx";
import { pages } from "@/tests/components/states.tsx";
import {
  type Answer,
  buildOnce,
  type Live,
  openLive,
} from "@/tests/e2e/support/live.ts";
import type { Site } from "@/tests/support/site.ts";

/** The names of the states. */
export const STATES: readonly string[] = Object.keys(pages(translator("en")));

/** Where a state is shown. */
export function statePath(name: string): string {
  return `/states/${encodeURIComponent(name)}`;
}

/** Serves them. */
export async function openStates(): Promise<Live> {
  return await openLive({}, answerStates);
}

async function answerStates({ deps }: Site): Promise<Answer> {
  const site = { development: true, https: false, proxies: 0, origin: "" };
  const app = new App<State>()
    .use(
      secureHeaders({ https: false, reloads: false }),
      staticFiles(),
    )
    .use(openRequest(deps, site), signedIn)
    .appWrapper(AppWrapper)
    .get("/states/:name", (ctx) => {
      const name = decodeURIComponent(ctx.params.name ?? "");
      return ctx.render(pages(ctx.state.t)[name] ?? null);
    });
  attach(app, {
    manifest: { ...manifest, routes: {} },
    build: await buildOnce(),
  });
  const handle = app.handler();
  const info: Deno.ServeHandlerInfo = {
    remoteAddr: { transport: "tcp", hostname: "192.0.2.7", port: 4711 },
    completed: Promise.resolve(),
  };
  return (request) => handle(request, info);
}

/** The shell of somebody who is signed in has the most on it. */
const signedIn: Middleware<State> = (ctx) => {
  const session = { userName: "demo-phone" } as State["visit"]["session"];
  ctx.state.visit = { ...ctx.state.visit, session };
  return ctx.next();
};
