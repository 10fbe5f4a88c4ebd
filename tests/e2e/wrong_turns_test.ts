/** Wrong turns at each step: what the page says, and where the person stands then. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { openBrowser, screenshot } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";

const MINUTE = 60_000;
const SCRIPTS = [true, false] as const;

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

/** What an error page owes to the person. */
async function saysWrong(person: Person, text: string): Promise<void> {
  const { page } = person;
  assertStringIncludes(await page.innerText("[role=alert]"), text);
  assert((await page.title()).startsWith("Error: "));
}

/** The newest code with another last digit. */
async function wrongCode(live: Live): Promise<string> {
  const code = await live.newestCode();
  return code.slice(0, 5) + (Number(code[5]) + 1) % 10;
}

Deno.test.each(SCRIPTS)("sign-in (script: %s)", async (javaScript) => {
  await using live = await openLive();
  await using person = await Person.come(browser, live, { javaScript });
  const { page, t } = person;
  await person.open("/register/phone");
  await person.sees("/register", "signIn.title");
  await person.press("signIn.submit");
  await saysWrong(person, t("signIn.userName.missing"));
  assertStringIncludes(await person.text(), t("signIn.password.missing"));
  await screenshot(page, "wrong 1 sign in, empty");
  await page.fill("#userName", "demo");
  await page.fill("#password", "not-the-password");
  await person.press("signIn.submit");
  await saysWrong(person, t("signIn.refused"));
  await screenshot(page, "wrong 2 sign in, refused");
  assertEquals(await axeViolations(page), []);
  assertEquals(await page.inputValue("#userName"), "demo");
  assertEquals(await page.inputValue("#password"), "");
  await page.fill("#password", DEMO_PASSWORD);
  await person.press("signIn.submit");
  await person.sees("/register", "list.title");
});

const NUMBERS: readonly (readonly [country: string, typed: string, Key])[] = [
  ["JP", "", "phone.empty"],
  ["JP", "O9O-I234-5678", "phone.letters"],
  ["JP", "090-12", "phone.short"],
  ["JP", "090-1234-5678-9012", "phone.long"],
  ["JP", "03-1234-5678", "phone.landline"],
  ["JP", "0990-123-456", "phone.premium"],
  ["", "090-1234-5678", "phone.country.unknown"],
  ["JP", "+870 773 123 456", "phone.global"],
];

Deno.test("the phone page keeps what was typed and says what is wrong with it", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await person.signIn();
  await person.open("/register/phone");
  for (const [country, typed, key] of NUMBERS) {
    await page.selectOption("#country", country);
    await page.fill("#number", typed);
    // A typed plus may have chosen its own country.
    const chosen = await page.inputValue("#country");
    await person.press("phone.sms");
    await saysWrong(person, t(key, { voice: t("phone.voice") }));
    assertEquals(await page.inputValue("#number"), typed);
    assertEquals(await page.inputValue("#country"), chosen);
    await screenshot(page, `wrong 3 ${key}`);
  }
  assertEquals(await axeViolations(page), []);
  assertEquals(await person.sent(), 0);
});

Deno.test("the code page has a sentence for each code that is not right", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await person.signIn();
  await person.open("/register/phone/code");
  await person.sees("/register/phone", "phone.title");
  await person.askForCode();
  const wrong = await wrongCode(live);
  const said: [typed: string, text: string][] = [
    ["", t("code.missing")],
    ["123", t("code.short")],
    ["1234567", t("code.long")],
    ...[4, 3, 2, 1].map((left): [string, string] => [
      wrong,
      t.plural("code.wrong", left),
    ]),
  ];
  for (const [typed, text] of said) {
    await page.fill("#code", typed);
    await person.press("code.submit");
    await saysWrong(person, text);
  }
  await screenshot(page, "wrong 4 code, one try left");
  await page.fill("#code", wrong);
  await person.press("code.submit");
  await saysWrong(person, t("code.tries"));
  await screenshot(page, "wrong 5 code, burnt");
  assertEquals(await axeViolations(page), []);
  assertEquals(await page.locator("#code").count(), 0);
  live.site.wait(MINUTE);
  await person.press("code.again.sms");
  await person.enterCode();
});

Deno.test("a late code is replaced by one press, with nothing typed again", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await person.signIn();
  await person.askForCode();
  const old = await live.newestCode();
  live.site.wait(10 * MINUTE);
  await page.fill("#code", old);
  await person.press("code.submit");
  await saysWrong(person, t("code.late"));
  await screenshot(page, "wrong 6 code, late");
  await person.press("code.again.sms");
  await person.enterCode();
});

Deno.test("asking again too early says when, and sends nothing", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  await person.signIn();
  await person.askForCode();
  await person.press("code.instead.voice");
  const [early = ""] = person.t("code.early", { time: "|" }).split("|");
  await saysWrong(person, early);
  await screenshot(person.page, "wrong 7 code, too early");
  assertEquals(await person.sent(), 1);
  // The address that the form went to can be reloaded or shared all the same.
  await person.open("/register/phone/resend");
  await person.sees("/register/phone/code", "code.title");
});

Deno.test("another number is used after a mistake, and the first code is worth nothing", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await person.signIn();
  await person.askForCode("090-1234-0000");
  const first = await live.newestCode();
  await person.press("code.another.phone");
  await person.sees("/register/phone", "phone.title");
  live.site.wait(MINUTE);
  await person.askForCode();
  const second = await live.newestCode();
  if (first !== second) {
    await page.fill("#code", first);
    await person.press("code.submit");
    await saysWrong(person, person.t.plural("code.wrong", 4));
  }
  await person.enterCode();
});

Deno.test("whoever is outside the permitted groups reads so", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live, { javaScript: false });
  const { page } = person;
  await person.open("/register");
  await page.fill("#userName", "demo-outside");
  await page.fill("#password", DEMO_PASSWORD);
  await person.press("signIn.submit");
  await person.sees("/register", "list.closed.title");
  await screenshot(page, "wrong 8 closed");
  assertEquals(await axeViolations(page), []);
});

const LOST: readonly (readonly [path: string, Key])[] = [
  ["/nowhere", "error.missing.title"],
  ["/%ff", "error.request.title"],
  ["/dev/outbox", "outbox.title"],
];

Deno.test.each(LOST)(
  "%s is a page with the way on",
  async (path, heading) => {
    await using live = await openLive();
    await using person = await Person.come(browser, live, { locale: "ja" });
    await person.open(path);
    assertEquals(await person.page.textContent("h1"), person.t(heading));
    await screenshot(person.page, `page ${heading}`);
    assertEquals(await axeViolations(person.page), []);
    if (path.startsWith("/dev")) return;
    await person.press("app.start");
    await person.sees("/", "home.title");
  },
);
