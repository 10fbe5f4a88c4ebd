/**
 * Bundles the server with its packages, so that a process starts by reading a
 * few files in place of hundreds. Routes stay chunks that load when needed.
 *
 * @module
 */
import {
  build,
  type BuildOptions,
  type Loader,
  type Metafile,
  type OutputFile,
  type Plugin,
} from "esbuild";
import { basename, extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { eager } from "@/lib/fresh/eager.ts";
import { type ImportMap, importMapPlugin } from "@/lib/fresh/import_map.ts";
import { type Chunks, joinStart } from "@/lib/fresh/join_start.ts";
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
  const workers: Workers = new Map();
  const { metafile, outputFiles } = await bundle(options, workers, {
    entryPoints: { ...options.entries },
    splitting: true,
  });
  // Each in one file: a worker shares nothing with what starts it.
  const alone = await bundle(options, new Map(), {
    entryPoints: Object.fromEntries(workers),
    splitting: false,
  });
  const chunks = chunksOf(outputFiles, metafile);
  const files = [
    ...await joinStart(chunks, "server.js"),
    ...alone.outputFiles.map(({ path, text }) =>
      [basename(path), text] as const
    ),
  ];
  const encoder = new TextEncoder();
  return new Map(
    files.map(([name, text]) =>
      [name, encoder.encode(lateImports(eager(text)))] as const
    ),
  );
}

/** How modules are bundled together. */
interface Together {
  readonly entryPoints: Record<string, string>;
  /** Whether what they share goes into files of its own. */
  readonly splitting: boolean;
}

function bundle(
  { root, map }: ServerOptions,
  workers: Workers,
  together: Together,
) {
  return build({
    ...SERVER,
    ...together,
    absWorkingDir: fileURLToPath(root),
    plugins: [workersPlugin(workers), importMapPlugin(map)],
  });
}

function chunksOf(files: readonly OutputFile[], { outputs }: Metafile): Chunks {
  const parts = Object.entries(outputs).map(([path, { imports, exports }]) => {
    const name = basename(path);
    const text = files.find((file) => basename(file.path) === name)?.text ?? "";
    const first = imports.filter(({ kind, external }) =>
      kind === "import-statement" && !external
    );
    const names = first.map(({ path }) => basename(path));
    return [name, { text, imports: names, exports }] as const;
  });
  return new Map(parts);
}

/** Names stay: the log and error pages go by those of error classes. */
const SERVER = {
  bundle: true,
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
  metafile: true,
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
