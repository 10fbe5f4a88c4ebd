/** What scripts add: the search for a country, the countdown, the code out of the text. Nothing submits by itself. */
import { assert, assertEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { openBrowser, screenshot } from "@/tests/e2e/support/browser.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

/** What is chosen in the page's own list, as it reads. */
async function chosen(page: Page): Promise<string> {
  return await page.innerText("#country option:checked");
}

const SEARCHES = [
  ["en", "kingd", "United Kingdom"],
  ["en", "cote", "Côte d’Ivoire"],
  ["ja", "イギリス", "イギリス"],
] as const;

Deno.test.each(SEARCHES)(
  "CountryPicker in %s finds by %s: %s",
  async (locale, typed, country) => {
    await using live = await openLive();
    await using person = await Person.come(browser, live, { locale });
    const { page, t } = person;
    await person.signIn();
    await person.open("/register/phone");
    const name = t("phone.country.find");
    await page.getByRole("searchbox", { name }).fill(typed);
    assertEquals(await chosen(page), country);
    assertEquals(await page.innerText("main [role=status]"), country);
    const shown = "#country option:not([hidden])";
    assert((await page.locator(shown).allInnerTexts()).includes(country));
    assert(await page.locator(shown).count() < 10);
  },
);

Deno.test("CountryPicker says that there is no such country, and keeps the list and the choice", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await person.signIn();
  await person.open("/register/phone");
  await page.selectOption("#country", "JP");
  await page.getByRole("searchbox").fill("atlantis");
  assertEquals(
    await page.innerText("main [role=status]"),
    t("phone.country.notFound"),
  );
  assertEquals(await chosen(page), "Japan");
  assertEquals(await page.locator("#country option[hidden]").count(), 0);
});

Deno.test("CountryPicker: Enter ends the search in the list and sends nothing", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await person.signIn();
  await person.open("/register/phone");
  await page.getByRole("searchbox").fill("japan");
  await page.keyboard.press("Enter");
  assertEquals(
    await page.evaluate(() => document.activeElement?.id),
    "country",
  );
  assertEquals(await chosen(page), "Japan");
  await screenshot(page, "island country found");
  assert(!live.requests.includes("POST /register/phone"));
  await page.fill("#number", "09012345678");
  await person.press("phone.sms");
  await person.sees("/register/phone/code", "code.title");
});

Deno.test("CodeInput counts down to the moment from which the server sends again", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await page.clock.install({ time: 0 });
  await person.signIn();
  await person.askForCode();
  await page.clock.pauseAt(60_000);
  const loaded = await page.evaluate(() => Date.now());
  await person.leadsOn(() => page.reload());
  const wait = Number(/in (\d+) seconds/.exec(await person.text())?.[1]);
  assert(wait >= 25 && wait <= 33, `${wait}`);

  const now = t("code.again.now");
  const heard = new Set<string>();
  let seconds = 0;
  for (; seconds < 60; seconds++) {
    heard.add(await page.innerText("form [role=status]"));
    if (await page.getByText(now).first().isVisible()) break;
    await page.clock.runFor(1_000);
  }
  const passed = await page.evaluate(() => Date.now()) - loaded;
  assert(Math.abs(passed / 1000 - wait) <= 2, `${passed} ms for ${wait} s`);
  // WCAG 2.2 4.1.3: at the start nothing, then every 15 s at most, then the end.
  assert(heard.size <= 4, [...heard].join("|"));

  live.site.wait((wait - 1) * 1_000);
  await person.press("code.again.sms");
  assertEquals(await person.sent(), 1);
  live.site.wait(1_000);
  await person.press("code.again.sms");
  await person.sees("/register/phone/code", "code.title");
  assertEquals(await person.sent(), 2);
});

/** Stands in for the phone: `arrive(code)` is a text that came. */
function phone(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  scope.OTPCredential ??= class {};
  Object.defineProperty(navigator.credentials, "get", {
    value: ({ signal }: { signal: AbortSignal }) =>
      new Promise((resolve) => {
        scope.arrive = (code: string) => resolve({ code });
        scope.listening = () => !signal.aborted;
      }),
  });
}

/** A text comes to the phone of that window. */
async function arrive(page: Page, code: string): Promise<void> {
  await page.waitForFunction(() => "arrive" in globalThis);
  await page.evaluate((code) => {
    const scope = globalThis as unknown as { arrive(code: string): void };
    scope.arrive(code);
  }, code);
}

Deno.test("CodeInput takes the code out of the text and leaves sending to the person", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await page.addInitScript(phone);
  await person.signIn();
  await person.askForCode();
  const before = live.requests.length;
  const code = await live.newestCode();
  await arrive(page, code);
  await page.waitForFunction(() =>
    document.querySelector<HTMLInputElement>("#code")?.value !== ""
  );
  assertEquals(await page.inputValue("#code"), code);
  await person.sees("/register/phone/code", "code.title");
  assert(!live.requests.slice(before).some((each) => each.startsWith("POST")));
  await person.press("code.submit");
  await person.sees("/register/thanks", "thanks.title");
});

Deno.test("CodeInput leaves what the person typed", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await page.addInitScript(phone);
  await person.signIn();
  await person.askForCode();
  await page.locator("#code").pressSequentially("123456");
  await arrive(page, "654321");
  await page.evaluate(() => Promise.resolve());
  assertEquals(await page.inputValue("#code"), "123456");
  // Six digits are typed, and nothing was sent.
  await person.sees("/register/phone/code", "code.title");
  assert(!live.requests.includes("POST /register/phone/code"));
});

Deno.test("a code that is pasted with spaces is taken whole", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await person.signIn();
  await person.askForCode();
  const code = await live.newestCode();
  await page.focus("#code");
  await page.keyboard.insertText(` ${code.slice(0, 3)} ${code.slice(3)} `);
  await person.press("code.submit");
  await person.sees("/register/thanks", "thanks.title");
});
