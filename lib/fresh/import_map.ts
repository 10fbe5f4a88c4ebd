/**
 * Teaches esbuild the `imports` of deno.json: `npm:` ones are found in
 * node_modules, which `deno install` fills.
 *
 * @module
 */
import type {
  OnResolveArgs,
  OnResolveResult,
  Plugin,
  PluginBuild,
} from "esbuild";
import { isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";

/** deno.json's `imports`, and the folder that they start from. */
export interface ImportMap {
  /** The folder of deno.json and node_modules. */
  readonly base: URL;
  /** By specifier, or by its beginning where that ends in a slash. */
  readonly imports: Readonly<Record<string, string>>;
}

/** `npm:/@scope/name@1.2.3/sub/path` */
const NPM = /^npm:\/?((?:@[^/]+\/)?[^/@]+)(?:@[^/]+)?(\/.*)?$/;

/** Marks a look-up in node_modules, so that it is not mapped again. */
const MAPPED = Symbol("mapped");

/** Reads the map of a deno.json, which must be plain JSON. */
export async function readImportMap(base: URL): Promise<ImportMap> {
  const text = await Deno.readTextFile(new URL("deno.json", base));
  const { imports }: Pick<ImportMap, "imports"> = JSON.parse(text);
  return { base, imports };
}

/**
 * The plugin; Node's built-ins stay imports of the bundle.
 *
 * @internal
 */
export function importMapPlugin(map: ImportMap): Plugin {
  return {
    name: "import-map",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, (args) => {
        if (args.pluginData === MAPPED) return;
        const own = !args.importer.includes("/node_modules/");
        const target = own ? mapped(map.imports, args.path) : args.path;
        return resolve({ build, map, args }, target);
      });
    },
  };
}

function mapped(imports: ImportMap["imports"], path: string): string {
  const exact = imports[path];
  if (exact !== undefined) return exact;
  const prefix = Object.keys(imports)
    .filter((key) => key.endsWith("/") && path.startsWith(key))
    .reduce((longest, key) => key.length > longest.length ? key : longest, "");
  return (imports[prefix] ?? "") + path.slice(prefix.length);
}

async function resolve(
  { build, map, args }: {
    build: PluginBuild;
    map: ImportMap;
    args: OnResolveArgs;
  },
  target: string,
): Promise<OnResolveResult | undefined> {
  if (isBuiltin(target)) {
    const path = target.startsWith("node:") ? target : `node:${target}`;
    return { path, external: true };
  }
  if (target.startsWith("./")) {
    return { path: fileURLToPath(new URL(target, map.base)) };
  }
  const npm = NPM.exec(target);
  if (npm === null) return;
  return await build.resolve(`${npm[1]}${npm[2] ?? ""}`, {
    kind: args.kind,
    resolveDir: fileURLToPath(map.base),
    pluginData: MAPPED,
  });
}
