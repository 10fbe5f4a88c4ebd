import { assertEquals } from "@std/assert";
import { readCookie, withCookie } from "@/lib/web/cookie.ts";
import type { Site } from "@/lib/web/state.ts";

const HTTPS: Site = {
  development: false,
  https: true,
  proxies: 0,
  origin: "https://key.example",
};
const HTTP: Site = { ...HTTPS, https: false };

function read(cookie: string, site = HTTPS): string | null {
  return readCookie(new Headers({ cookie }), "key", site);
}

Deno.test("readCookie() finds the whole name alone, under the prefix that the site has", () => {
  assertEquals(read("a=1; __Host-key=2; b=3"), "2");
  assertEquals(read("__Host-key="), "");
  assertEquals(read("key=1; __Host-key2=2; x__Host-key=3"), null);
  assertEquals(read("key=1; __Host-key=2", HTTP), "1");
  assertEquals(readCookie(new Headers(), "key", HTTPS), null);
});

Deno.test("readCookie() takes the first of two of one name", () => {
  assertEquals(read("__Host-key=1; __Host-key=2"), "1");
});

function header(site: Site, maxAge?: number): string | null {
  const age = maxAge === undefined ? {} : { maxAge };
  const cookie = { name: "key", value: "v", ...age };
  return withCookie(new Response(), cookie, site).headers.get("set-cookie");
}

Deno.test("withCookie() keeps a cookie from scripts, other hosts and other sites", () => {
  assertEquals(
    header(HTTPS),
    "__Host-key=v; Path=/; HttpOnly; SameSite=Lax; Secure",
  );
  assertEquals(
    header(HTTP, 60),
    "key=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60",
  );
  assertEquals(
    header(HTTPS, 0),
    "__Host-key=v; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
  );
});
