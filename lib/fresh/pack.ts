/**
 * Makes a {@linkcode Build} of scripts and of the files in `static/`.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Build, StaticFile } from "@/lib/fresh/build.ts";
import { bundleIslands, type IslandBundle } from "@/lib/fresh/bundle.ts";
import { readImportMap } from "@/lib/fresh/import_map.ts";
import { listFiles, scanModules } from "@/lib/fresh/scan.ts";

/** Media types by extension (IANA). Module scripts are UTF-8 without saying so (HTML standard). */
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/vnd.microsoft.icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/** How a build is made. */
export interface PackOptions {
  /** The site's folder. */
  readonly root: URL;
  /** The folder of deno.json and node_modules, where that is another one. */
  readonly base?: URL;
  /** Adds source maps, leaves compression out, lets pages reload themselves. */
  readonly development?: boolean;
}

/** Bundles the islands of a site and reads its static files. */
export async function packBuild(options: PackOptions): Promise<Build> {
  const { root, development = false } = options;
  const [map, { islands }, paths] = await Promise.all([
    readImportMap(options.base ?? root),
    scanModules(root),
    listFiles(root, "static"),
  ]);
  const bundle = await bundleIslands({ root, islands, map, development });
  const bodies = await Promise.all(paths.map(async (path) =>
    [
      path.slice("./static".length),
      await Deno.readFile(join(fileURLToPath(root), path)),
    ] as const
  ));
  const files = pack(bundle, bodies, !development);
  return {
    id: buildId(files),
    files,
    islands: bundle.islands,
    reload: development,
  };
}

function pack(
  { scripts }: IslandBundle,
  bodies: readonly (readonly [path: string, body: Uint8Array<ArrayBuffer>])[],
  compressed: boolean,
): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  const add = (path: string, body: Uint8Array<ArrayBuffer>) => {
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const file = {
      body,
      type,
      hash: digest(body),
      immutable: scripts.has(path),
    };
    files.set(path, { ...file, ...(compressed ? compress(body) : PLAIN) });
  };
  for (const [path, body] of bodies) add(path, body);
  for (const [path, body] of scripts) add(path, body);
  return files;
}

const PLAIN = { br: null, gzip: null };

function compress(
  body: Uint8Array<ArrayBuffer>,
): Pick<StaticFile, "br" | "gzip"> {
  const br = brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
  const gzip = gzipSync(body, { level: constants.Z_BEST_COMPRESSION });
  return { br: smaller(br, body), gzip: smaller(gzip, body) };
}

function smaller(
  packed: Uint8Array,
  body: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  return packed.length < body.length ? new Uint8Array(packed) : null;
}

/** The first 96 bits of a SHA-256, base64url. */
function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64url").slice(0, 16);
}

function buildId(files: ReadonlyMap<string, StaticFile>): string {
  const lines = Array.from(files, ([path, { hash }]) => `${path} ${hash}\n`);
  return digest(...lines.sort());
}
