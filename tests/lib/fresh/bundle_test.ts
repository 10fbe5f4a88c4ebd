import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertRejects,
} from "@std/assert";
import { stop } from "esbuild";
import { brotliCompressSync } from "node:zlib";
import {
  bundleIslands,
  type IslandBundle,
  ONE_SCRIPT,
} from "@/lib/fresh/bundle.ts";
import { readImportMap } from "@/lib/fresh/import_map.ts";
import { scanModules } from "@/lib/fresh/scan.ts";
import { BASE, copySite } from "@/tests/lib/fresh/fixtures/site.ts";

const map = await readImportMap(BASE);

Deno.test.afterAll(stop);

async function bundle(
  more: Readonly<Record<string, string>> = {},
  development = false,
): Promise<IslandBundle> {
  await using site = await copySite(more);
  const { islands } = await scanModules(site.root);
  return await bundleIslands({ root: site.root, islands, map, development });
}

function texts({ scripts }: IslandBundle): string[] {
  return Array.from(scripts.values(), (body) => new TextDecoder().decode(body));
}

/** An island with text that does not compress. */
function large(seed: number): string {
  let value = seed;
  const numbers = Array.from({ length: 600 }, () => {
    value = value * 48_271 % 2_147_483_647;
    return value;
  });
  return `import { useSignal } from "@preact/signals";
    export default function Large() {
      const at = useSignal(0);
      return <p>{at} {${JSON.stringify(numbers)}.join()}</p>;
    }`;
}

Deno.test("bundleIslands() puts few islands into one script", async () => {
  const { scripts, islands } = await bundle();
  const [src = ""] = scripts.keys();
  assertMatch(src, /^\/_fresh\/js\/islands-[A-Z0-9]{8}\.js$/);
  assertEquals(
    islands,
    new Map([
      ["Countdown", { src, preload: [] }],
      ["CountryPicker", { src, preload: [] }],
    ]),
  );
});

Deno.test("bundleIslands() keeps two islands, Preact and signals within 8,000 bytes", async () => {
  const { scripts } = await bundle();
  const [body = new Uint8Array()] = scripts.values();
  assert(brotliCompressSync(body).length <= 8_000);
});

Deno.test("bundleIslands() splits islands that do not fit in one script", async () => {
  const { scripts, islands } = await bundle({
    "islands/LargeA.tsx": large(1),
    "islands/LargeB.tsx": large(2),
  });
  assertEquals(islands.size, 4);
  const sources = new Set(Array.from(islands.values(), ({ src }) => src));
  assertEquals(sources.size, 4);
  for (const { preload } of islands.values()) {
    assertEquals(preload.length, 1);
    assertMatch(preload[0] ?? "", /^\/_fresh\/js\/chunk-[A-Z0-9]{8}\.js$/);
    assert(scripts.has(preload[0] ?? ""));
  }
  const { src = "" } = islands.get("LargeA") ?? {};
  assert(brotliCompressSync(scripts.get(src) ?? "").length < ONE_SCRIPT);
});

Deno.test("bundleIslands() gives each folder of islands a script of its own", async () => {
  const plain = await bundle();
  const both = await bundle({
    "islands/admin/Chart.tsx": "export default () => <svg />;",
  });
  assertEquals(both.scripts.size, 2);
  assertMatch(both.islands.get("Chart")?.src ?? "", /\/admin-\w{8}\.js$/);
  for (const [name, scripts] of plain.islands) {
    assertEquals(both.islands.get(name), scripts);
  }
});

Deno.test("bundleIslands() names the same sources alike in any folder", async () => {
  assertEquals(await bundle(), await bundle());
});

Deno.test("bundleIslands() renames a script that changes", async () => {
  const changed = await bundle({
    "islands/Countdown.tsx": "export default () => <output>changed</output>;",
  });
  assertNotEquals(
    Array.from((await bundle()).scripts.keys()),
    Array.from(changed.scripts.keys()),
  );
});

Deno.test("bundleIslands() leaves no source map, path or jsx-runtime in a script", async () => {
  for (const text of texts(await bundle())) {
    assertEquals(
      text.match(/sourceMapp|node_modules|\/tmp\/|islands\//g),
      null,
    );
  }
});

Deno.test("bundleIslands() adds source maps in development, in the same scripts", async () => {
  const made = await bundle({}, true);
  assertEquals(made.scripts.size, 1);
  assertMatch(texts(made)[0] ?? "", /\/\/# sourceMappingURL=data:/);
});

Deno.test("bundleIslands() makes nothing of no islands", async () => {
  const none = await bundleIslands({ root: BASE, islands: [], map });
  assertEquals(none, { scripts: new Map(), islands: new Map() });
});

const refused: [what: string, files: Record<string, string>, why: string][] = [
  [
    "two islands of one name",
    { "islands/admin/Countdown.tsx": "export default () => null;" },
    "Two islands have one name",
  ],
  [
    "an island without a default export",
    { "islands/Named.tsx": "export const Named = () => null;" },
    "No matching export",
  ],
  [
    "code that only a server has",
    {
      "islands/Server.tsx":
        `import { hash } from "node:crypto"; export default () => hash("a", "b");`,
    },
    "No browser has node:crypto",
  ],
];

for (const [what, files, why] of refused) {
  Deno.test(`bundleIslands() refuses ${what}`, async () => {
    await assertRejects(() => bundle(files), Error, why);
  });
}
