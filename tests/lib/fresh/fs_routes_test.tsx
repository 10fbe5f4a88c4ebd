import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { type Context, HttpError, type PageProps } from "fresh";
import type { ComponentType } from "preact";
import {
  filesOf,
  type Routes,
  summary,
} from "@/tests/lib/fresh/fixtures/fetcher.ts";

type Ctx = Context<{ trail?: string }>;
type Inside = PageProps & { Component: ComponentType };

/** Answers with its name, the parameters and the pattern. */
function says(name: string) {
  return {
    handler: ({ params, route }: Ctx) =>
      new Response(`${name} ${JSON.stringify(params)} ${route}`),
  };
}

/** Leaves its name on the way in. */
function passes(name: string) {
  return {
    default: (ctx: Ctx) => {
      ctx.state.trail = `${ctx.state.trail ?? ""}${name}>`;
      return ctx.next();
    },
  };
}

function wraps(name: string) {
  return {
    default: ({ Component }: Inside) => (
      <div class={name}>
        <Component />
      </div>
    ),
  };
}

const TREE: Routes = {
  "./routes/index.tsx": says("home"),
  "./routes/about.tsx": says("about"),
  "./routes/about/index.tsx": says("never"),
  "./routes/[page].tsx": says("page"),
  "./routes/people/new.tsx": says("new"),
  "./routes/people/[id].tsx": says("person"),
  "./routes/people/[...rest].tsx": says("people"),
  "./routes/(shop)/cart.tsx": says("cart"),
  "./routes/(shop)/cart/(in)/[item].tsx": says("item"),
  "./routes/files/[name].json.ts": says("json"),
  "./routes/files/v[n]x.ts": says("version"),
  "./routes/maybe/[[tag]].tsx": says("maybe"),
  "./routes/dots/outbox.json.ts": says("outbox"),
  "./routes/日本.tsx": says("japan"),
};

const { "./routes/about/index.tsx": _twice, ...routes } = TREE;

Deno.test.each<[path: string, answer: string]>([
  ["/", "home {} /"],
  ["/about", "about {} /about"],
  ["/about/", "about {} /about"],
  ["//about", "about {} /about"],
  ["/other", 'page {"page":"other"} /:page'],
  ["/people/new", "new {} /people/new"],
  ["/people/7", 'person {"id":"7"} /people/:id'],
  ["/people/J%C3%BCrgen", 'person {"id":"Jürgen"} /people/:id'],
  ["/people/a%2Fb", 'person {"id":"a%2Fb"} /people/:id'],
  ["/people", 'people {"rest":""} /people/:rest*'],
  ["/people/7/8", 'people {"rest":"7/8"} /people/:rest*'],
  ["/cart", "cart {} /cart"],
  ["/cart/3", 'item {"item":"3"} /cart/:item'],
  ["/files/a.json", 'json {"name":"a"} /files/:name.json'],
  ["/files/v2x", 'version {"n":"2"} /files/v{:n}x'],
  ["/maybe", 'maybe {"tag":""} /maybe{/:tag}?'],
  ["/maybe/7", 'maybe {"tag":"7"} /maybe{/:tag}?'],
  ["/dots/outbox.json", "outbox {} /dots/outbox.json"],
  ["/日本", "japan {} /日本"],
])("fsRoutes() answers %s with %s", async (path, answer) => {
  assertEquals(await summary(await filesOf(routes)(path)), `200 ${answer}`);
});

Deno.test("fsRoutes() refuses two files with one address", () => {
  assertThrows(() => filesOf(TREE), Error, "Two routes answer /about");
});

Deno.test.each<[file: string, module: Routes[string], why: string]>([
  ["./routes/[a][b].tsx", says("a"), '"[a][b]" is not'],
  ["./routes/[a.tsx", says("a"), '"[a" is not'],
  ["./routes/a*.tsx", says("a"), '"a*" is not'],
  ["./routes/_404.tsx", says("a"), "_404 has no meaning"],
  ["./routes/_middleware.ts", {}, "exports no middleware"],
  ["./routes/_middleware.ts", { handler: { GET: () => 1 } }, "no middleware"],
  ["./routes/_app.tsx", {}, "not a component"],
  ["./routes/_layout.tsx", () => Promise.resolve({}), "at the start"],
])("fsRoutes() refuses %s at the start", (file, module, why) => {
  assertThrows(() => filesOf({ [file]: module }), Error, why);
});

Deno.test.each<[module: object, why: string]>([
  [{}, "neither a handler nor a component"],
  [{ handler: { GTE: () => new Response() } }, "its handler"],
  [{ handler: (_a: unknown, _b: unknown) => new Response() }, "its handler"],
  [{ default: 1 }, "not a component"],
  [{ ...says("a"), config: 1 }, "its config"],
  [{ ...says("a"), config: { routeOverride: "/b" } }, "at the start"],
])(
  "a lazy route that exports %o is a fault that names it",
  async (module, why) => {
    const get = filesOf({ "./routes/x.tsx": () => Promise.resolve(module) });
    const response = await get("/x");
    assertEquals(await summary(response), "500 Internal Server Error");
    const [fault] = get.faults;
    await assertRejects(() => Promise.reject(fault), Error, why);
    await assertRejects(() => Promise.reject(fault), Error, "routes/x");
  },
);

Deno.test("a lazy route is imported at its first request, once", async () => {
  let imports = 0;
  const load = () => Promise.resolve((imports++, says("x")));
  const get = filesOf({ "./routes/x.tsx": load });
  assertEquals(imports, 0);
  await Promise.all([get("/x"), get("/x")]);
  await get("/x");
  assertEquals(imports, 1);
});

Deno.test("a lazy route whose import failed is imported again", async () => {
  let imports = 0;
  const get = filesOf({
    "./routes/x.tsx": () =>
      imports++ ? Promise.resolve(says("x")) : Promise.reject(Error("no")),
  });
  assertEquals((await get("/x")).status, 500);
  assertEquals((await get("/x")).status, 200);
});

Deno.test("config.routeOverride moves an eager route", async () => {
  const get = filesOf({
    "./routes/x.tsx": { ...says("x"), config: { routeOverride: "/y/:z" } },
  });
  assertEquals((await get("/x")).status, 404);
  assertEquals(await summary(await get("/y/1")), '200 x {"z":"1"} /y/:z');
});

const NESTED: Routes = {
  "./routes/_middleware.ts": { handler: [passes("root").default] },
  "./routes/a/_middleware.ts": passes("a"),
  "./routes/a/(g)/_middleware.ts": passes("g"),
  "./routes/a/[id]/_middleware.ts": passes("id"),
  "./routes/s/_middleware.ts": passes("s"),
  "./routes/index.ts": trail(),
  "./routes/a.ts": trail(),
  "./routes/a/index.ts": { default: () => "never" },
  "./routes/a/b.ts": trail(),
  "./routes/a/(g)/c.ts": trail(),
  "./routes/a/[id]/d.ts": trail(),
};

function trail() {
  return { handler: (ctx: Ctx) => new Response(`${ctx.state.trail}`) };
}

const { "./routes/a/index.ts": _same, ...nested } = NESTED;

Deno.test.each<[path: string, trail: string]>([
  ["/", "root>"],
  ["/a", "root>"],
  ["/a/b", "root>a>"],
  ["/a/c", "root>a>g>"],
  ["/a/7/d", "root>a>id>"],
])("%s runs the middlewares %s", async (path, expected) => {
  assertEquals(await summary(await filesOf(nested)(path)), `200 ${expected}`);
});

Deno.test.each<[path: string, trail: string]>([
  ["/nope", "root>"],
  ["/s/nope", "root>s>"],
  ["/s/nope/more", "root>s>"],
  ["/a/nope", "root>a>id>"],
  ["/a/7/nope", "root>a>id>"],
  ["/b/a/nope", "root>"],
])(
  "an unmatched %s runs the middlewares of its folder: %s",
  async (path, expected) => {
    const get = filesOf({
      ...nested,
      "./routes/_error.tsx": {
        handler: (ctx: Ctx) => new Response(ctx.state.trail, { status: 404 }),
      },
    });
    assertEquals(await summary(await get(path)), `404 ${expected}`);
  },
);

Deno.test.each<[path: string, body: string]>([
  ["/p", '<main class="app"><div class="root">P</div></main>'],
  [
    "/a/p",
    '<main class="app"><div class="root"><div class="a">P</div></div></main>',
  ],
  ["/a/own", '<main class="app"><div class="own">P</div></main>'],
  ["/bare/p", '<div class="bare">P</div>'],
  ["/noapp", '<div class="root">P</div>'],
  ["/nolayout", '<main class="app">P</main>'],
  ["/nothing", "P"],
])("%s is rendered inside its layouts", async (path, body) => {
  const P = () => <>P</>;
  const get = filesOf({
    "./routes/_app.tsx": {
      default: ({ Component }: Inside) => (
        <main class="app">
          <Component />
        </main>
      ),
    },
    "./routes/_layout.tsx": wraps("root"),
    "./routes/a/_layout.tsx": wraps("a"),
    "./routes/a/(o)/_layout.tsx": {
      ...wraps("own"),
      config: { skipInheritedLayouts: true },
    },
    "./routes/bare/_layout.tsx": {
      ...wraps("bare"),
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
    },
    "./routes/p.tsx": { default: P },
    "./routes/a/p.tsx": { default: P },
    "./routes/a/(o)/own.tsx": { default: P },
    "./routes/bare/p.tsx": { default: P },
    "./routes/noapp.tsx": { default: P, config: { skipAppWrapper: true } },
    "./routes/nolayout.tsx": {
      default: P,
      config: { skipInheritedLayouts: true },
    },
    "./routes/nothing.tsx": {
      default: P,
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
    },
  });
  assertEquals(
    await (await get(path)).text(),
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`,
  );
});

Deno.test.each<[path: string, answer: string]>([
  ["/a/throws", "410 inner"],
  ["/a/nope", "404 inner"],
  ["/throws", "410 outer"],
  ["/nope", "404 outer"],
  ["/a/hands-on", "409 outer"],
])("%s is answered by the nearest error page", async (path, answer) => {
  const page = (name: string) => ({
    handler: (ctx: Ctx) => {
      const status = ctx.error instanceof HttpError ? ctx.error.status : 500;
      if (name === "inner" && status === 409) throw ctx.error;
      return new Response(name, { status });
    },
  });
  const throws = (status: 409 | 410) => ({
    handler: () => {
      throw new HttpError(status);
    },
  });
  const get = filesOf({
    "./routes/_error.tsx": page("outer"),
    "./routes/a/_error.tsx": page("inner"),
    "./routes/a/throws.ts": throws(410),
    "./routes/a/hands-on.ts": throws(409),
    "./routes/throws.ts": throws(410),
  });
  assertEquals(await summary(await get(path)), answer);
});
