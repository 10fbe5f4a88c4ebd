import { assert, assertEquals } from "@std/assert";
import { App, type Context, HttpError, type Middleware, page } from "fresh";
import {
  fetcherOf,
  filesOf,
  HERE,
  type Routes,
  summary,
} from "@/tests/lib/fresh/fixtures/fetcher.ts";

type Ctx = Context<{ trail?: string }>;

const Page = () => <p>page</p>;
const ok = () => new Response("ok");

/** One route, by each way to make one. */
const METHOD_ROUTES: Routes = {
  "./routes/page.tsx": { default: Page },
  "./routes/get.ts": { handler: { GET: ok } },
  "./routes/post.ts": { handler: { POST: ok } },
  "./routes/form.tsx": { default: Page, handler: { POST: ok } },
  "./routes/any.ts": { handler: ok },
  "./routes/some.ts": { handler: ok, config: { methods: ["GET", "PUT"] } },
  "./routes/head.ts": {
    handler: { GET: ok, HEAD: () => new Response(null, { status: 204 }) },
  },
};

function methodsApp(): App<unknown> {
  const app = new App<unknown>().fsRoutes();
  app.get("/code", ok).delete("/code", ok).all("/all", ok);
  app.route("/route", { component: Page }).post("/route", ok);
  return app.put("/put", ok).patch("/put", ok).head("/h", ok);
}

const EVERYTHING = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

Deno.test.each<
  [method: string, path: string, status: number, allow: string | null]
>([
  ["GET", "/page", 200, null],
  ["HEAD", "/page", 200, null],
  ["POST", "/page", 405, "GET, HEAD, OPTIONS"],
  ["OPTIONS", "/page", 204, "GET, HEAD, OPTIONS"],
  ["PROPFIND", "/page", 405, "GET, HEAD, OPTIONS"],
  ["GET", "/get", 200, null],
  ["HEAD", "/get", 200, null],
  ["PUT", "/get", 405, "GET, HEAD, OPTIONS"],
  ["POST", "/post", 200, null],
  ["GET", "/post", 405, "POST, OPTIONS"],
  ["HEAD", "/post", 405, "POST, OPTIONS"],
  ["OPTIONS", "/post", 204, "POST, OPTIONS"],
  ["GET", "/form", 200, null],
  ["POST", "/form", 200, null],
  ["DELETE", "/form", 405, "GET, HEAD, POST, OPTIONS"],
  ["DELETE", "/any", 200, null],
  ["OPTIONS", "/any", 200, null],
  ["PROPFIND", "/any", 405, EVERYTHING],
  ["PUT", "/some", 200, null],
  ["POST", "/some", 405, "GET, HEAD, PUT, OPTIONS"],
  ["HEAD", "/head", 204, null],
  ["GET", "/code", 200, null],
  ["HEAD", "/code", 200, null],
  ["DELETE", "/code", 200, null],
  ["POST", "/code", 405, "GET, HEAD, DELETE, OPTIONS"],
  ["OPTIONS", "/code", 204, "GET, HEAD, DELETE, OPTIONS"],
  ["PROPFIND", "/code", 405, "GET, HEAD, DELETE, OPTIONS"],
  ["PATCH", "/all", 200, null],
  ["PROPFIND", "/all", 405, EVERYTHING],
  ["POST", "/route", 200, null],
  ["GET", "/route", 200, null],
  ["PUT", "/route", 405, "GET, HEAD, POST, OPTIONS"],
  ["PUT", "/put", 200, null],
  ["PATCH", "/put", 200, null],
  ["HEAD", "/h", 200, null],
  ["GET", "/h", 405, "HEAD, OPTIONS"],
  ["PROPFIND", "/nope", 404, null],
  ["OPTIONS", "/nope", 404, null],
])("%s %s answers %i with Allow %s", async (method, path, status, allow) => {
  const get = fetcherOf(methodsApp(), { routes: METHOD_ROUTES });
  const response = await get(path, { method });
  assertEquals(
    [response.status, response.headers.get("allow")],
    [status, allow],
  );
  if (method === "HEAD") assertEquals(await response.text(), "");
});

Deno.test("HEAD claims no length of a body that it does not send", async () => {
  const get = fetcherOf(new App().get("/x", ok));
  const { headers, body } = await get("/x", { method: "HEAD" });
  assertEquals(headers.get("content-length"), null);
  assert(body !== null);
});

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
  async (method, path, answer, faults) => {
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

const marks: Middleware<unknown> = async (ctx) => {
  const response = await ctx.next();
  response.headers.set("x-mark", "1");
  return response;
};

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
  const { error } = console;
  const printed: unknown[] = [];
  console.error = (thing) => printed.push(thing);
  try {
    const app = new App({ onFault: fails("hook") });
    const get = fetcherOf(app.get("/", fails("fault")));
    assertEquals((await get("/")).status, 500);
  } finally {
    console.error = error;
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

const passes = (name: string): Middleware<{ trail?: string }> => (ctx) => {
  ctx.state.trail = `${ctx.state.trail ?? ""}${name}>`;
  return ctx.next();
};
const trail = (ctx: Ctx) => new Response(ctx.state.trail);

Deno.test.each<[path: string, expected: string]>([
  ["/early", "a>"],
  ["/late", "a>b>"],
  ["/in", "a>b>in>"],
  ["/in/deep", "a>b>in>"],
  ["/in/wild", "a>b>in>wild>"],
  ["/chain", "a>b>one>two>"],
  ["/twice", "a>b>first>"],
  ["/lazy", "a>b>lazy>"],
  ["/m/x", "a>b>inner>"],
  ["/file", "a>b>"],
  ["/guarded", "a>b>guard>"],
  ["/guarded/file", "a>b>guard>"],
])("app.use(): %s passes %s", async (path, expected) => {
  const inner = new App<{ trail?: string }>().use(passes("inner")).get(
    "/x",
    trail,
  );
  const app = new App<{ trail?: string }>()
    .use(passes("a"))
    .get("/early", trail)
    .use(passes("b"))
    .get("/late", trail)
    .use("/in", passes("in"))
    .get("/in", trail).get("/in/deep", trail)
    .use("/in/wild/*", passes("wild"))
    .get("/in/wild", trail)
    .get("/chain", passes("one"), passes("two"), trail)
    .all("/twice", passes("first")).get("/twice", trail)
    .get("/lazy", () => Promise.resolve(passes("lazy")), trail)
    .use("/guarded", passes("guard"))
    .mountApp("/m", inner)
    .fsRoutes();
  const get = fetcherOf(app, {
    routes: {
      "./routes/file.ts": { handler: trail },
      "./routes/guarded.ts": { handler: trail },
      "./routes/guarded/file.ts": { handler: trail },
    },
  });
  assertEquals(await summary(await get(path)), `200 ${expected}`);
  assertEquals(await summary(await get(path)), `200 ${expected}`);
});

Deno.test("fsRoutes() and mountApp() put files under a path, and basePath everything", async () => {
  const files: Routes = {
    "./routes/index.ts": { handler: (ctx: Ctx) => new Response(ctx.route) },
    "./routes/[id].ts": { handler: (ctx: Ctx) => new Response(ctx.route) },
  };
  const app = new App({ basePath: "/base" }).get("/", ok)
    .mountApp("/in", new App().fsRoutes("/deep"));
  const get = fetcherOf(app, { routes: files });
  assertEquals(await summary(await get("/base")), "200 ok");
  assertEquals(await summary(await get("/base/in/deep")), "200 /base/in/deep");
  assertEquals((await get("/base/in/deep/7")).status, 200);
  assertEquals((await get("/in/deep")).status, 404);
  assertEquals((await get("/")).status, 404);
});

Deno.test("app.layout() and appWrapper() go around what is registered later", async () => {
  const app = new App()
    .get("/before", (ctx) => ctx.render(<i>x</i>))
    .appWrapper(({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/in", ({ Component }) => (
      <div>
        <Component />
      </div>
    ))
    .get("/in", (ctx) => ctx.render(<i>x</i>))
    .get("/out", (ctx) => ctx.render(<i>x</i>, { status: 201 }))
    .get("/bare", (ctx) => ctx.render(<i>x</i>, {}, { skipAppWrapper: true }))
    .route("/in/route", () => Promise.resolve({ component: Page }), {
      skipInheritedLayouts: true,
    });
  const get = fetcherOf(app);
  const body = async (path: string) =>
    (await (await get(path)).text()).match(/<body>(.*)<\/body>/)?.[1];
  assertEquals(await body("/before"), "<i>x</i>");
  assertEquals(await body("/in"), "<main><div><i>x</i></div></main>");
  assertEquals(await body("/out"), "<main><i>x</i></main>");
  assertEquals(await body("/bare"), "<i>x</i>");
  assertEquals(await body("/in/route"), "<main><p>page</p></main>");
  assertEquals((await get("/out")).status, 201);
});

Deno.test("a middleware that renders after next() has the layouts of its own place", async () => {
  const app = new App()
    .use(async (ctx) => {
      await ctx.next();
      return ctx.render(<i>own</i>);
    })
    .layout("/in", ({ Component }) => (
      <div>
        <Component />
      </div>
    ))
    .get("/in", (ctx) => ctx.render(<i>x</i>));
  const html = await (await fetcherOf(app)("/in")).text();
  assert(html.includes("<body><i>own</i></body>"), html);
});

Deno.test.each<[name: string, make: () => Response]>([
  ["Response.redirect()", () => Response.redirect(`${HERE}/x`, 303)],
  ["a usual response", () => new Response("x")],
])("a middleware adds headers to %s", async (_, make) => {
  const get = fetcherOf(
    new App<unknown>().use(marks).use(marks).get("/", make),
  );
  assertEquals((await get("/")).headers.get("x-mark"), "1");
});

Deno.test("a middleware adds headers to what fetch() brought", async () => {
  const get = fetcherOf(
    new App<unknown>().use(marks).get("/", () => fetch("data:text/plain,hi")),
  );
  const response = await get("/");
  assertEquals(response.headers.get("x-mark"), "1");
  assertEquals(await response.text(), "hi");
});

Deno.test("page() gives data, status and several Set-Cookie", async () => {
  const headers = [["set-cookie", "a=1"], ["set-cookie", "b=2"], ["x-y", "z"]];
  const get = filesOf({
    "./routes/x.tsx": {
      handler: {
        GET: () =>
          page({ name: "Ada" }, {
            status: 422,
            headers: headers as [string, string][],
          }),
      },
      default: ({ data }: { data: { name: string } }) => <b>{data.name}</b>,
    },
  });
  const response = await get("/x");
  assertEquals(response.status, 422);
  assertEquals(response.headers.getSetCookie(), ["a=1", "b=2"]);
  assertEquals(response.headers.get("x-y"), "z");
  assertEquals(
    response.headers.get("content-type"),
    "text/html; charset=utf-8",
  );
  assert((await response.text()).includes("<b>Ada</b>"));
});

Deno.test("trustProxy believes the proxy about scheme and host", async () => {
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "key.example",
  };
  for (
    const [trustProxy, origin] of [[true, "https://key.example"], [
      false,
      HERE,
    ]] as const
  ) {
    const app = new App({ trustProxy }).get(
      "/",
      (ctx) => ctx.text(ctx.url.origin),
    );
    assertEquals(
      await summary(await fetcherOf(app)("/", { headers })),
      `200 ${origin}`,
    );
  }
});

Deno.test("app.listen() serves on the port it is given", async () => {
  const app = new App().get(
    "/",
    (ctx) => ctx.json({ at: ctx.info.remoteAddr.transport }),
  );
  const stop = new AbortController();
  const listening = Promise.withResolvers<Deno.NetAddr>();
  await app.listen({
    port: 0,
    hostname: "127.0.0.1",
    signal: stop.signal,
    onListen: listening.resolve,
  });
  const { port } = await listening.promise;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  assertEquals(await response.json(), { at: "tcp" });
  stop.abort();
});
