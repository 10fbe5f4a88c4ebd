import { assert, assertEquals } from "@std/assert";
import { App, type Context, type Middleware, page } from "fresh";
import {
  fetcherOf,
  filesOf,
  HERE,
  marks,
  type Routes,
  summary,
} from "@/tests/lib/fresh/fixtures/fetcher.ts";

type Ctx = Context<{ trail?: string }>;

const Page = () => <p>page</p>;
const ok = () => new Response("ok");

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
