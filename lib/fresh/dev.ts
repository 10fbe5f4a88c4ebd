/**
 * Development: islands bundled in memory at start, and pages that reload when
 * the server has been restarted, as `deno run --watch` does on a change.
 *
 * @module
 */
import { stop, transform } from "esbuild";
import { createHash } from "node:crypto";
import type { Build, StaticFile } from "@/lib/fresh/build.ts";
import { packBuild, type PackOptions } from "@/lib/fresh/pack.ts";

/** The path of the script that reloads a page. */
const RELOAD_SCRIPT = "/_fresh/reload.js";

/** The path that tells one process from the next. */
const RELOAD_EVENTS = "/_fresh/reload";

/** What a middleware is given, as far as this one looks. */
export interface Visit {
  /** Of the request. */
  readonly url: URL;
  /** Runs what comes after. */
  next(): Promise<Response>;
}

/** Builds in memory. Needs to run esbuild; leaves no process behind. */
export async function bundleForDev(
  options: Omit<PackOptions, "development">,
): Promise<Build> {
  try {
    const build = await packBuild({ ...options, development: true });
    const files = new Map(build.files).set(RELOAD_SCRIPT, await reloadScript());
    return { ...build, files };
  } finally {
    await stop();
  }
}

/**
 * A middleware that answers the reload script. `start` names this process: a
 * page that sees another name reloads.
 */
export function devReload(start: string): (ctx: Visit) => Promise<Response> {
  const bytes = new TextEncoder().encode(`retry: 200\ndata: ${start}\n\n`);
  return async (ctx) => {
    if (ctx.url.pathname !== RELOAD_EVENTS) return await ctx.next();
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(bytes),
    });
    const headers = {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
    };
    return new Response(body, { headers });
  };
}

async function reloadScript(): Promise<StaticFile> {
  const source = new URL("./client/reload.ts", import.meta.url);
  const text = await Deno.readTextFile(source);
  const { code } = await transform(text, { loader: "ts", format: "iife" });
  const body = new TextEncoder().encode(code);
  const hash = createHash("sha256").update(body).digest("base64url").slice(
    0,
    16,
  );
  const type = "text/javascript";
  return { body, type, hash, immutable: false, br: null, gzip: null };
}
