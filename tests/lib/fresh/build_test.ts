import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { loadBuild, NO_BUILD } from "@/lib/fresh/build.ts";
import { packBuild } from "@/lib/fresh/pack.ts";
import { buildSite } from "@/lib/fresh/tasks/build.ts";
import { BASE, copySite } from "@/tests/lib/fresh/fixtures/site.ts";

Deno.test("loadBuild() reads what buildSite() wrote", async () => {
  await using site = await copySite();
  await buildSite({ root: site.root, base: BASE });
  const build = await loadBuild(site.root);
  assertEquals(build, await packBuild({ root: site.root, base: BASE }));
});

Deno.test("loadBuild() reads files with any name", async () => {
  await using site = await copySite({ "static/a b#1%20?/é.txt": "text" });
  await buildSite({ root: site.root, base: BASE });
  const { files } = await loadBuild(site.root);
  const { body = new Uint8Array() } = files.get("/a b#1%20?/é.txt") ?? {};
  assertEquals(new TextDecoder().decode(body), "text");
});

Deno.test("loadBuild() throws where nothing was built", async () => {
  await using site = await copySite();
  await assertRejects(() => loadBuild(site.root), Deno.errors.NotFound);
});

Deno.test("buildSite() compresses what becomes smaller by it", async () => {
  await using site = await copySite();
  await buildSite({ root: site.root, base: BASE });
  const { files } = await loadBuild(site.root);
  const forms = Array.from(files, ([path, { body, br, gzip, immutable }]) => {
    if (br) assertEquals(new Uint8Array(brotliDecompressSync(br)), body);
    if (gzip) assertEquals(new Uint8Array(gunzipSync(gzip)), body);
    const name = path.replace(/-[A-Z0-9]{8}\./, "-HASH.");
    return [name, br !== null, gzip !== null, immutable];
  });
  assertEquals(forms, [
    ["/icons/key.svg", true, true, false],
    ["/robots.txt", false, false, false],
    ["/_fresh/js/islands-HASH.js", true, true, true],
  ]);
});

Deno.test("buildSite() names media types", async () => {
  await using site = await copySite({ "static/unknown.zzz": "?" });
  await buildSite({ root: site.root, base: BASE });
  const { files } = await loadBuild(site.root);
  assertEquals(
    files.get("/icons/key.svg")?.type,
    "image/svg+xml; charset=utf-8",
  );
  assertEquals(files.get("/robots.txt")?.type, "text/plain; charset=utf-8");
  assertEquals(files.get("/unknown.zzz")?.type, "application/octet-stream");
});

Deno.test("buildSite() writes the same bytes for the same sources", async () => {
  await using one = await copySite();
  await using two = await copySite();
  const written = await buildSite({ root: one.root, base: BASE });
  assertEquals(await buildSite({ root: two.root, base: BASE }), written);
  for (const path of written.keys()) {
    assertEquals(
      await Deno.readFile(new URL(`_fresh/${path}`, one.root)),
      await Deno.readFile(new URL(`_fresh/${path}`, two.root)),
    );
  }
});

Deno.test("buildSite() removes what an earlier build left", async () => {
  await using site = await copySite({ "_fresh/client/old.js": "" });
  const written = await buildSite({ root: site.root, base: BASE });
  assert(written.has("server.js"));
  await assertRejects(
    () => Deno.stat(new URL("_fresh/client/old.js", site.root)),
    Deno.errors.NotFound,
  );
});

Deno.test("buildSite() writes a server that runs without the sources and packages", async () => {
  await using site = await copySite();
  const written = await buildSite({ root: site.root, base: BASE });
  for (const folder of ["islands", "lib", "routes", "static"]) {
    await Deno.remove(new URL(folder, site.root), { recursive: true });
  }
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-config",
      "--no-remote",
      "--no-npm",
      "--allow-read=.",
      "_fresh/server.js",
    ],
    cwd: fileURLToPath(site.root),
  }).output();
  assertEquals(new TextDecoder().decode(stderr), "");
  assertEquals(JSON.parse(new TextDecoder().decode(stdout)), {
    islands: ["Countdown", "CountryPicker"],
    html: "<h1>server</h1>",
    echo: "hello hello",
    error: "GreetingError",
  });
  assertMatch(Array.from(written.keys()).join(), /,chunk-[A-Z0-9]{8}\.js/);
});

Deno.test("buildSite() bundles commands under their own names, apart from the server", async () => {
  const greet = `import { basename } from "node:path";
    if (import.meta.main) console.log("hello", basename("a/b"), ...Deno.args);`;
  await using site = await copySite({ "lib/cli/greet_all.ts": greet });
  const { root } = site;
  const alone = await buildSite({ root, base: BASE });
  const commands = ["./lib/cli/greet_all.ts"];
  const written = await buildSite({ root, base: BASE, commands });
  assertEquals(written.get("server.js"), alone.get("server.js"));
  await Deno.remove(new URL("lib", root), { recursive: true });
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-config", "--no-npm", "_fresh/greet_all.js", "ann"],
    cwd: fileURLToPath(root),
  }).output();
  assertEquals(new TextDecoder().decode(stdout), "hello b ann\n");
});

Deno.test("NO_BUILD has nothing and does not reload", () => {
  assertEquals([NO_BUILD.files.size, NO_BUILD.islands.size], [0, 0]);
  assertEquals(NO_BUILD.reload, false);
});
