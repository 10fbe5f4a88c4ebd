/**
 * `deno task manifest`: writes `fresh.gen.ts`, the list of routes and islands.
 * With `--check` it only tells, by its exit code, whether that is up to date.
 *
 * @module
 */
import { pathToFileURL } from "node:url";
import { scanModules } from "@/lib/fresh/scan.ts";

/** Loaded with the application: each is part of many routes. */
const EAGER = /\/_(app|layout|middleware|error)\.[jt]sx?$/;

const HEAD = "// Written by `deno task manifest`. Do not edit; commit it.\n";

/** The text of `fresh.gen.ts` for the folders below `root`. */
export async function manifestText(root: URL): Promise<string> {
  const { routes, islands } = await scanModules(root);
  const eager = [...routes.filter((path) => EAGER.test(path)), ...islands];
  const names = identifiers(eager);
  return [
    HEAD,
    ...eager.map((path) => `import * as ${names.get(path)} from "${path}";\n`),
    `import type { Manifest } from "@/lib/fresh/manifest.ts";\n\n`,
    `const manifest: Manifest = {\n`,
    table("routes", routes, names),
    table("islands", islands, names),
    `  baseUrl: import.meta.url,\n};\n\nexport default manifest;\n`,
  ].join("");
}

function table(
  title: string,
  paths: readonly string[],
  names: ReadonlyMap<string, string>,
): string {
  const lines = paths.map((path) =>
    `    "${path}": ${names.get(path) ?? `() => import("${path}")`},\n`
  );
  return lines.length === 0
    ? `  ${title}: {},\n`
    : `  ${title}: {\n${lines.join("")}  },\n`;
}

/** A number keeps apart what differs only in other characters. */
function identifiers(paths: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const named = paths.map((path, i) => {
    const words = path.replace(/\.[^.]+$/, "").match(/[A-Za-z0-9]+/g) ?? [];
    const name = words.map((word, at) => at === 0 ? word : capital(word)).join(
      "",
    );
    const free = taken.has(name) ? `${name}${i}` : name;
    taken.add(free);
    return [path, free] as const;
  });
  return new Map(named);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Writes or checks the file; the process's exit code. */
export async function writeManifest(
  root: URL,
  check: boolean,
): Promise<number> {
  const file = new URL("fresh.gen.ts", root);
  const text = await manifestText(root);
  const before = await Deno.readTextFile(file).catch(absent);
  if (before === text) return 0;
  if (check) return 1;
  await Deno.writeTextFile(file, text);
  return 0;
}

function absent(error: unknown): null {
  if (error instanceof Deno.errors.NotFound) return null;
  throw error;
}

if (import.meta.main) {
  const check = Deno.args.includes("--check");
  const root = pathToFileURL(`${Deno.cwd()}/`);
  const code = await writeManifest(root, check);
  if (code > 0) {
    const text = "fresh.gen.ts is out of date: run `deno task manifest`\n";
    await Deno.stderr.write(new TextEncoder().encode(text));
  }
  Deno.exitCode = code;
}
