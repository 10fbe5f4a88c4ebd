/**
 * The files of the repository, as a reader of it sees them.
 *
 * @module
 */

/** The root of the repository, with a slash at its end. */
export const ROOT = new URL("../../", import.meta.url).pathname;

/** What git ignores, and git itself. */
const IGNORED = [".git", ".env", "_fresh", "artefacts", "data", "node_modules"];

/** Every file, from the root of the repository, in order. */
export function files(folder = ""): string[] {
  const found: string[] = [];
  for (const entry of Deno.readDirSync(ROOT + folder)) {
    const path = folder + entry.name;
    if (IGNORED.includes(path)) continue;
    if (entry.isDirectory) found.push(...files(`${path}/`));
    else found.push(path);
  }
  return found.sort();
}

/** Every module, generated ones and bare types left out. */
export function modules(): string[] {
  return files().filter((path) =>
    /\.tsx?$/.test(path) && !/\.(d|gen)\.ts$/.test(path)
  );
}

/** The text of a file. */
export function text(path: string): string {
  return Deno.readTextFileSync(ROOT + path);
}

/** The file that a specifier names, from the root; `null` for a package. */
export function resolve(from: string, specifier: string): string | null {
  if (specifier === "fresh") return "lib/fresh/mod.ts";
  if (specifier.startsWith("fresh/")) return `lib/${specifier}.ts`;
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return null;
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/** A file's path from the root, whether it is given so or absolute. */
export function fromRoot(file: string): string {
  const path = file.startsWith("file://") ? new URL(file).pathname : file;
  return path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
}
