import { assertEquals } from "@std/assert";
import { App, staticFiles } from "fresh";
import { asset } from "fresh/runtime";
import { type Build, NO_BUILD, type StaticFile } from "@/lib/fresh/build.ts";
import { fetcherOf } from "@/tests/lib/fresh/fixtures/fetcher.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (more: Partial<StaticFile> = {}): StaticFile => ({
  body: bytes("plain"),
  type: "text/plain; charset=utf-8",
  hash: "0123456789abcdef",
  immutable: false,
  br: null,
  gzip: null,
  ...more,
});
const both = { br: bytes("br"), gzip: bytes("gzip") };
const BUILD: Build = {
  ...NO_BUILD,
  files: new Map([
    ["/robots.txt", file()],
    ["/big.txt", file(both)],
    ["/gz.txt", file({ gzip: both.gzip })],
    [
      "/_fresh/js/A-1.js",
      file({ ...both, immutable: true, type: "text/javascript" }),
    ],
    ["/_fresh/js/A-1.js.map", file()],
    ["/a b.txt", file()],
  ]),
};

const site = (basePath = "") =>
  fetcherOf(
    new App({ basePath }).use(async (ctx) => {
      const response = await ctx.next();
      response.headers.set("x-mark", "1");
      return response;
    }).use(staticFiles()),
    { build: BUILD },
  );
const get = site();

const ETAG = '"0123456789abcdef"';
const YEAR = "public, max-age=31536000, immutable";

Deno.test.each<
  [path: string, accept: string, body: string, headers: Record<string, string>]
>([
  ["/robots.txt", "br", "plain", {
    etag: ETAG,
    "cache-control": "no-cache",
    "content-type": "text/plain; charset=utf-8",
    "content-length": "5",
  }],
  ["/big.txt", "", "plain", {
    etag: ETAG,
    "cache-control": "no-cache",
    vary: "accept-encoding",
    "content-type": "text/plain; charset=utf-8",
    "content-length": "5",
  }],
  ["/big.txt", "gzip, br", "br", {
    etag: '"0123456789abcdef-br"',
    "content-encoding": "br",
    "cache-control": "no-cache",
    vary: "accept-encoding",
    "content-type": "text/plain; charset=utf-8",
    "content-length": "2",
  }],
  ["/_fresh/js/A-1.js", "br", "br", {
    "content-encoding": "br",
    "cache-control": YEAR,
    vary: "accept-encoding",
    "content-type": "text/javascript",
    "content-length": "2",
  }],
  ["/robots.txt?v=0123456789", "", "plain", {
    "cache-control": YEAR,
    "content-type": "text/plain; charset=utf-8",
    "content-length": "5",
  }],
  ["/robots.txt?v=0000000000", "", "plain", {
    etag: ETAG,
    "cache-control": "no-cache",
    "content-type": "text/plain; charset=utf-8",
    "content-length": "5",
  }],
  ["/a%20b.txt", "", "plain", {
    etag: ETAG,
    "cache-control": "no-cache",
    "content-type": "text/plain; charset=utf-8",
    "content-length": "5",
  }],
])(
  "staticFiles() sends %s to who accepts %o",
  async (...row) => {
    const [path, accept, body, headers] = row;
    const response = await get(path, {
      headers: { "accept-encoding": accept },
    });
    assertEquals(response.status, 200);
    assertEquals(await response.text(), body);
    assertEquals(Object.fromEntries(response.headers), {
      ...headers,
      "x-mark": "1",
    });
  },
);

Deno.test.each<[path: string, accept: string, encoding: string | null]>([
  ["/big.txt", "gzip", "gzip"],
  ["/big.txt", "GZIP;q=0.5, br;q=0.4", "gzip"],
  ["/big.txt", "br;q=0, gzip", "gzip"],
  ["/big.txt", "br;q=0", null],
  ["/big.txt", "*", "br"],
  ["/big.txt", "*;q=0, gzip", "gzip"],
  ["/big.txt", "identity", null],
  ["/big.txt", "br;q=high", null],
  ["/gz.txt", "br, gzip", "gzip"],
  ["/gz.txt", "br", null],
])(
  "staticFiles() chooses for %s and %o the encoding %o",
  async (path, accept, encoding) => {
    const response = await get(path, {
      headers: { "accept-encoding": accept },
    });
    assertEquals(response.headers.get("content-encoding"), encoding);
  },
);

Deno.test.each<[ifNoneMatch: string, status: number]>([
  [ETAG, 304],
  [`W/${ETAG}`, 304],
  [`"other", ${ETAG}`, 304],
  ["*", 304],
  ['"0123456789abcdef-br"', 200],
  ['"other"', 200],
])(
  "staticFiles() answers If-None-Match %s with %i",
  async (ifNoneMatch, status) => {
    const response = await get("/big.txt", {
      headers: { "if-none-match": ifNoneMatch },
    });
    assertEquals(response.status, status);
    assertEquals(response.headers.get("etag"), ETAG);
    assertEquals(await response.text(), status === 304 ? "" : "plain");
  },
);

Deno.test.each<
  [method: string, path: string, status: number, allow: string | null]
>([
  ["HEAD", "/robots.txt", 200, null],
  ["POST", "/robots.txt", 405, "GET, HEAD, OPTIONS"],
  ["PROPFIND", "/robots.txt", 405, "GET, HEAD, OPTIONS"],
  ["OPTIONS", "/robots.txt", 204, "GET, HEAD, OPTIONS"],
  ["GET", "/_fresh/js/A-1.js.map", 404, null],
  ["GET", "/nope.txt", 404, null],
  ["GET", "/a%FFb.txt", 400, null],
  ["GET", "/x/../robots.txt", 200, null],
])(
  "staticFiles() answers %s %s with %i, inside the middlewares",
  async (...row) => {
    const [method, path, status, allow] = row;
    const response = await get(path, { method });
    const { headers } = response;
    assertEquals(response.status, status);
    assertEquals([headers.get("allow"), headers.get("x-mark")], [allow, "1"]);
    await response.body?.cancel();
  },
);

Deno.test("staticFiles() answers HEAD with the length and no body", async () => {
  const response = await get("/robots.txt", { method: "HEAD" });
  assertEquals(await response.text(), "");
  assertEquals(response.headers.get("content-length"), "5");
});

Deno.test("staticFiles() lies under the base path", async () => {
  assertEquals((await site("/base")("/base/robots.txt")).status, 200);
});

Deno.test.each<[path: string, address: string]>([
  ["/robots.txt", "/robots.txt?v=0123456789"],
  ["/nope.txt", "/nope.txt"],
  ["//robots.txt", "//robots.txt"],
  ["/robots.txt?a", "/robots.txt?a"],
  ["https://other.example/robots.txt", "https://other.example/robots.txt"],
])("asset(%o) is %o", (path, address) => {
  site();
  assertEquals(asset(path), address);
});
