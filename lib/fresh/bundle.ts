/**
 * Bundles islands for the browser. A folder of islands is what one audience
 * needs. While all of it, with Preact, fits in one script of
 * {@linkcode ONE_SCRIPT} bytes, that is what pages get: one response fewer, and
 * nothing more to fetch on the next page. Past that, each island of the folder
 * is a script of its own over shared chunks.
 *
 * @module
 */
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { IslandScripts } from "@/lib/fresh/build.ts";
import { type ImportMap, importMapPlugin } from "@/lib/fresh/import_map.ts";
import { islandName } from "@/lib/fresh/scan.ts";

/** Bytes of brotli up to which the islands of a folder share one script: a page's 9,000 less the headers. */
export const ONE_SCRIPT = 8_600;

/** The folder of scripts, as the browser sees it. */
export const SCRIPTS = "/_fresh/js/";

/** What to bundle. */
export interface IslandsOptions {
  /** The site's folder. */
  readonly root: URL;
  /** Its island modules, as `./islands/CodeInput.tsx`. */
  readonly islands: readonly string[];
  /** Where bare specifiers lead. */
  readonly map: ImportMap;
  /** Adds source maps, inside the scripts. */
  readonly development?: boolean;
}

/** Scripts, and which island needs which. */
export interface IslandBundle {
  /** Bodies by path. */
  readonly scripts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** By the island's name. */
  readonly islands: ReadonlyMap<string, IslandScripts>;
}

/** Names of scripts to the islands that each holds. */
type Entries = Readonly<Record<string, readonly string[]>>;

/** Bundles islands. Throws where two have one name or one has no default export. */
export async function bundleIslands(
  options: IslandsOptions,
): Promise<IslandBundle> {
  const { islands } = options;
  const names = new Set(islands.map(islandName));
  if (names.size < islands.length) throw new Error("Two islands have one name");
  const folders = Map.groupBy(islands, dirname);
  const bundles = await Promise.all(
    Array.from(folders.values(), (paths) => bundleFolder(options, paths)),
  );
  return {
    scripts: new Map(bundles.flatMap(({ scripts }) => [...scripts])),
    islands: new Map(bundles.flatMap(({ islands }) => [...islands])),
  };
}

async function bundleFolder(
  options: IslandsOptions,
  paths: readonly string[],
): Promise<IslandBundle> {
  const one: Entries = { [basename(dirname(paths[0] ?? ""))]: paths };
  const each: Entries = Object.fromEntries(
    paths.map((path) => [islandName(path), [path]]),
  );
  const entries = await fits(options, one) ? one : each;
  return await bundle(options, entries);
}

async function fits(options: IslandsOptions, one: Entries): Promise<boolean> {
  const { scripts } = await bundle({ ...options, development: false }, one);
  const bodies = Array.from(
    scripts.values(),
    (body) => brotliCompressSync(body),
  );
  return bodies.reduce((sum, body) => sum + body.length, 0) <= ONE_SCRIPT;
}

async function bundle(
  options: IslandsOptions,
  entries: Entries,
): Promise<IslandBundle> {
  const { outputFiles, metafile } = await build({
    ...BROWSER,
    absWorkingDir: fileURLToPath(options.root),
    entryPoints: Object.keys(entries).map((out) => ({
      in: `boot:${out}`,
      out,
    })),
    sourcemap: options.development ? "inline" : false,
    plugins: [bootPlugin(options, entries), importMapPlugin(options.map)],
  });
  const scripts = outputFiles.map(({ path, contents }) =>
    [SCRIPTS + basename(path), new Uint8Array(contents)] as const
  );
  return { scripts: new Map(scripts), islands: locate(metafile, entries) };
}

const BROWSER = {
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  platform: "browser",
  charset: "utf8",
  legalComments: "none",
  minify: true,
  write: false,
  metafile: true,
  outdir: "/",
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  tsconfigRaw: {},
  jsx: "transform",
  jsxFactory: "h",
  jsxFragment: "Fragment",
  inject: ["preact"],
  define: { "window.__PREACT_SIGNALS_DEVTOOLS__": "false" },
} as const satisfies BuildOptions;

/** Writes each script's own few lines: its islands, handed to `boot`. */
function bootPlugin({ root }: IslandsOptions, entries: Entries): Plugin {
  const resolveDir = fileURLToPath(root);
  const client = fileURLToPath(new URL("./client/boot.ts", import.meta.url));
  const head = `import { boot } from ${JSON.stringify(client)};`;
  return {
    name: "boot",
    setup(build) {
      build.onResolve({ filter: /^boot:/ }, ({ path }) => ({
        path: path.slice("boot:".length),
        namespace: "boot",
      }));
      build.onLoad({ filter: /.*/, namespace: "boot" }, ({ path }) => {
        const islands = entries[path] ?? [];
        const imports = islands.map((island, i) =>
          `import I${i} from ${JSON.stringify(island)};`
        );
        const table = islands.map((island, i) =>
          `${JSON.stringify(islandName(island))}: I${i}`
        );
        const call = `boot({ ${table.join(", ")} });`;
        return { contents: [head, ...imports, call].join("\n"), resolveDir };
      });
    },
  };
}

function locate(
  { outputs }: Metafile,
  entries: Entries,
): Map<string, IslandScripts> {
  const found = new Map<string, IslandScripts>();
  for (const [path, { entryPoint, imports }] of Object.entries(outputs)) {
    const outside = imports.find(({ external }) => external);
    if (outside) throw new Error(`No browser has ${outside.path}`);
    const src = SCRIPTS + basename(path);
    const preload = imports
      .filter(({ kind }) => kind === "import-statement")
      .map((chunk) => SCRIPTS + basename(chunk.path));
    for (
      const island of entries[entryPoint?.slice("boot:".length) ?? ""] ?? []
    ) {
      found.set(islandName(island), { src, preload });
    }
  }
  return found;
}
