/**
 * Pages without a mouse: what Tab reaches, and how it is seen.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";

/** What a trap for machines has is reached by nobody. */
const CONTROLS =
  "a[href], button, input:not([type=hidden], [tabindex='-1']), select";

/** Goes on by Tab to the control that a selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const most = await page.locator(CONTROLS).count() + 1;
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      (selector) => document.activeElement?.matches(selector),
      selector,
    );
    if (there) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** What has the focus: which control of the page it is, and what is wrong with how it shows. */
async function focused(page: Page): Promise<[number, string]> {
  return await page.evaluate((controls) => {
    const element = document.activeElement ?? document.body;
    const place = [...document.querySelectorAll(controls)].indexOf(element);
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(x + width / 2, y + height / 2);
    const hidden = !above || !element.contains(above) ? "hidden " : "";
    const bare = outlineStyle === "none" || parseFloat(outlineWidth) < 2;
    return [place, hidden + (bare ? "no outline" : "")];
  }, CONTROLS);
}

/** Makes sure that Tab reaches every control of the page in order, and that each is seen to have the focus. */
export async function assertWalk(page: Page): Promise<void> {
  const count = await page.locator(CONTROLS).count();
  assert(count > 0, `${page.url()} has no controls`);
  const walked: [number, string][] = [];
  for (let i = 0; i < count; i++) {
    await page.keyboard.press("Tab");
    walked.push(await focused(page));
  }
  assertEquals(walked, walked.map((_, i) => [i, ""]), page.url());
}
