import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { App, type PageProps } from "fresh";
import { Head } from "fresh/runtime";
import { type ComponentType, createContext, h, type JSX } from "preact";
import { useContext } from "preact/hooks";
import { type Build, NO_BUILD } from "@/lib/fresh/build.ts";
import { fetcherOf, type Routes } from "@/tests/lib/fresh/fixtures/fetcher.ts";

type Inside = PageProps & { Component: ComponentType };

const Name = createContext("nobody");

function Counter({ from }: { from: number; text?: string }): JSX.Element {
  const name = useContext(Name);
  return <b>{from}{name === "nobody" ? "" : "!"}</b>;
}

function Box({ inner }: { inner: number }): JSX.Element {
  return (
    <div>
      <Counter from={inner} />
    </div>
  );
}

const ISLANDS = {
  "./islands/Counter.tsx": { default: Counter },
  "./islands/Box.tsx": { default: Box },
};
const BUILD: Build = {
  ...NO_BUILD,
  islands: new Map([
    ["Counter", {
      src: "/_fresh/js/Counter-1.js",
      preload: ["/_fresh/js/c-2.js", "/_fresh/js/d-3.js"],
    }],
    ["Box", { src: "/_fresh/js/Box-4.js", preload: ["/_fresh/js/c-2.js"] }],
  ]),
};

async function render(
  page: () => unknown,
  { build = BUILD, ...more }: { build?: Build } & Routes = {},
): Promise<string> {
  const app = new App().fsRoutes();
  const routes = { "./routes/x.tsx": { default: page }, ...more } as Routes;
  const get = fetcherOf(app, { routes, islands: ISLANDS, build });
  return await (await get("/x")).text();
}

const HEAD = '<head><meta charset="utf-8">';
const bare = (body: string, head = "") =>
  `<!DOCTYPE html><html>${HEAD}${head}</head><body>${body}</body></html>`;

const hoisted = <Counter from={7} />;

Deno.test.each<[name: string, page: () => unknown, html: string]>([
  ["a fragment", () => <p>x</p>, bare("<p>x</p>")],
  ["nothing", () => null, bare("")],
  [
    "a body",
    () => <body class="b">x</body>,
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body class="b">x</body></html>',
  ],
  [
    "an empty html",
    () => <html lang="a>b"></html>,
    '<!DOCTYPE html><html lang="a>b"><head><meta charset="utf-8"></head><body></body></html>',
  ],
  [
    "html without head and body",
    () => (
      <html lang="ja">
        <p>x</p>
      </html>
    ),
    '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"></head><body><p>x</p></body></html>',
  ],
  [
    "html with a head alone",
    () => (
      <html>
        <head>
          <title>t</title>
        </head>
        <p>x</p>
      </html>
    ),
    "<!DOCTYPE html><html><head><title>t</title></head><body><p>x</p></body></html>",
  ],
  ["a whole document", () => (
    <html>
      <head></head>
      <body>x</body>
    </html>
  ), "<!DOCTYPE html><html><head></head><body>x</body></html>"],
  [
    "inner HTML",
    () => h("body", { dangerouslySetInnerHTML: { __html: "<i>raw</i>" } }),
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><i>raw</i></body></html>',
  ],
  [
    "an async component",
    async () => <p>{await Promise.resolve("x")}</p>,
    bare("<p>x</p>"),
  ],
])("render of %s", async (_, page, html) => {
  assertEquals(await render(page), html);
});

Deno.test("a page without an island ships no script", async () => {
  assert(!(await render(() => <p>x</p>)).includes("<script"));
});

Deno.test("an island is marked, its props are data, and each script comes once", async () => {
  const page = () => (
    <p>
      <Counter from={1} />
      <Counter from={2} text="</script><!--" />
    </p>
  );
  const data =
    '[["Counter",{"from":1}],["Counter",{"from":2,"text":"\\u003c/script>\\u003c!--"}]]';
  assertEquals(
    await render(page),
    bare(
      "<p><!--fresh:0--><b>1</b><!--/fresh--><!--fresh:1--><b>2</b><!--/fresh--></p>" +
        `<script type="application/json" id="fresh-islands">${data}</script>` +
        '<script type="module" src="/_fresh/js/Counter-1.js"></script>',
      '<link rel="modulepreload" href="/_fresh/js/c-2.js"><link rel="modulepreload" href="/_fresh/js/d-3.js">',
    ),
  );
});

Deno.test("an island inside an island is an ordinary component, the next one is not", async () => {
  const html = await render(() => (
    <>
      <Box inner={1} />
      <Counter from={2} />
    </>
  ));
  assertStringIncludes(
    html,
    "<!--fresh:0--><div><b>1</b></div><!--/fresh--><!--fresh:1--><b>2</b><!--/fresh-->",
  );
  assertStringIncludes(html, '[["Box",{"inner":1}],["Counter",{"from":2}]]');
  assertEquals(html.match(/modulepreload/g)?.length, 2);
});

Deno.test("a node that is kept between requests is an island each time", async () => {
  const page = () => <p>{hoisted}</p>;
  const first = await render(page);
  assertStringIncludes(
    first,
    '<p><!--fresh:0--><b>7</b><!--/fresh--></p><script type="application/json" id="fresh-islands">[["Counter",{"from":7}]]</script>',
  );
  assertEquals(await render(page), first);
});

Deno.test("islands of page, layout and shell share one numbering, and see the context", async () => {
  const html = await render(() => (
    <Name.Provider value="a">
      <Counter from={1} />
    </Name.Provider>
  ), {
    "./routes/_layout.tsx": {
      default: ({ Component }: Inside) => (
        <div>
          <Counter from={2} />
          <Component />
        </div>
      ),
    },
    "./routes/_app.tsx": {
      default: ({ Component }: Inside) => (
        <html>
          <head></head>
          <body>
            <Component />
            <Counter from={3} />
          </body>
        </html>
      ),
    },
  });
  assertStringIncludes(
    html,
    "<div><!--fresh:0--><b>2</b><!--/fresh--><!--fresh:1--><b>1!</b><!--/fresh--></div><!--fresh:2--><b>3</b><!--/fresh--><script",
  );
});

Deno.test("text cannot forge a marker", async () => {
  const text = '"><!--fresh:0--><!--fresh:body--></head></body>';
  const html = await render(() => (
    <p title={text}>
      {text}
      <Counter from={1} text={text} />
    </p>
  ));
  assertEquals(html.match(/<!--fresh:0-->/g)?.length, 1);
  assertEquals(html.match(/<\/body>/g)?.length, 1);
  assertEquals(html.match(/<!--fresh:body-->/g), null);
});

Deno.test("props that cannot travel are a fault", async () => {
  const faults: unknown[] = [];
  const app = new App({ onFault: (error) => void faults.push(error) })
    .fsRoutes();
  const text = (() => "x") as unknown as string;
  const routes = {
    "./routes/x.tsx": { default: () => <Counter from={1} text={text} /> },
  };
  const get = fetcherOf(app, { routes, islands: ISLANDS });
  assertEquals((await get("/x")).status, 500);
  assertStringIncludes(String(faults[0]), "Counter");
});

Deno.test("a render that fails leaves nothing behind for the next", async () => {
  const Bad = () => {
    throw new Error("bad");
  };
  const app = new App({ onFault: () => {} }).fsRoutes();
  const get = fetcherOf(app, {
    routes: {
      "./routes/bad.tsx": {
        default: () => (
          <>
            <Box inner={1} />
            <Bad />
          </>
        ),
      },
      "./routes/x.tsx": { default: () => <Counter from={1} /> },
    },
    islands: { ...ISLANDS, "./islands/Bad.tsx": { default: Bad } },
  });
  assertEquals((await get("/bad")).status, 500);
  assertStringIncludes(
    await (await get("/x")).text(),
    "<!--fresh:0--><b>1</b><!--/fresh-->",
  );
});

Deno.test("<Head> goes into the head, and its title replaces the shell's", async () => {
  const app = ({ Component }: Inside) => (
    <html>
      <head>
        <title>shell</title>
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
  const page = () => (
    <p>
      <Head>
        <title>page & more</title>
        <meta name="robots" content="none" />
      </Head>x
    </p>
  );
  const html = await render(page, { "./routes/_app.tsx": { default: app } });
  assertEquals(
    html,
    '<!DOCTYPE html><html><head><title>page &amp; more</title><meta name="robots" content="none"/></head><body><p>x</p></body></html>',
  );
  assertEquals(
    await render(page),
    bare(
      "<p>x</p>",
      '<title>page &amp; more</title><meta name="robots" content="none"/>',
    ),
  );
});

Deno.test("a shell or a layout may be async, and may answer by itself", async () => {
  const wait = async ({ Component }: Inside) => (await Promise.resolve(),
    (
      <main>
        <Component />
      </main>
    ));
  assertEquals(
    await render(() => <p>x</p>, {
      "./routes/_app.tsx": { default: wait },
      "./routes/_layout.tsx": { default: wait },
    }),
    bare("<main><main><p>x</p></main></main>"),
  );
  const answers = async () => await Promise.resolve(new Response("own"));
  for (
    const file of [
      "./routes/_app.tsx",
      "./routes/_layout.tsx",
      "./routes/x.tsx",
    ]
  ) {
    assertEquals(
      await render(() => <p>x</p>, { [file]: { default: answers } } as Routes),
      "own",
    );
  }
});

Deno.test("a build that reloads adds its script to each page", async () => {
  assertEquals(
    await render(
      () => <p>x</p>,
      { build: { ...NO_BUILD, reload: true } } as never,
    ),
    bare('<p>x</p><script type="module" src="/_fresh/reload.js"></script>'),
  );
});

Deno.test("ctx.render() refuses what is not JSX", async () => {
  const app = new App({ onFault: () => {} }).get("/", (ctx) => ctx.render({}));
  assertEquals((await fetcherOf(app)("/")).status, 500);
});

Deno.test("a page has the props of upstream", async () => {
  let seen: PageProps | null = null;
  const app = new App().fsRoutes();
  const get = fetcherOf(app, {
    routes: {
      "./routes/[id].tsx": {
        default: (props: PageProps) => {
          seen = props;
          return null;
        },
      },
    },
  });
  await get("/7?q=1");
  const props = seen as PageProps | null;
  assertEquals(Object.keys(props ?? {}).sort(), [
    "Component",
    "config",
    "data",
    "error",
    "info",
    "isPartial",
    "params",
    "req",
    "route",
    "state",
    "url",
  ]);
  assertEquals([props?.params, props?.route, props?.url.search, props?.error], [
    { id: "7" },
    "/:id",
    "?q=1",
    null,
  ]);
});
