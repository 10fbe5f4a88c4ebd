/**
 * A browser for tests: pages as different people have them.
 *
 * @module
 */
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
} from "playwright-core";
import { CHROMIUM, prepareChromium } from "@/tests/e2e/support/chromium.ts";

/** How a person's browser is set. */
export interface Reader {
  /** Whether scripts run; they do by default. */
  javaScript?: boolean;
  /** BCP 47 tag, "en" by default. */
  locale?: string;
  /** Width of the screen in CSS pixels, 320 by default: the narrowest that is served. */
  width?: number;
  /** Whether the person prefers dark colours. */
  dark?: boolean;
  /** Whether the person sees forced colours. */
  forcedColors?: boolean;
}

const ARTEFACTS =
  new URL("../../../artefacts/screens/", import.meta.url).pathname;

/** Starts the browser. Close it after the last test. */
export async function openBrowser(): Promise<Browser> {
  await prepareChromium();
  return await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args] });
}

/** How the browser of each page was set. */
const READERS = new WeakMap<BrowserContext, Reader>();

/** A page of a person who has not been here before. */
export async function newPage(
  browser: Browser,
  reader: Reader = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: reader.javaScript ?? true,
    locale: reader.locale ?? "en",
    viewport: { width: reader.width ?? 320, height: 640 },
    colorScheme: reader.dark ? "dark" : "light",
    forcedColors: reader.forcedColors ? "active" : "none",
    reducedMotion: "reduce",
    ignoreHTTPSErrors: true,
  });
  READERS.set(context, reader);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

/**
 * Runs `look` on the page where scripts run, else on a copy of what it shows:
 * without scripts no promise or timer of the page is ever fulfilled.
 */
export async function withScripts<Result>(
  page: Page,
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const reader = READERS.get(page.context()) ?? {};
  const browser = page.context().browser();
  if (reader.javaScript !== false || browser === null) return await look(page);
  const copy = await newPage(browser, { ...reader, javaScript: true });
  try {
    await copy.setContent(await page.content());
    return await look(copy);
  } finally {
    await copy.context().close();
  }
}

/** Keeps a picture of the whole page as `artefacts/screens/NAME.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${ARTEFACTS}${name}.png`, fullPage: true });
}

/** Whether the page must be moved sideways to be read. */
export async function overflowsSideways(page: Page): Promise<boolean> {
  return await page.evaluate(() =>
    document.documentElement.scrollWidth > document.documentElement.clientWidth
  );
}
