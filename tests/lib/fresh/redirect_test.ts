import { assertEquals } from "@std/assert";
import { App } from "fresh";
import { fetcherOf, HERE } from "@/tests/lib/fresh/fixtures/fetcher.ts";

const get = fetcherOf(
  new App({ onFault: () => {} }).get("/in/go", (ctx) => {
    const { searchParams } = ctx.url;
    const status = Number(searchParams.get("status") ?? 302);
    return ctx.redirect(searchParams.get("to") ?? "", status);
  }),
);

async function go(to: string, status = 302): Promise<[number, string | null]> {
  const query = new URLSearchParams({ to, status: String(status) });
  const response = await get(`/in/go?${query}`);
  return [response.status, response.headers.get("location")];
}

Deno.test.each<[to: string, location: string]>([
  ["/", "/"],
  ["/x", "/x"],
  ["/x?a=1&b=//c#d", "/x?a=1&b=//c#d"],
  ["//evil.example", "/evil.example"],
  ["///evil.example//x", "/evil.example/x"],
  ["/.//evil.example", "/evil.example"],
  ["/x/..//evil.example", "/evil.example"],
  ["/a\\b", "/a/b"],
  ["/日本", "/%E6%97%A5%E6%9C%AC"],
  ["/x\r\nset-cookie: a=1", "/xset-cookie:%20a=1"],
  ["x", "/in/x"],
  ["../x", "/x"],
  ["?a=1", "/in/go?a=1"],
  [`${HERE}/x?y`, "/x?y"],
])("ctx.redirect(%o) goes to %s", async (to, location) => {
  assertEquals(await go(to), [302, location]);
});

Deno.test.each([
  "https://evil.example/",
  "http://here.test.evil.example/",
  "https://here.test/",
  "http://here.test:81/",
  "http://user@evil.example/",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " //evil.example",
  "\t//evil.example",
  "\u0000//evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://[",
])("ctx.redirect(%o) stays", async (to) => {
  assertEquals(await go(to), [400, null]);
});

Deno.test.each([301, 302, 303, 307, 308])(
  "ctx.redirect() takes %i",
  async (status) => {
    assertEquals(await go("/x", status), [status, "/x"]);
  },
);

Deno.test.each([200, 300, 304, 404])(
  "ctx.redirect() refuses %i",
  async (status) => {
    assertEquals(await go("/x", status), [500, null]);
  },
);
