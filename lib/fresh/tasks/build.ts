/**
 * `deno task build`: writes `_fresh/`. In it, `client/` has the files for the
 * browser with their compressed forms, `build.json` their list, and `server.js`
 * is the server with all its packages. Arguments are modules of commands, each
 * bundled under its own name beside the server.
 *
 * @module
 */
import { stop } from "esbuild";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Build, BuildIndex } from "@/lib/fresh/build.ts";
import { bundleServer } from "@/lib/fresh/bundle_server.ts";
import { readImportMap } from "@/lib/fresh/import_map.ts";
import { packBuild } from "@/lib/fresh/pack.ts";

/** What to build. */
export interface SiteOptions {
  /** The site's folder; `_fresh/` in it is replaced. */
  readonly root: URL;
  /** The folder of deno.json and node_modules, where that is another one. */
  readonly base?: URL;
  /** The module that serves; `./main.ts` where absent. */
  readonly entry?: string;
  /** Modules of commands, as `./lib/cli/account.ts`, which becomes `account.js`. */
  readonly commands?: readonly string[];
}

/** Sizes in bytes of what was written, by path within `_fresh/`. */
export type Written = ReadonlyMap<string, number>;

/** Builds a site for production. The same sources give the same bytes. */
export async function buildSite(options: SiteOptions): Promise<Written> {
  const { root, base = root, entry = "./main.ts", commands = [] } = options;
  try {
    const build = await packBuild({ root, base });
    const map = await readImportMap(base);
    const entries = Object.fromEntries(
      commands.map((path) => [basename(path, ".ts"), path]),
    );
    // Apart from the server, which would else start with more and smaller files.
    const tools = await bundleServer({ root, entries, map });
    const server = await bundleServer({
      root,
      entries: { server: entry },
      map,
    });
    const bodies = [...clientFiles(build), ...tools, ...server];
    return await write(join(fileURLToPath(root), "_fresh"), bodies);
  } finally {
    await stop();
  }
}

type Body = readonly [path: string, body: Uint8Array];

function clientFiles(build: Build): Body[] {
  const bodies = Array.from(build.files, ([path, { body, br, gzip }]) => [
    [`client${path}`, body] as const,
    ...br ? [[`client${path}.br`, br] as const] : [],
    ...gzip ? [[`client${path}.gz`, gzip] as const] : [],
  ]);
  const list = new TextEncoder().encode(JSON.stringify(index(build)));
  return [...bodies.flat(), ["build.json", list]];
}

function index({ id, islands, files }: Build): BuildIndex {
  const listed = Array.from(files, ([path, file]) => {
    const { type, hash, immutable, br, gzip } = file;
    const forms = { br: br !== null, gzip: gzip !== null };
    return [path, { type, hash, immutable, ...forms }] as const;
  });
  return {
    id,
    islands: Object.fromEntries(islands),
    files: Object.fromEntries(listed),
  };
}

async function write(
  folder: string,
  bodies: readonly Body[],
): Promise<Written> {
  await Deno.remove(folder, { recursive: true }).catch(absent);
  for (const [name, body] of bodies) {
    const path = join(folder, name);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(path, body);
  }
  return new Map(bodies.map(([name, body]) => [name, body.length]));
}

function absent(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

if (import.meta.main) {
  const root = pathToFileURL(`${Deno.cwd()}/`);
  const written = await buildSite({ root, commands: Deno.args });
  const lines = Array.from(written, ([path, size]) => `${size} ${path}\n`);
  await Deno.stdout.write(new TextEncoder().encode(lines.join("")));
}
