/**
 * What the browser may fetch besides pages: scripts of islands and the files
 * of `static/`, held in memory with their compressed forms.
 *
 * Nothing of `node:` is used here: loading `node:path` alone takes Deno 2.9
 * about 20 ms of the server's start.
 *
 * @module
 */

/** A file as it is served. */
export interface StaticFile {
  /** The file itself. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Its media type, for `Content-Type`. */
  readonly type: string;
  /** First 96 bits of the SHA-256 of the body, base64url. */
  readonly hash: string;
  /** Its name changes when its body does. */
  readonly immutable: boolean;
  /** The body in brotli; `null` where that is not smaller. */
  readonly br: Uint8Array<ArrayBuffer> | null;
  /** The body in gzip; `null` where that is not smaller. */
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

/** The scripts that one island needs. */
export interface IslandScripts {
  /** Path of its module script. */
  readonly src: string;
  /** Paths of the chunks that it imports. */
  readonly preload: readonly string[];
}

/** Everything that a build made. */
export interface Build {
  /** Changes whenever a file does; base64url. */
  readonly id: string;
  /** By path, such as `/_fresh/js/CodeInput-AB12CD34.js`. */
  readonly files: ReadonlyMap<string, StaticFile>;
  /** By the name of the island's file, without its extension. */
  readonly islands: ReadonlyMap<string, IslandScripts>;
  /** Development: pages reload themselves. */
  readonly reload: boolean;
}

/** A site with neither islands nor files, as a test of handlers has. */
export const NO_BUILD: Build = {
  id: "none",
  files: new Map(),
  islands: new Map(),
  reload: false,
};

/** The list of a build's files as `build.json` holds it. */
export interface BuildIndex {
  /** {@linkcode Build.id} */
  readonly id: string;
  /** {@linkcode Build.islands} */
  readonly islands: Readonly<Record<string, IslandScripts>>;
  /** By path; the bodies lie beside the list under the same path. */
  readonly files: Readonly<Record<string, IndexedFile>>;
}

/** A file in the list of a build; see {@linkcode StaticFile}. */
export interface IndexedFile
  extends Pick<StaticFile, "type" | "hash" | "immutable"> {
  /** There is a file with `.br` after its name. */
  readonly br: boolean;
  /** There is a file with `.gz` after its name. */
  readonly gzip: boolean;
}

/**
 * Reads the list that `deno task build` wrote, and files when they are asked for. The root is
 * the folder in which the process was started: code that runs from `_fresh/`
 * cannot tell by its own address. Throws `Deno.errors.NotFound` where there is
 * no build.
 */
export async function loadBuild(
  root: URL = new URL(`file://${encode(Deno.cwd())}/`),
  dir = "_fresh",
): Promise<Build> {
  const folder = new URL(`${dir}/`, root);
  // The build wrote it; nobody else does.
  const index = JSON.parse(
    await Deno.readTextFile(new URL("build.json", folder)),
  ) as BuildIndex;
  const files = Object.entries(index.files).map(([path, file]) =>
    [
      path,
      fileAt(new URL(`client${encode(path)}`, folder), file),
    ] as const
  );
  return {
    id: index.id,
    files: new Map(files),
    islands: new Map(Object.entries(index.islands)),
    reload: false,
  };
}

/** Reads a body with its first use: a start has no time for it, and most visits ask for few of them. */
function fileAt(
  url: URL,
  { type, hash, immutable, br, gzip }: IndexedFile,
): StaticFile {
  const read = new Map<string, Uint8Array<ArrayBuffer>>();
  const form = (ending: string) => {
    const body = read.get(ending) ?? Deno.readFileSync(new URL(url + ending));
    read.set(ending, body);
    return body;
  };
  return {
    type,
    hash,
    immutable,
    get body() {
      return form("");
    },
    get br() {
      return br ? form(".br") : null;
    },
    get gzip() {
      return gzip ? form(".gz") : null;
    },
  };
}

/** In the name of a file, `%` and `#` are themselves. */
function encode(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
