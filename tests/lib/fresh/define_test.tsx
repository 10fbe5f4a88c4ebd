/** What an application's files look like: that they compile is half of the test. */
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  App,
  type Context,
  createDefine,
  type FreshContext,
  HttpError,
  type Middleware,
  page,
  type PageProps,
  type RouteData,
} from "fresh";
import { attach } from "@/lib/fresh/attach.ts";
import { NO_BUILD } from "@/lib/fresh/build.ts";
import { fetcherOf, HERE } from "@/tests/lib/fresh/fixtures/fetcher.ts";

interface State {
  user: string;
}

const define = createDefine<State>();

const handler = define.handlers({
  GET(ctx) {
    return page({ name: ctx.state.user, id: ctx.params["id"] ?? "" });
  },
  async POST({ req, redirect: _ }) {
    const form = await req.formData();
    if (!form.has("name")) throw new HttpError(422, "A name is missing");
    return page({ name: String(form.get("name")), id: "" }, { status: 201 });
  },
});

const Named = define.page<typeof handler>(({ data, url, state }) => (
  <p>{data.name} {data.id} {url.pathname} {state.user}</p>
));

const middleware = define.middleware((ctx) => {
  ctx.state.user = "Ada";
  return ctx.next();
});

const Layout = define.layout(({ Component, state }) => (
  <main title={state.user}>
    <Component />
  </main>
));

const typed = define.handlers<{ n: number }>({
  GET: () => ({ data: { n: 1 } }),
});
const Typed = define.page<never, { n: number }>(({ data }) => <i>{data.n}</i>);
const wait = define.handlers((ctx) => new Response(ctx.req.method));
const Plain = define.page(async (ctx) => (
  <b>{await Promise.resolve(ctx.state.user)}</b>
));

function Written(
  { data, params }: PageProps<RouteData<typeof handler>, State>,
) {
  return <u>{data.name}{params["id"]}</u>;
}

function guard(ctx: Context<State>): Promise<Response> {
  return ctx.next();
}
const old: Middleware<State> = (ctx: FreshContext<State>) => guard(ctx);

const get = fetcherOf(new App<State>().use(old).fsRoutes(), {
  routes: {
    "./routes/_middleware.ts": {
      default: define.middleware([guard, middleware]),
    },
    "./routes/_layout.tsx": { default: Layout },
    "./routes/people/[id].tsx": { handler, default: Named },
    "./routes/typed.tsx": { handlers: typed, default: Typed },
    "./routes/wait.ts": { handler: wait },
    "./routes/plain.tsx": { default: Plain },
    "./routes/written/[id].tsx": { handler, default: Written },
  },
});

async function body(path: string, init?: RequestInit): Promise<string> {
  const text = await (await get(path, init)).text();
  return text.match(/<main title="Ada">(.*)<\/main>/)?.[1] ?? text;
}

Deno.test("createDefine() makes files that run as they are typed", async () => {
  const form = { method: "POST", body: new URLSearchParams({ name: "Bo" }) };
  assertEquals(await body("/people/7"), "<p>Ada 7 /people/7 Ada</p>");
  assertEquals(await body("/people/7", form), "<p>Bo  /people/7 Ada</p>");
  assertEquals((await get("/people/7", form)).status, 201);
  assertEquals(await body("/typed"), "<i>1</i>");
  assertEquals(await body("/wait", { method: "PUT" }), "PUT");
  assertEquals(await body("/plain"), "<b>Ada</b>");
  assertEquals(await body("/written/7"), "<u>Ada7</u>");
});

Deno.test("a handler's HttpError keeps its message below 500", async () => {
  const empty = { method: "POST", body: new URLSearchParams() };
  const response = await get("/people/7", empty);
  assertEquals([response.status, await response.text()], [
    422,
    "A name is missing",
  ]);
});

Deno.test("ctx.text(), ctx.html() and ctx.json() set their types", async () => {
  const app = new App()
    .get("/text", (ctx) => ctx.text("a", { status: 201 }))
    .get("/html", (ctx) => ctx.html("<p>", { headers: { "x-y": "z" } }))
    .get("/json", (ctx) => ctx.json({ a: 1 }));
  const get = fetcherOf(app);
  const rows = await Promise.all(
    ["/text", "/html", "/json"].map(async (path) => {
      const response = await get(path);
      return [
        response.status,
        response.headers.get("content-type"),
        response.headers.get("x-y"),
        await response.text(),
      ];
    }),
  );
  assertEquals(rows, [
    [201, "text/plain;charset=UTF-8", null, "a"],
    [200, "text/html; charset=utf-8", "z", "<p>"],
    [200, "application/json", null, '{"a":1}'],
  ]);
});

Deno.test("attach() refuses an island that the build lacks, or that is no component", () => {
  const scripts = { src: "/a.js", preload: [] };
  const build = { ...NO_BUILD, islands: new Map([["Other", scripts]]) };
  const manifest = (module: object) => ({
    routes: {},
    islands: { "./islands/Mine.tsx": { ...module } },
    baseUrl: HERE,
  });
  const app = new App();
  assertThrows(
    () => attach(app, { manifest: manifest({ default: () => null }), build }),
    Error,
    "Mine.tsx is not in the build",
  );
  assertThrows(
    () => attach(app, { manifest: manifest({}), build }),
    TypeError,
    "Mine.tsx",
  );
});

Deno.test("warm() imports every route before the first request", async () => {
  let imports = 0;
  const routes = {
    "./routes/x.ts": () =>
      Promise.resolve((imports++, { handler: () => new Response("x") })),
    "./routes/y.ts": { handler: () => new Response("y") },
  };
  const app = new App().fsRoutes();
  const { warm } = attach(app, {
    manifest: { routes, islands: {}, baseUrl: HERE },
    build: NO_BUILD,
  });
  await warm();
  assertEquals(imports, 1);
  await app.handler()(new Request(`${HERE}/x`));
  assertEquals(imports, 1);
});

Deno.test("warm() tells of a route that cannot be imported", async () => {
  const routes = { "./routes/x.ts": () => Promise.reject(new Error("broken")) };
  const { warm } = attach(new App(), {
    manifest: { routes, islands: {}, baseUrl: HERE },
    build: NO_BUILD,
  });
  await assertRejects(() => warm(), Error, "broken");
});
