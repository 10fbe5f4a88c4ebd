import { assertEquals, assertStringIncludes } from "@std/assert";
import { pathToFileURL } from "node:url";
import { manifestText, writeManifest } from "@/lib/fresh/tasks/manifest.ts";

/** A folder with empty files, removed at the end of the test. */
async function site(paths: readonly string[]) {
  const root = pathToFileURL(`${await Deno.makeTempDir()}/`);
  for (const path of paths) {
    const file = new URL(path, root);
    await Deno.mkdir(new URL(".", file), { recursive: true });
    await Deno.writeTextFile(file, "");
  }
  return {
    root,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

const PATHS = [
  "islands/CodeInput.tsx",
  "islands/CodeInput_test.tsx",
  "islands/style.css",
  "routes/register/phone/code.tsx",
  "routes/register/[id].ts",
  "routes/index.tsx",
  "routes/index.test.tsx",
  "routes/_middleware.ts",
  "routes/_app.tsx",
  "routes/(app)/_middleware.ts",
  "routes/(app)/_error.tsx",
  "routes/(app)/(_islands)/Search.tsx",
  "routes/(app)/(_parts)/Table.tsx",
  "routes/a-b/_layout.tsx",
  "routes/a/b/_layout.tsx",
];

const TEXT = `// Written by \`deno task manifest\`. Do not edit; commit it.
import * as routesAppError from "./routes/(app)/_error.tsx";
import * as routesAppMiddleware from "./routes/(app)/_middleware.ts";
import * as routesApp from "./routes/_app.tsx";
import * as routesMiddleware from "./routes/_middleware.ts";
import * as routesABLayout from "./routes/a-b/_layout.tsx";
import * as routesABLayout5 from "./routes/a/b/_layout.tsx";
import * as islandsCodeInput from "./islands/CodeInput.tsx";
import * as routesAppIslandsSearch from "./routes/(app)/(_islands)/Search.tsx";
import type { Manifest } from "@/lib/fresh/manifest.ts";

const manifest: Manifest = {
  routes: {
    "./routes/(app)/_error.tsx": routesAppError,
    "./routes/(app)/_middleware.ts": routesAppMiddleware,
    "./routes/_app.tsx": routesApp,
    "./routes/_middleware.ts": routesMiddleware,
    "./routes/a-b/_layout.tsx": routesABLayout,
    "./routes/a/b/_layout.tsx": routesABLayout5,
    "./routes/index.tsx": () => import("./routes/index.tsx"),
    "./routes/register/[id].ts": () => import("./routes/register/[id].ts"),
    "./routes/register/phone/code.tsx": () => import("./routes/register/phone/code.tsx"),
  },
  islands: {
    "./islands/CodeInput.tsx": islandsCodeInput,
    "./routes/(app)/(_islands)/Search.tsx": routesAppIslandsSearch,
  },
  baseUrl: import.meta.url,
};

export default manifest;
`;

Deno.test("manifestText() lists routes and islands, pages as lazy imports", async () => {
  await using folder = await site(PATHS);
  assertEquals(await manifestText(folder.root), TEXT);
});

Deno.test("manifestText() gives the same text whatever the order of files", async () => {
  await using folder = await site(PATHS.toReversed());
  assertEquals(await manifestText(folder.root), TEXT);
});

Deno.test("manifestText() makes an empty manifest of no folders", async () => {
  await using folder = await site([]);
  const text = await manifestText(folder.root);
  assertStringIncludes(text, "  routes: {},\n  islands: {},\n");
});

Deno.test("writeManifest() tells and mends a stale file", async () => {
  await using folder = await site(["routes/index.tsx"]);
  assertEquals(await writeManifest(folder.root, true), 1);
  assertEquals(await writeManifest(folder.root, false), 0);
  assertEquals(await writeManifest(folder.root, true), 0);
  await Deno.writeTextFile(new URL("routes/about.tsx", folder.root), "");
  assertEquals(await writeManifest(folder.root, true), 1);
});

Deno.test("writeManifest() leaves the file alone when checking", async () => {
  await using folder = await site(["routes/index.tsx"]);
  const file = new URL("fresh.gen.ts", folder.root);
  await Deno.writeTextFile(file, "// stale\n");
  assertEquals(await writeManifest(folder.root, true), 1);
  assertEquals(await Deno.readTextFile(file), "// stale\n");
});
