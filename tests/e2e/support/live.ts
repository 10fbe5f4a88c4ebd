/**
 * The real application, with its islands built, on a port of this machine: what
 * a browser talks to. Its clock stands still until a test moves it.
 *
 * @module
 */
import { stop } from "esbuild";
import type { Build } from "@/lib/fresh/build.ts";
import { packBuild } from "@/lib/fresh/pack.ts";
import { openSite, type Site, type SiteOptions } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const ROOT = new URL("../../../", import.meta.url);

/** The application as it is served. */
export interface Live extends AsyncDisposable {
  site: Site;
  /** Such as "http://localhost:4711": cookies and WebOTP work there as on https. */
  origin: string;
  /** What was asked for, such as "POST /register", oldest first. */
  requests: string[];
  /** The digits of the newest message, once it was handed over. */
  newestCode(): Promise<string>;
}

/** What a page may be served by, in place of the application. */
export type Answer = (request: Request) => Promise<Response>;

let built: Promise<Build> | null = null;

/** The islands as production serves them; made once for each file of tests. */
export function buildOnce(): Promise<Build> {
  built ??= packBuild({ root: ROOT }).finally(stop);
  return built;
}

/** The demo accounts as they were stored first: their passwords are dear to hash. */
let seeds: Deno.KvEntry<unknown>[] | null = null;

/** A store in which the demo accounts are, if they were made before. */
async function openSeeded(): Promise<Deno.Kv> {
  const kv = await Deno.openKv(":memory:");
  for (const { key, value } of seeds ?? []) await kv.set(key, value);
  return kv;
}

/** Serves the application, or what `wrap` makes of it. */
export async function openLive(
  options: SiteOptions = {},
  wrap: (site: Site) => Promise<Answer> = (site) =>
    Promise.resolve(site.handler),
): Promise<Live> {
  const build = await buildOnce();
  const requests: string[] = [];
  const opening = Promise.withResolvers<Answer>();
  const server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    automaticCompression: true,
    onListen() {},
  }, async (request) => {
    const { pathname } = new URL(request.url);
    requests.push(`${request.method} ${pathname}`);
    return await (await opening.promise)(request);
  });
  const origin = `http://localhost:${server.addr.port}`;
  const config = { ...options.config, origin: new URL(origin) };
  const kv = options.kv ?? await openSeeded();
  const site = await openSite({ build, ...options, kv, config });
  seeds ??= await Array.fromAsync(kv.list({ prefix: [] }));
  opening.resolve(await wrap(site));
  return {
    site,
    origin,
    requests,
    async newestCode() {
      await site.settle();
      return readCode((await site.outbox()).at(-1));
    },
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await site.settle();
      if (!options.kv) kv.close();
    },
  };
}
