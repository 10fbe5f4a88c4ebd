/**
 * Bundles the server with its packages, so that a process starts by reading a
 * few files in place of hundreds. Routes stay chunks that load when needed.
 *
 * @module
 */
import { build, type BuildOptions, type Loader, type Plugin } from "esbuild";
import { basename, extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { eager } from "@/lib/fresh/eager.ts";
import { type ImportMap, importMapPlugin } from "@/lib/fresh/import_map.ts";
import { lateImports } from "@/lib/fresh/late_imports.ts";

/** What to bundle. */
export interface ServerOptions {
  /** The site's folder. */
  readonly root: URL;
  /** The modules that a process starts with, by name: `server: "./main.ts"` becomes `server.js`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Where bare specifiers lead. */
  readonly map: ImportMap;
}

/** Modules that the code starts as workers: names of output to source paths. */
type Workers = Map<string, string>;

/** Bundles the modules together; bodies by file name, those of the entries among them. */
export async function bundleServer(
  options: ServerOptions,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const first = await bundle(options, new Map());
  // Only a look at the sources tells which workers there are.
  const { files } = first.workers.size > 0
    ? await bundle(options, first.workers)
    : first;
  return files;
}

interface Bundled {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  readonly workers: Workers;
}

async function bundle(
  { root, entries, map }: ServerOptions,
  known: Workers,
): Promise<Bundled> {
  const workers: Workers = new Map();
  const { outputFiles } = await build({
    ...SERVER,
    absWorkingDir: fileURLToPath(root),
    entryPoints: { ...Object.fromEntries(known), ...entries },
    plugins: [workersPlugin(workers), importMapPlugin(map)],
  });
  const files = outputFiles.map(({ path, text }) =>
    [
      basename(path),
      new TextEncoder().encode(lateImports(eager(text))),
    ] as const
  );
  return { files: new Map(files), workers };
}

/** Names stay: the log and error pages go by those of error classes. */
const SERVER = {
  bundle: true,
  splitting: true,
  format: "esm",
  target: "esnext",
  platform: "node",
  // Only development loads it, with the sources.
  external: ["esbuild"],
  conditions: ["deno"],
  mainFields: ["module", "main"],
  charset: "utf8",
  legalComments: "none",
  minifyWhitespace: true,
  minifySyntax: true,
  write: false,
  outdir: "/",
  entryNames: "[name]",
  chunkNames: "chunk-[hash]",
  tsconfigRaw: {},
  jsx: "automatic",
  jsxImportSource: "preact",
} as const satisfies BuildOptions;

/** `new URL("./hash_worker.ts", import.meta.url)`, the one form that is known. */
const WORKER = /new URL\(\s*"(\.\/[^"]+\.ts)",\s*import\.meta\.url,?\s*\)/g;

/** Makes workers entries beside `server.js`, and points the code to them. */
function workersPlugin(workers: Workers): Plugin {
  return {
    name: "workers",
    setup(build) {
      build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (path.includes("/node_modules/")) return;
        const text = await Deno.readTextFile(path);
        const contents = text.replace(WORKER, (_match, source: string) => {
          const url = new URL(source, pathToFileURL(path));
          const name = basename(url.pathname, ".ts");
          workers.set(name, fileURLToPath(url));
          return `new URL("./${name}.js", import.meta.url)`;
        });
        return { contents, loader: extname(path).slice(1) as Loader };
      });
    },
  };
}
