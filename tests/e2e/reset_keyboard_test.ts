/** The way back in without a mouse: everything is reached in order, the focus is seen, errors lead to their fields. */
import { assertEquals } from "@std/assert";
import type { Browser } from "playwright-core";
import type { Key } from "@/lib/i18n/translate.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { assertWalk, tabTo } from "@/tests/e2e/support/keyboard.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";
import { forget } from "@/tests/e2e/support/reset.ts";
import { askForText, typeCode } from "@/tests/e2e/support/reset_steps.ts";
import {
  NEW_PASSWORD,
  NUMBER,
  setUpReset,
  USER,
} from "@/tests/support/reset.ts";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

Deno.test("Tab reaches every control of every page in order, and each is seen to have the focus", async () => {
  await using live = await openLive();
  const passwordAdmins = ["help@example.com"];
  const policy = { unlock: "yes", passwordAdmins } as const;
  await setUpReset(live.site, ["totp", "phone", "email"], policy);
  await using person = await Person.come(browser, live);
  const walk = async (path: string, title: Key) => {
    await person.open(path);
    await person.sees(path, title);
    await assertWalk(person.page);
  };
  await walk("/reset", "reset.title");
  await forget(person, USER);
  await walk("/reset/help", "reset.help");
  await walk("/reset/why", "reset.why.title");
  await person.press("reset.why.password");
  await walk("/reset/prove/app", "prove.title");
  await walk("/reset/prove/send", "prove.title");
  await askForText(person, NUMBER);
  await walk("/reset/prove/code", "prove.title");
  await typeCode(person);
  await person.sees("/reset/password", "reset.password.title");
  await person.page.getByRole("button", {
    name: person.t("newPassword.show"),
  }).waitFor();
  await assertWalk(person.page);
  await walk("/change", "change.title");
});

/** Types into the field that is next by Tab, and goes on. */
async function fill(person: Person, selector: string, text: string) {
  await tabTo(person.page, selector);
  await person.page.keyboard.type(text);
  await enter(person);
}

async function enter(person: Person): Promise<void> {
  await person.leadsOn(() => person.page.keyboard.press("Enter"));
}

Deno.test.each([true, false])(
  "a password is reset by keyboard alone (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    await setUpReset(live.site, ["phone"]);
    await using person = await Person.come(browser, live, { javaScript });
    const { page } = person;
    const { keyboard } = page;
    await person.open("/");
    await tabTo(page, "a[href='/reset']");
    await enter(person);
    await fill(person, "#identifier", USER);
    await person.sees("/reset/prove/send", "prove.title");
    await fill(person, "#number", NUMBER);
    await person.sees("/reset/prove/code", "prove.title");
    await live.site.settle();
    assertEquals((await live.site.outbox())[0]?.channel, "sms");
    await fill(person, "#code", "12");
    const focus = page.locator(":focus");
    assertEquals(await focus.getAttribute("role"), "alert");
    await keyboard.press("Tab");
    await keyboard.press("Enter");
    await page.waitForURL(/#code$/);
    await keyboard.type(await live.newestCode());
    await enter(person);
    await person.sees("/reset/password", "reset.password.title");
    await fill(person, "#newPassword", NEW_PASSWORD);
    await person.sees("/reset/done", "reset.done.title");
    await tabTo(page, "a[href='/register']");
    await enter(person);
    await person.sees("/register", "signIn.title");
  },
);
