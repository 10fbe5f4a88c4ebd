import { assertEquals, assertStringIncludes } from "@std/assert";
import { bundleForDev, devReload } from "@/lib/fresh/dev.ts";
import { BASE, copySite } from "@/tests/lib/fresh/fixtures/site.ts";

function visit(path: string) {
  return {
    url: new URL(path, "http://localhost"),
    next: () => Promise.resolve(new Response("next")),
  };
}

Deno.test("bundleForDev() holds islands, static files and the reload script", async () => {
  await using site = await copySite();
  const build = await bundleForDev({ root: site.root, base: BASE });
  assertEquals(build.reload, true);
  assertEquals(
    Array.from(
      build.files.keys(),
      (path) => path.replace(/-\w{8}\./, "-HASH."),
    ),
    [
      "/icons/key.svg",
      "/robots.txt",
      "/_fresh/js/islands-HASH.js",
      "/_fresh/reload.js",
    ],
  );
  assertEquals(Array.from(build.islands.keys()), [
    "Countdown",
    "CountryPicker",
  ]);
});

Deno.test("bundleForDev() makes the reload script fit for a browser", async () => {
  await using site = await copySite();
  const { files } = await bundleForDev({ root: site.root, base: BASE });
  const { body = new Uint8Array(), type } = files.get("/_fresh/reload.js") ??
    {};
  assertEquals(type, "text/javascript");
  const text = new TextDecoder().decode(body);
  assertStringIncludes(text, `new EventSource("/_fresh/reload")`);
  new Function(text); // Throws on types that were left in.
});

Deno.test("devReload() tells which process answers, and keeps the line open", async () => {
  const response = await devReload("start-1")(visit("/_fresh/reload"));
  assertEquals(response.headers.get("content-type"), "text/event-stream");
  assertEquals(response.headers.get("cache-control"), "no-store");
  const reader = response.body?.getReader();
  const first = await reader?.read();
  assertEquals(
    new TextDecoder().decode(first?.value),
    "retry: 200\ndata: start-1\n\n",
  );
  assertEquals(first?.done, false);
  await reader?.cancel();
});

Deno.test("devReload() leaves every other path to the next handler", async () => {
  for (const path of ["/", "/_fresh/reload.js", "/_fresh/reload/"]) {
    const response = await devReload("start-1")(visit(path));
    assertEquals(await response.text(), "next");
  }
});
