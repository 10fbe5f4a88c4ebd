/**
 * Finds the files of routes, islands and `static/`. Only tasks use it.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULE = /\.[jt]sx?$/;
const TEST = /[._]test\.[jt]sx?$/;

/** The modules of routes and islands, as `./routes/index.tsx`, in order. */
export interface Modules {
  /** Everything below `routes/` except folders named `(_…)`. */
  readonly routes: readonly string[];
  /** Everything below `islands/` and below `(_islands)` in `routes/`. */
  readonly islands: readonly string[];
}

/** Lists a site's modules; tests beside them are left out. */
export async function scanModules(root: URL): Promise<Modules> {
  const [below, beside] = await Promise.all([
    listModules(root, "routes"),
    listModules(root, "islands"),
  ]);
  const nested = below.filter((path) => path.includes("/(_islands)/"));
  return {
    routes: below.filter((path) => !path.includes("/(_")),
    islands: [...beside, ...nested],
  };
}

async function listModules(root: URL, folder: string): Promise<string[]> {
  const paths = await listFiles(root, folder);
  return paths.filter((path) => MODULE.test(path) && !TEST.test(path));
}

/** The name by which a page asks for an island: its file's, without extension. */
export function islandName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(MODULE, "");
}

/** Every file below a folder of the site, as `./folder/name`, in code unit order. */
export async function listFiles(root: URL, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (
    const { name, isDirectory } of await entries(
      join(fileURLToPath(root), folder),
    )
  ) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await listFiles(root, path));
    else found.push(`./${path}`);
  }
  return found.sort();
}

async function entries(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
