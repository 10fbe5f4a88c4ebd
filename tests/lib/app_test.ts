import { assertEquals } from "@std/assert";
import { startSweeping } from "@/lib/app.ts";
import { readBody } from "@/lib/web/body.ts";
import { openSite } from "@/tests/support/site.ts";

Deno.test("startSweeping() gives up the bodies that never end", async () => {
  using site = await openSite();
  const body = new ReadableStream({ pull: () => new Promise(() => {}) });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const request = new Request("http://key.example/", {
    method: "POST",
    body,
    headers,
  });
  const answer = readBody(request, site.deps.now()).catch((error) => error);
  site.wait(120_000);
  const stop = startSweeping(site.deps, 1);
  assertEquals((await answer).status, 408);
  stop();
  await site.settle();
});
