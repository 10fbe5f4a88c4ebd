/**
 * Gives an application its files: the manifest of routes and islands, and
 * what the build made of them. Upstream Fresh does this in its start-up code.
 *
 * @module
 */
import type { App } from "@/lib/fresh/app.ts";
import type { Build, StaticFile } from "@/lib/fresh/build.ts";
import { routeFiles } from "@/lib/fresh/fs_routes.ts";
import type { Manifest } from "@/lib/fresh/manifest.ts";
import { setVersions } from "@/lib/fresh/runtime.ts";
import { versionOf } from "@/lib/fresh/static_version.ts";

/** What an application consists of, beside its code. */
export interface Files {
  /** The module `fresh.gen.ts`. */
  readonly manifest: Manifest;
  /** Scripts of islands, and the files of `static/`. */
  readonly build: Build;
}

/** An application that has its files. */
export interface Warmable {
  /** Imports every route now instead of at its first request. */
  warm(): Promise<void>;
}

/** Call it before `app.handler()`. Throws where the build lacks an island. */
export function attach<State>(
  app: App<State>,
  { manifest, build }: Files,
): Warmable {
  const files = routeFiles(manifest);
  app.attach({ files, names: islandNames(manifest, build), build });
  setVersions((path) => fileVersion(build.files.get(path)));
  return {
    async warm() {
      await Promise.all(files.map(({ load }) => load()));
    },
  };
}

function fileVersion(file: StaticFile | undefined): string | null {
  return file === undefined ? null : versionOf(file);
}

function islandNames(
  { islands }: Manifest,
  build: Build,
): Map<unknown, string> {
  const names = new Map<unknown, string>();
  for (const [file, module] of Object.entries(islands)) {
    const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
    if (typeof module.default !== "function") {
      throw new TypeError(`${file}: its default export is not a component`);
    }
    if (build.islands.size > 0 && !build.islands.has(name)) {
      throw new Error(`${file} is not in the build; run the build again`);
    }
    names.set(module.default, name);
  }
  return names;
}
