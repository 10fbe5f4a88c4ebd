import { assertEquals } from "@std/assert";
import { App, csp, csrf, type CsrfOptions, trailingSlashes } from "fresh";
import {
  fetcherOf,
  HERE,
  summary,
} from "@/tests/lib/fresh/fixtures/fetcher.ts";

const ok = () => new Response("ok");

function guarded(options?: CsrfOptions) {
  return fetcherOf(new App<unknown>().use(csrf(options)).all("/", ok));
}

const OTHER = "https://other.example";

Deno.test.each<[site: string, origin: string, status: number]>([
  ["", "", 200],
  ["same-origin", "", 200],
  ["same-origin", HERE, 200],
  ["none", "", 200],
  ["same-site", "", 403],
  ["same-site", OTHER, 403],
  ["cross-site", "", 403],
  ["cross-site", OTHER, 403],
  ["cross-site", HERE, 403],
  ["cross-site", "null", 403],
  ["anything", "", 403],
  ["", HERE, 200],
  ["", OTHER, 403],
  ["", "null", 403],
  ["", `${HERE}.evil.example`, 403],
])(
  "csrf() answers a POST with Sec-Fetch-Site %o and Origin %o with %i",
  async (site, origin, status) => {
    const headers = new Headers();
    if (site) headers.set("sec-fetch-site", site);
    if (origin) headers.set("origin", origin);
    const get = guarded();
    assertEquals((await get("/", { method: "POST", headers })).status, status);
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      assertEquals((await get("/", { method, headers })).status, 200);
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      assertEquals((await get("/", { method, headers })).status, status);
    }
  },
);

Deno.test.each<
  [
    name: string,
    origin: NonNullable<CsrfOptions["origin"]>,
    other: number,
    here: number,
  ]
>([
  ["a text", OTHER, 200, 403],
  ["a list", [OTHER, HERE], 200, 200],
  ["a function", (origin) => origin === OTHER, 200, 403],
])(
  "csrf() with %s allows only those origins",
  async (...row) => {
    const [_, origin, other, here] = row;
    const get = guarded({ origin });
    const post = async (from: string, site?: string) =>
      (await get("/", {
        method: "POST",
        headers: { origin: from, ...site && { "sec-fetch-site": site } },
      })).status;
    assertEquals([await post(OTHER), await post(OTHER, "cross-site")], [
      other,
      other,
    ]);
    assertEquals(await post(HERE), here);
  },
);

const DEFAULT =
  "default-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests";

Deno.test.each<
  [options: Parameters<typeof csp>[0], name: string, policy: string]
>([
  [{}, "content-security-policy", DEFAULT],
  [{ reportOnly: true }, "content-security-policy-report-only", DEFAULT],
  [
    { reportTo: "/r" },
    "content-security-policy",
    `${DEFAULT}; report-to /r; report-uri /r`,
  ],
  [
    { csp: ["style-src 'sha256-x'", "script-src-elem 'self'"] },
    "content-security-policy",
    `${
      DEFAULT.replace("style-src 'self'", "style-src 'sha256-x'")
    }; script-src-elem 'self'`,
  ],
])(
  "csp(%o) sets the header on pages and errors",
  async (options, name, policy) => {
    const get = fetcherOf(new App<unknown>().use(csp(options)).get("/", ok));
    for (const path of ["/", "/nope"]) {
      assertEquals((await get(path)).headers.get(name), policy);
    }
  },
);

Deno.test("csp() leaves a response's own policy", async () => {
  const own = { headers: { "content-security-policy": "sandbox" } };
  const app = new App<unknown>().use(csp()).get(
    "/",
    () => new Response("", own),
  );
  const response = await fetcherOf(app)("/");
  assertEquals(response.headers.get("content-security-policy"), "sandbox");
});

Deno.test.each<
  [mode: "always" | "never", method: string, path: string, answer: string]
>([
  ["never", "GET", "/", "200 null"],
  ["never", "GET", "/a", "200 null"],
  ["never", "GET", "/a/?b=1", "302 /a?b=1"],
  ["never", "POST", "/a/", "307 /a"],
  ["never", "GET", "//evil.example/", "302 /evil.example"],
  ["always", "GET", "/", "200 null"],
  ["always", "GET", "/a/", "200 null"],
  ["always", "HEAD", "/a?b=1", "302 /a/?b=1"],
  ["always", "POST", "/a", "307 /a/"],
])(
  "trailingSlashes(%o) answers %s %s with %s",
  async (...row) => {
    const [mode, method, path, answer] = row;
    const app = new App<unknown>().use(trailingSlashes(mode)).all("/*", ok);
    const response = await fetcherOf(app)(HERE + path, { method });
    assertEquals(
      `${response.status} ${response.headers.get("location")}`,
      answer,
    );
  },
);

Deno.test("a refusal of csrf() is a usual error", async () => {
  const headers = { origin: OTHER };
  const response = await guarded()("/", { method: "POST", headers });
  assertEquals(await summary(response), "403 Forbidden");
});
