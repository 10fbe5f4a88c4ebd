/** The journey without a mouse: everything is reached in order, the focus is seen, errors lead to their fields. */
import { assertEquals, assertMatch } from "@std/assert";
import type { Browser } from "playwright-core";
import { METHODS } from "@/lib/domain/method.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { assertWalk, tabTo } from "@/tests/e2e/support/keyboard.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";
import { setPolicy } from "@/tests/support/totp.ts";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

const PAGES = [
  ["/", "home.title"],
  ["/register", "list.title"],
  ["/register/phone", "phone.title.second"],
  ["/register/phone/code", "code.title"],
  ["/register/phone/remove?phone=0", "remove.title"],
  ["/register/email", "email.title"],
  ["/register/app", "totp.title"],
  ["/register/passkey", "passkey.title"],
  ["/register/recovery-codes", "recovery.title"],
  ["/register/questions", "questions.title"],
  ["/register/practice/send", "practice.title"],
  ["/stop", "stop.title"],
] as const;

Deno.test("Tab reaches every control of every page in order, and each is seen to have the focus", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await setPolicy(live.site, { methods: METHODS });
  await person.signIn("demo-phone");
  await person.askForCode();
  for (const [path, title] of PAGES) {
    await person.open(path);
    await person.sees(new URL(path, live.origin).pathname, title);
    if (path === "/register/phone") await page.getByRole("searchbox").waitFor();
    if (title === "passkey.title") await page.locator("main button").waitFor();
    await assertWalk(page);
  }
  await person.open("/register/phone/code");
  await person.enterCode();
  await assertWalk(page);
});

Deno.test.each([true, false])(
  "a phone is registered by keyboard alone (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    await using person = await Person.come(browser, live, { javaScript });
    const { keyboard } = person.page;
    await person.open("/register");
    await tabTo(person.page, "#userName");
    await keyboard.type("demo");
    await tabTo(person.page, "#password");
    await keyboard.type(DEMO_PASSWORD);
    await person.leadsOn(() => keyboard.press("Enter"));
    await person.sees("/register", "list.title");
    await tabTo(person.page, "a[href='/register/phone']");
    await person.leadsOn(() => keyboard.press("Enter"));
    await tabTo(person.page, "#country");
    await keyboard.type("Japan");
    await tabTo(person.page, "#number");
    await keyboard.type("090 1234 5678");
    await tabTo(person.page, "button[value=sms]");
    await person.leadsOn(() => keyboard.press("Space"));
    await person.sees("/register/phone/code", "code.title");
    await tabTo(person.page, "#code");
    await keyboard.type(await live.newestCode());
    await person.leadsOn(() => keyboard.press("Enter"));
    await person.sees("/register/thanks", "thanks.title");
    assertEquals((await live.site.outbox())[0]?.to, "+819012345678");
  },
);

Deno.test("Enter in the number field asks for a text, the first way on the page", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  await person.signIn();
  await person.open("/register/phone");
  await person.page.fill("#number", "+81 90 1234 5678");
  await person.leadsOn(() => person.page.press("#number", "Enter"));
  await person.sees("/register/phone/code", "code.title");
  await live.site.settle();
  assertEquals((await live.site.outbox())[0]?.channel, "sms");
});

Deno.test.each([true, false])(
  "an error has the focus, and its link leads to the field (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    await using person = await Person.come(browser, live, { javaScript });
    const { page } = person;
    await person.signIn();
    await person.open("/register/phone");
    await page.fill("#number", "12");
    await person.press("phone.sms");
    const focus = () =>
      page.evaluate(() => {
        const { id, role } = document.activeElement ?? document.body;
        return id || role;
      });
    assertEquals(await focus(), "alert");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#number$/);
    assertEquals(await focus(), "number");
    const described = await page.getAttribute("#number", "aria-describedby");
    assertMatch(described ?? "", /^number-error /);
    assertEquals(
      await page.innerText("#number-error"),
      person.t("phone.short"),
    );
  },
);
