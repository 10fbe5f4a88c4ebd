/**
 * Joins what a server needs at its start into one file.
 *
 * A bundler puts what several routes share into chunks of its own, so that
 * none is loaded for nothing. But whatever the server itself imports is loaded
 * in any case, and each file takes Deno 2.9 about a tenth of a millisecond.
 *
 * @module
 */
import { build, type BuildOptions, type Plugin } from "esbuild";

/** A file that a bundler wrote. */
export interface Chunk {
  /** Its source. */
  readonly text: string;
  /** Names of the files that it imports from the start, in order. */
  readonly imports: readonly string[];
  /** The names that it exports. */
  readonly exports: readonly string[];
}

/** By file name. */
export type Chunks = ReadonlyMap<string, Chunk>;

/** The file that holds what is joined. */
const START = "start.js";

/** In the names of plugins' modules: the exports of one chunk, out of {@linkcode START}. */
const OUT_OF_START = "out-of-start";

const OPTIONS = {
  bundle: true,
  format: "esm",
  target: "esnext",
  platform: "node",
  charset: "utf8",
  legalComments: "none",
  minifyWhitespace: true,
  minifySyntax: true,
  write: false,
  outdir: "/",
  external: ["esbuild"],
} as const satisfies BuildOptions;

/** The files with all that `entry` imports, at first or second hand, joined into `start.js`; as they are without that entry. */
export async function joinStart(
  chunks: Chunks,
  entry: string,
): Promise<Map<string, string>> {
  const start = reach(chunks, entry);
  start.delete(entry);
  if (start.size === 0) return textsOf(chunks);
  const rest = [...chunks.keys()].filter((name) => !start.has(name));
  const plugins = [chunksPlugin(chunks, start)];
  const stdin = { contents: everything(chunks, start), sourcefile: START };
  const [joined, others] = await Promise.all([
    build({ ...OPTIONS, plugins, stdin }),
    build({ ...OPTIONS, plugins, entryPoints: rest.map(pathOf) }),
  ]);
  return new Map([
    [START, joined.outputFiles.map(({ text }) => text).join("")],
    ...others.outputFiles.map(({ path, text }) =>
      [path.slice(path.lastIndexOf("/") + 1), text] as const
    ),
  ]);
}

function textsOf(chunks: Chunks): Map<string, string> {
  return new Map(Array.from(chunks, ([name, { text }]) => [name, text]));
}

/** What is loaded with a file, in the order in which it is evaluated. */
function reach(
  chunks: Chunks,
  from: string,
  known: Set<string> = new Set(),
): Set<string> {
  if (known.has(from)) return known;
  for (const next of chunks.get(from)?.imports ?? []) {
    reach(chunks, next, known);
  }
  return known.add(from);
}

/** A module with all exports of all chunks, each under a name of its own. */
function everything(chunks: Chunks, start: ReadonlySet<string>): string {
  return [...start].map((name) => {
    const list = exportsOf(chunks, name)
      .map((each) => `${each} as ${joinedName(name, each)}`);
    const from = JSON.stringify(pathOf(name));
    return `import ${from};export{${list.join()}}from ${from};`;
  }).join("");
}

function outOfStart(chunks: Chunks, name: string): string {
  const list = exportsOf(chunks, name)
    .map((each) => `${joinedName(name, each)} as ${each}`);
  return `export{${list.join()}}from"./${START}";`;
}

function exportsOf(chunks: Chunks, name: string): readonly string[] {
  return chunks.get(name)?.exports ?? [];
}

function joinedName(chunk: string, name: string): string {
  return `${chunk.replace(/\W/g, "_")}_${name}`;
}

function pathOf(name: string): string {
  return `./${name}`;
}

/** Finds the chunks, and for a file outside of the start those within it. */
function chunksPlugin(chunks: Chunks, start: ReadonlySet<string>): Plugin {
  return {
    name: "chunks",
    setup(build) {
      build.onResolve({ filter: /^\.\/[^/]+\.js$/ }, ({ path, ...from }) => {
        const name = path.slice(2);
        if (from.kind === "entry-point") {
          return { path: name, namespace: "chunk" };
        }
        const inside = start.has(from.importer) || from.importer === START;
        if (from.kind === "dynamic-import" || !start.has(name)) {
          return { path, external: true };
        }
        return { path: name, namespace: inside ? "chunk" : OUT_OF_START };
      });
      build.onLoad(
        { filter: /./, namespace: "chunk" },
        ({ path }) => ({ contents: chunks.get(path)?.text ?? "" }),
      );
      build.onLoad(
        { filter: /./, namespace: OUT_OF_START },
        ({ path }) => ({ contents: outOfStart(chunks, path) }),
      );
    },
  };
}
