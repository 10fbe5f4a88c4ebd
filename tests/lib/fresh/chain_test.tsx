/** Errors: who answers them, and what the middlewares around see. */
import { assert, assertEquals } from "@std/assert";
import { App, HttpError, type Middleware } from "fresh";
import {
  fetcherOf,
  marks,
  type Routes,
  summary,
} from "@/tests/lib/fresh/fixtures/fetcher.ts";

const ok = () => new Response("ok");
const fails = (error: unknown) => () => {
  throw error;
};

const FAILING: Routes = {
  "./routes/gone.ts": { handler: fails(new HttpError(410, "It went")) },
  "./routes/down.ts": { handler: fails(new HttpError(503, "secret")) },
  "./routes/fault.ts": { handler: fails(new Error("secret")) },
  "./routes/text.ts": { handler: fails("secret") },
  "./routes/void.ts": { handler: () => undefined },
  "./routes/[id].ts": { handler: { GET: ok } },
};

Deno.test.each<[method: string, path: string, answer: string, faults: number]>([
  ["GET", "/gone", "410 It went", 0],
  ["GET", "/down", "503 Service Unavailable", 1],
  ["GET", "/fault", "500 Internal Server Error", 1],
  ["GET", "/text", "500 Internal Server Error", 1],
  ["GET", "/void", "500 Internal Server Error", 1],
  ["GET", "/a/b", "404 Not Found", 0],
  ["POST", "/x", "405 Method Not Allowed", 0],
  ["GET", "/%FF", "400 Bad Request", 0],
  ["GET", "/%", "400 Bad Request", 0],
  ["GET", "/a/%E0%A4%A", "400 Bad Request", 0],
])(
  "%s %s answers %s without an error page, inside app.use()",
  async (...row) => {
    const [method, path, answer, faults] = row;
    const seen: unknown[] = [];
    const app = new App({ onFault: (error, req) => seen.push(error, req.url) })
      .use(marks).fsRoutes();
    const response = await fetcherOf(app, { routes: FAILING })(path, {
      method,
    });
    assertEquals(response.headers.get("x-mark"), "1");
    assertEquals(await summary(response), answer);
    assertEquals(seen.length, faults * 2);
  },
);

Deno.test.each<[method: string, path: string, status: number]>([
  ["GET", "/gone", 410],
  ["GET", "/fault", 500],
  ["GET", "/a/b", 404],
  ["POST", "/x", 405],
  ["GET", "/%FF", 400],
])(
  "%s %s is answered by the error page, with its status",
  async (method, path, status) => {
    const app = new App({ onFault: () => {} }).use(marks).fsRoutes();
    const get = fetcherOf(app, {
      routes: {
        ...FAILING,
        "./routes/_error.tsx": {
          default: ({ error }: { error: unknown }) => <p>{String(error)}</p>,
        },
      },
    });
    const response = await get(path, { method });
    assertEquals([response.status, response.headers.get("x-mark")], [
      status,
      "1",
    ]);
    assert((await response.text()).includes("<p>"));
  },
);

Deno.test("an error page that fails gives way to plain text, inside app.use()", async () => {
  const faults: unknown[] = [];
  const app = new App({ onFault: (error) => void faults.push(error) })
    .use(marks).fsRoutes();
  const get = fetcherOf(app, {
    routes: { ...FAILING, "./routes/_error.tsx": { default: fails("second") } },
  });
  const response = await get("/gone");
  assertEquals(response.headers.get("x-mark"), "1");
  assertEquals(await summary(response), "500 Internal Server Error");
  assertEquals(faults, ["second"]);
});

Deno.test.each<[name: string, middleware: Middleware<unknown>, answer: string]>(
  [
    ["a fault", fails(new Error("secret")), "500 Internal Server Error"],
    ["a refusal", fails(new HttpError(403)), "403 Forbidden"],
    ["no response", (() => 7) as never, "500 Internal Server Error"],
  ],
)(
  "a first middleware with %s gets an answer",
  async (_, middleware, answer) => {
    const app = new App({ onFault: () => {} }).use(middleware).get("/", ok);
    assertEquals(await summary(await fetcherOf(app)("/")), answer);
  },
);

Deno.test("a hook that throws costs nobody the answer", async () => {
  const { console: real } = globalThis;
  const printed: unknown[] = [];
  const error = (thing: unknown) => printed.push(thing);
  globalThis.console = { ...real, error };
  try {
    const app = new App({ onFault: fails("hook") });
    const get = fetcherOf(app.get("/", fails("fault")));
    assertEquals((await get("/")).status, 500);
  } finally {
    globalThis.console = real;
  }
  assertEquals(printed, ["fault", "hook"]);
});

Deno.test("a middleware behind a guard still sees the error of what it refused", async () => {
  let seen: unknown;
  const app = new App<unknown>().use(async (ctx) => {
    const response = await ctx.next();
    seen = ctx.error;
    return response;
  }).get("/", fails(new HttpError(418)));
  await fetcherOf(app)("/");
  assert(seen instanceof HttpError && seen.status === 418);
});

Deno.test("notFound() goes before error pages and answers 404", async () => {
  const app = new App({ onFault: () => {} })
    .notFound({ component: () => <p>lost</p> })
    .onError("*", () => new Response("failed", { status: 500 }))
    .get("/fails", fails(1))
    .get("/lost", fails(new HttpError(404)));
  const get = fetcherOf(app);
  assertEquals(await summary(await get("/fails")), "500 failed");
  for (const path of ["/lost", "/nope"]) {
    const response = await get(path);
    assertEquals(response.status, 404);
    assert((await response.text()).includes("<p>lost</p>"));
  }
});
