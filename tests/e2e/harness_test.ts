/** The browser of the tests itself: what it would catch, on a page made for it. */
import { assertEquals, assertMatch } from "@std/assert";
import type { Browser } from "playwright-core";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import {
  newPage,
  openBrowser,
  overflowsSideways,
  screenshot,
} from "@/tests/e2e/support/browser.ts";

const PAGE = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Spare key</title><meta name="viewport"
   content="width=device-width"></head><body><main><h1>合鍵 Spare key</h1>${body}</main></body></html>`;

const PAGES: Readonly<Record<string, string>> = {
  "/good": PAGE(
    '<form method="post"><label>Name <input name="name"></label><button>Go</button></form>',
  ),
  "/unlabelled": PAGE('<input name="name">'),
  "/pale": PAGE('<p style="color:#bbb;background:#fff">Pale</p>'),
  "/wide": PAGE('<p style="width:600px">Wide</p>'),
  "/script": PAGE(
    '<p id="said">plain</p><script>said.textContent = "scripted"</script>',
  ),
};

let browser: Browser;
let server: Deno.HttpServer<Deno.NetAddr>;

function answer(request: Request): Response | Promise<Response> {
  const headers = { "content-type": "text/html; charset=utf-8" };
  if (request.method === "POST") {
    return request.text().then((text) => new Response(text));
  }
  const csp = request.url.includes("/script") ? {} : {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  };
  return new Response(PAGES[new URL(request.url).pathname], {
    headers: { ...headers, ...csp },
  });
}

Deno.test.beforeAll(async () => {
  server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    answer,
  );
  browser = await openBrowser();
});

Deno.test.afterAll(async () => {
  await browser.close();
  await server.shutdown();
});

const url = (path: string) => `http://127.0.0.1:${server.addr.port}${path}`;

Deno.test.each(
  [
    ["/good", true, /^$/],
    ["/unlabelled", true, /^label input/],
    ["/pale", true, /^color-contrast p/],
    ["/good", false, /^$/],
    ["/pale", false, /^color-contrast p/],
  ] as const,
)(
  "axeViolations() judges %s, scripts on: %s",
  async (path, javaScript, expected) => {
    const page = await newPage(browser, { javaScript });
    await page.goto(url(path));
    assertMatch((await axeViolations(page)).join("\n"), expected);
    await page.context().close();
  },
);

Deno.test.each([[true, "scripted"], [false, "plain"]] as const)(
  "newPage() with javaScript %s shows %s",
  async (javaScript, said) => {
    const page = await newPage(browser, { javaScript });
    await page.goto(url("/script"));
    assertEquals(await page.textContent("#said"), said);
    await page.context().close();
  },
);

Deno.test("newPage() without scripts sends a form", async () => {
  const page = await newPage(browser, { javaScript: false });
  await page.goto(url("/good"));
  await page.fill("input", "Aiko");
  await page.click("button");
  assertEquals(await page.textContent("body"), "name=Aiko");
  await page.context().close();
});

Deno.test("newPage() asks in the reader's language and colours", async () => {
  const page = await newPage(browser, { locale: "ja", dark: true });
  const request = page.waitForRequest(url("/good"));
  await page.goto(url("/good"));
  assertEquals(
    (await (await request).allHeaders())["accept-language"]?.slice(0, 2),
    "ja",
  );
  assertEquals(
    await page.evaluate(() =>
      matchMedia("(prefers-color-scheme: dark)").matches
    ),
    true,
  );
  await page.context().close();
});

Deno.test.each([["/good", false], ["/wide", true]] as const)(
  "overflowsSideways() says of %s on a narrow screen: %s",
  async (path, wide) => {
    const page = await newPage(browser);
    await page.goto(url(path));
    assertEquals(await overflowsSideways(page), wide);
    await page.context().close();
  },
);

Deno.test("screenshot() has letters for both languages", async () => {
  const page = await newPage(browser);
  await page.goto(url("/good"));
  await screenshot(page, "harness");
  const missing = await page.evaluate(() => {
    const width = (text: string) => {
      const context = document.createElement("canvas").getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.font = "16px sans-serif";
      const { data } =
        (context.fillText(text, 0, 16), context.getImageData(0, 0, 32, 32));
      return data.join();
    };
    return width("合") === width("鍵") || width("a") === width("b");
  });
  assertEquals(missing, false);
  await page.context().close();
});
