/** The journey in a browser, as people of many kinds walk it. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import {
  openBrowser,
  overflowsSideways,
  screenshot,
} from "@/tests/e2e/support/browser.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import {
  MASKED,
  NUMBER,
  Person,
  type PersonOptions,
} from "@/tests/e2e/support/person.ts";

const MINUTE = 60_000;

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

/** Keeps a picture, and makes sure that nothing must be moved sideways. */
async function look(person: Person, name: string): Promise<void> {
  assert(!await overflowsSideways(person.page), `${name} is too wide`);
  await screenshot(person.page, name);
}

const READERS: readonly (readonly [name: string, PersonOptions])[] = [
  ["English, narrow", { locale: "en" }],
  ["Japanese, narrow, no script", { locale: "ja", javaScript: false }],
  ["English, wide, dark, no script", {
    locale: "en",
    width: 1280,
    dark: true,
    javaScript: false,
  }],
  ["Japanese, wide, dark", { locale: "ja", width: 1280, dark: true }],
];

Deno.test.each(READERS)("a phone is registered: %s", async (name, options) => {
  await using live = await openLive();
  await using person = await Person.come(browser, live, options);
  const { page, t } = person;

  await person.open("/");
  await look(person, `${name} 1 home`);
  await person.press("home.register");
  await person.sees("/register", "signIn.title");
  await look(person, `${name} 2 sign in`);
  await person.signIn();
  assertStringIncludes(await person.text(), t("list.phone.unset"));
  await look(person, `${name} 3 list`);
  await person.press("list.add");
  await person.sees("/register/phone", "phone.title");
  assertEquals(
    await page.inputValue("#country"),
    options.locale === "ja" ? "JP" : "US",
  );
  await page.selectOption("#country", "JP");
  await page.fill("#number", NUMBER);
  await look(person, `${name} 4 phone`);
  await person.press("phone.sms");
  await person.sees("/register/phone/code", "code.title");
  assertStringIncludes(await person.text(), MASKED);
  await look(person, `${name} 5 code`);
  await person.enterCode();
  assertStringIncludes(await person.text(), t("thanks.ready"));
  await look(person, `${name} 6 thanks`);
  await person.press("app.list");
  assertStringIncludes(await person.text(), MASKED);
  await look(person, `${name} 7 list done`);
  await person.press("app.signOut");
  await person.sees("/", "home.title");
  await person.open("/register/thanks");
  await person.sees("/register", "signIn.title");
  assertEquals(await person.sent(), 1);
});

Deno.test.each([true, false])(
  "a phone is changed and removed (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    await using person = await Person.come(browser, live, { javaScript });
    const { page, t } = person;
    await person.signIn("demo-phone");
    live.site.wait(6 * MINUTE);
    await person.press("list.change");
    await person.sees("/register/prove", "password.title");
    await page.fill("#password", "wrong");
    await person.press("password.submit");
    assertStringIncludes(await person.text(), t("password.refused"));
    await page.fill("#password", DEMO_PASSWORD);
    await person.press("password.submit");
    await person.sees("/register/phone", "phone.title.change");
    await person.typeNumber();
    await person.enterCode();
    await person.press("app.list");
    await person.press("list.remove");
    await person.sees("/register/phone/remove", "remove.title");
    await look(person, `remove, script ${javaScript}`);
    await person.press("remove.keep");
    assertStringIncludes(await person.text(), MASKED);
    await person.press("list.remove");
    await person.press("remove.submit");
    await person.sees("/register", "list.title");
    assertStringIncludes(await person.text(), t("list.phone.unset"));
  },
);

Deno.test("the code comes by call, and the page says so", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  await person.signIn();
  await person.open("/register/phone");
  await person.page.selectOption("#country", "JP");
  await person.page.fill("#number", NUMBER);
  await person.press("phone.voice");
  await live.site.settle();
  await person.leadsOn(() => person.page.reload());
  assertStringIncludes(
    await person.text(),
    person.t("code.sent.voice", { to: MASKED }),
  );
  const [call] = await live.site.outbox();
  assertEquals([call?.channel, await person.sent()], ["voice", 1]);
});

Deno.test("the language is changed in the middle, and nothing is lost", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await person.signIn();
  await person.askForCode();
  await person.leadsOn(() => page.click("nav a[lang=ja]"));
  assertEquals(await page.getAttribute("html", "lang"), "ja");
  assertEquals(new URL(page.url()).pathname, "/register/phone/code");
  await page.fill("#code", await live.newestCode());
  await person.leadsOn(() => page.click("main button >> nth=0"));
  assertEquals(new URL(page.url()).pathname, "/register/thanks");
  assertEquals(await person.sent(), 1);
});
