/** The challenge of a reset in a browser: the worker, the press, and what is left where no script runs. */
import { assert, assertEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { newPage, openBrowser } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { translator } from "@/lib/i18n/translator.ts";

const t = translator("en");
let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

/** Fills in what nobody sees, so that a challenge comes. */
async function challenged(live: Live, page: Page): Promise<void> {
  await page.goto(`${live.origin}/reset`);
  await page.fill("[name=identifier]", "demo-phone");
  await page.evaluate(() => {
    const [trap] = document.getElementsByName("website");
    (trap as HTMLInputElement).value = "x";
  });
  await page.getByRole("button", { name: t("reset.go") }).click();
  await page.getByRole("heading", { name: t("challenge.title") }).waitFor();
}

function pressContinue(page: Page): Promise<void> {
  return page.getByRole("button", { name: t("challenge.submit") }).click();
}

function said(page: Page): Promise<string> {
  return page.innerText("main [role=status]");
}

Deno.test("the worker does the work, says so, and nothing is sent before the press", async () => {
  await using live = await openLive();
  const page = await newPage(browser, { locale: "en" });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (line) => faults.push(line.text()));
  await challenged(live, page);
  await page.waitForFunction(
    (ready) =>
      document.querySelector("main [role=status]")?.textContent === ready,
    t("challenge.ready"),
  );
  assertEquals(await axeViolations(page), []);
  const posts = () => live.requests.filter((each) => each === "POST /reset");
  assertEquals(posts().length, 1);
  assertEquals(
    live.requests.filter((each) => each.endsWith("/challenge.js")).length,
    1,
  );
  await pressContinue(page);
  await page.waitForURL(/\/reset\/prove/);
  assertEquals(posts().length, 2);
  assertEquals(faults, []);
  await page.context().close();
});

Deno.test("a press at once goes on by itself when the work is done", async () => {
  await using live = await openLive();
  const page = await newPage(browser, { locale: "en" });
  await challenged(live, page);
  await pressContinue(page);
  await page.waitForURL(/\/reset\/prove/);
  await page.context().close();
});

const BROKEN: [string, (page: Page) => Promise<void>][] = [
  ["the script does not come", async (page) => {
    await page.route("**/challenge.js*", (route) => route.abort());
  }],
  ["the browser has no workers", async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(self, "Worker", { value: undefined });
    });
  }],
  ["the worker fails", async (page) => {
    await page.addInitScript(() => {
      self.Worker = class extends EventTarget {
        onerror: (() => void) | null = null;
        postMessage() {
          this.onerror?.();
        }
        terminate() {}
      } as unknown as typeof Worker;
    });
  }],
];

Deno.test.each(BROKEN)(
  "where %s, waiting is said, and waiting goes on",
  async (...[, breakIt]) => {
    await using live = await openLive();
    const page = await newPage(browser, { locale: "en" });
    await breakIt(page);
    await challenged(live, page);
    const time = t.duration(10_000);
    assertEquals(await said(page), t("challenge.wait", { time }));
    await pressContinue(page);
    await page.getByText(t("challenge.early")).waitFor();
    live.site.wait(10_000);
    await pressContinue(page);
    await page.waitForURL(/\/reset\/prove/);
    assert(live.requests.includes("POST /reset"));
    await page.context().close();
  },
);
