/** A new password by the old one: by choice, when it has expired, and when somebody else has set it. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import { mustChange } from "@/lib/flows/admin/must_change.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { Person, type PersonOptions } from "@/tests/e2e/support/person.ts";
import { look } from "@/tests/e2e/support/reset.ts";
import { NEW_PASSWORD } from "@/tests/support/reset.ts";
import { setPolicy } from "@/tests/support/totp.ts";

const DAY = 24 * 60 * 60_000;

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

const READERS: readonly (readonly [name: string, PersonOptions])[] = [
  ["Japanese, dark", { locale: "ja", dark: true }],
  ["Arabic, no script", { locale: "ar", javaScript: false }],
];

async function change(person: Person, next: string, old = DEMO_PASSWORD) {
  await person.page.fill("#password", old);
  await person.page.fill("#newPassword", next);
  await person.press("change.submit");
}

Deno.test.each(READERS)(
  "a password is changed, with a word for each that is not taken: %s",
  async (name, options) => {
    await using live = await openLive();
    await using device = await Person.come(browser, live);
    await device.signIn();
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    await person.open("/");
    await person.press("home.change");
    await person.sees("/change", "change.title");
    await look(person, `change 1, ${name}`);
    await page.fill("#userName", "demo");
    await change(person, NEW_PASSWORD, "not the old one");
    assertStringIncludes(await person.problem(), t("change.refused"));
    await change(person, "too short");
    assertStringIncludes(
      await person.problem(),
      t("newPassword.short", { n: 15 }),
    );
    assertEquals(await page.inputValue("#userName"), "demo");
    assertEquals(await page.inputValue("#newPassword"), "");
    assertEquals(await axeViolations(page), []);
    await look(person, `change 2 too short, ${name}`);
    await change(person, DEMO_PASSWORD);
    assertStringIncludes(await person.problem(), t("newPassword.history"));
    await change(person, NEW_PASSWORD);
    await person.sees("/change/done", "change.done.title");
    await look(person, `change 3 done, ${name}`);
    await person.leadsOn(() => page.reload());
    await person.sees("/change/done", "change.done.title");

    await device.open("/register");
    await device.sees("/register", "signIn.title");
    await person.signIn("demo", NEW_PASSWORD);
  },
);

Deno.test.each(READERS)(
  "whoever signs in with an expired password chooses a new one first: %s",
  async (name, options) => {
    await using live = await openLive();
    await setPolicy(live.site, { passwordMaxAge: 30 });
    live.site.wait(31 * DAY);
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    await person.trySignIn("demo");
    await person.sees("/change", "change.title");
    assertStringIncludes(await person.text(), t("change.due.expired"));
    assertEquals(await page.inputValue("#userName"), "demo");
    await look(person, `change 4 expired, ${name}`);
    await person.open("/register/phone");
    await person.sees("/change", "change.title");
    await change(person, NEW_PASSWORD);
    await person.sees("/change/done", "change.done.title");
    await person.press("change.done.go");
    await person.sees("/register", "list.title");
  },
);

Deno.test("a password that somebody else has set is changed first, and the way back in is near", async () => {
  await using live = await openLive();
  await mustChange(live.site.deps, "demo");
  await using person = await Person.come(browser, live);
  await person.trySignIn("demo");
  await person.sees("/change", "change.title");
  assertStringIncludes(
    await person.text(),
    person.t("change.due.mustChange"),
  );
  await look(person, "change 5 must be changed");
  await person.press("change.forgotten");
  await person.sees("/reset", "reset.title");
  await person.open("/register");
  await person.sees("/change", "change.title");
  await change(person, NEW_PASSWORD);
  await person.press("change.done.go");
  await person.sees("/register", "list.title");
});

Deno.test("what password managers open leads to the page", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  await person.open("/.well-known/change-password");
  await person.sees("/change", "change.title");
  const { origin } = live;
  const never =
    "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200";
  const answer = await person.page.goto(origin + never);
  assertEquals(answer?.status(), 404);
});
