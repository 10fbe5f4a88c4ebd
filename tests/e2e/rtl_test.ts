/** Pages from right to left, in Chromium: mirrored as a whole, with numbers left as they are. */
import { assert, assertEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import {
  newPage,
  openBrowser,
  overflowsSideways,
} from "@/tests/e2e/support/browser.ts";
import type { Live } from "@/tests/e2e/support/live.ts";
import { openStates, statePath } from "@/tests/e2e/support/state_pages.ts";

let browser: Browser;
let live: Live;
let page: Page;

Deno.test.beforeAll(async () => {
  live = await openStates();
  browser = await openBrowser();
  page = await newPage(browser, { locale: "ar" });
});

Deno.test.afterAll(async () => {
  await browser.close();
  await live[Symbol.asyncDispose]();
});

async function show(state: string): Promise<void> {
  await page.goto(live.origin + statePath(state));
  assertEquals(await page.getAttribute("html", "dir"), "rtl");
}

/** Where each character of the first text with `wanted` in it stands, from the left. */
async function placesOf(wanted: string): Promise<number[]> {
  return await page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.body, 4);
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      return [...wanted].map((_, i) => {
        const range = document.createRange();
        range.setStart(node, start + i);
        range.setEnd(node, start + i + 1);
        return range.getBoundingClientRect().left;
      });
    }
    return [];
  }, wanted);
}

Deno.test.each([
  ["phone"],
  ["phone wrong"],
  ["code sent"],
  ["list of two"],
  ["recovery codes new"],
  ["app"],
  ["reset send, mismatch"],
  ["reset code"],
  ["reset password short"],
  ["challenge"],
])(
  "the page %j from right to left has nothing that axe or a narrow screen would find",
  async (state) => {
    await show(state);
    assertEquals(await axeViolations(page), []);
    assertEquals(await overflowsSideways(page), false);
  },
);

Deno.test.each([
  ["code sent", "+81 •• •••• ••34"],
  ["list of two phones", "+81 •• •••• ••34"],
])("on the page %j, %j is read from left to right", async (state, number) => {
  await show(state);
  const places = await placesOf(number);
  assertEquals(places.length, number.length);
  assertEquals(places, places.toSorted((a, b) => a - b));
});

Deno.test("a page from right to left begins at the right", async () => {
  await show("list");
  const { left, right, width } = await page.evaluate(() => {
    const name = document.querySelector("header a")?.getBoundingClientRect();
    const { clientWidth: width } = document.documentElement;
    return { left: name?.left ?? 0, right: name?.right ?? 0, width };
  });
  assert(width - right < left, `${left} to ${right} of ${width}`);
});
