/** Interruptions: nothing that was shown as done is lost, no second message leaves, no error page comes. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { MASKED, NUMBER, Person } from "@/tests/e2e/support/person.ts";

const MINUTE = 60_000;

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

/** Presses a button twice, and waits until the window is where it leads. */
async function pressTwice(
  person: Person,
  selector: string,
  path: string,
): Promise<void> {
  await person.leadsOn(() => person.page.dblclick(selector));
  await person.page.waitForURL((url) => url.pathname === path);
  await person.page.waitForLoadState("load");
}

Deno.test("a double click on each button of the journey is as good as one", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live, { javaScript: false });
  const { page } = person;
  const main = "main button >> nth=0";

  await person.open("/register");
  await page.fill("#userName", "demo");
  await page.fill("#password", DEMO_PASSWORD);
  await pressTwice(person, main, "/register");
  await person.sees("/register", "list.title");

  await person.open("/register/phone");
  await page.selectOption("#country", "JP");
  await page.fill("#number", NUMBER);
  await pressTwice(person, main, "/register/phone/code");
  await person.sees("/register/phone/code", "code.title");
  assertEquals(await person.sent(), 1);

  live.site.wait(MINUTE);
  await person.leadsOn(() => page.reload());
  const again = "form[action$=resend] button >> nth=0";
  await pressTwice(person, again, "/register/phone/code");
  await person.sees("/register/phone/code", "code.title");
  assertEquals(await person.sent(), 2);

  await page.fill("#code", await live.newestCode());
  await pressTwice(person, main, "/register/thanks");
  await person.sees("/register/thanks", "thanks.title");
  assertEquals(await person.sent(), 2);

  await person.open("/register/phone/remove?phone=0");
  await pressTwice(person, main, "/register");
  await person.sees("/register", "list.title");
  // The phone that was removed is told once.
  assertEquals(await person.sent(), 3);

  await pressTwice(person, "header button", "/");
  await person.sees("/", "home.title");
});

Deno.test("the back button shows earlier steps, and what is sent from there does no harm", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await person.signIn();
  await person.askForCode();
  await person.leadsOn(() => page.goBack());
  await person.sees("/register/phone", "phone.title");
  await page.selectOption("#country", "JP");
  await page.fill("#number", NUMBER);
  await person.press("phone.sms");
  await person.sees("/register/phone/code", "code.title");
  assertEquals(await person.sent(), 1);
  await person.enterCode();

  await person.leadsOn(() => page.goBack());
  await person.sees("/register/thanks", "thanks.title");
  assertStringIncludes(await person.text(), t("thanks.used"));
  assertEquals(await person.sent(), 1);
});

Deno.test("reloading what a form led to sends nothing again", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  const postsTo = (path: string) =>
    live.requests.filter((request) => request === `POST ${path}`).length;
  await person.signIn();
  await person.askForCode();
  await person.leadsOn(() => page.reload());
  await person.sees("/register/phone/code", "code.title");
  assertEquals(postsTo("/register/phone"), 1);

  await page.fill("#code", "123");
  await person.press("code.submit");
  await person.leadsOn(() => page.reload());
  assertStringIncludes(await person.text(), t("code.short"));
  assertEquals(postsTo("/register/phone/code"), 2);

  await person.enterCode();
  await person.leadsOn(() => page.reload());
  await person.sees("/register/thanks", "thanks.title");
  assertEquals(await person.sent(), 1);
});

Deno.test("two windows of one person work side by side", async () => {
  await using live = await openLive();
  await using first = await Person.come(browser, live);
  await first.signIn();
  await first.askForCode();
  const second = await first.secondWindow();
  await second.open("/register/phone/code");
  await second.sees("/register/phone/code", "code.title");
  const code = await live.newestCode();
  await second.enterCode();
  await first.page.fill("#code", code);
  await first.press("code.submit");
  await first.sees("/register/thanks", "thanks.title");
  assertStringIncludes(await first.text(), first.t("thanks.used"));

  await second.press("app.signOut");
  await first.open("/register/phone");
  await first.sees("/register", "signIn.title");
  assertEquals(await first.sent(), 1);
});

Deno.test("a form of a window that another signed out of says so kindly and changes nothing", async () => {
  await using live = await openLive();
  await using first = await Person.come(browser, live);
  await first.signIn("demo-phone");
  await first.open("/register/phone/remove?phone=0");
  const second = await first.secondWindow();
  await second.open("/register");
  await second.press("app.signOut");
  await first.press("remove.submit");
  assertEquals(
    await first.page.textContent("h1"),
    first.t("error.forbidden.title"),
  );
  await first.signIn("demo-phone");
  assertStringIncludes(await first.text(), "••34");
  assertEquals(await first.sent(), 0);
});

Deno.test("somebody who closes the browser finds on the next day what was done", async () => {
  await using live = await openLive();
  {
    await using person = await Person.come(browser, live);
    await person.signIn();
    await person.askForCode();
    await person.enterCode();
  }
  live.site.wait(24 * 60 * MINUTE);
  await using again = await Person.come(browser, live);
  await again.signIn();
  assertStringIncludes(await again.text(), MASKED);
});

Deno.test("a restart of the server in the middle loses nothing", async () => {
  using kv = await Deno.openKv(":memory:");
  const before = await openLive({ kv });
  await using person = await Person.come(browser, before);
  await person.signIn();
  await person.askForCode();
  assertEquals(await person.sent(), 1);
  await before[Symbol.asyncDispose]();
  await using after = await openLive({ kv });
  // Cookies are for a host, whatever its port.
  const same = new Person(after, person.page, person.t);
  await same.open("/register/phone/code");
  await same.enterCode();
  assertEquals(await same.sent(), 1);
});

/** The journey's steps, each with what the person does there. */
const STEPS: readonly (readonly [
  name: string,
  go: (person: Person) => Promise<void>,
])[] = [
  ["the phone page", (person) => person.open("/register/phone")],
  ["the code page", (person) => person.askForCode()],
];

Deno.test.each(STEPS)(
  "whoever waits too long on %s signs in again and goes on",
  async (_name, go) => {
    await using live: Live = await openLive();
    await using person = await Person.come(browser, live);
    await person.signIn();
    await go(person);
    live.site.wait(76 * MINUTE);
    await person.leadsOn(() => person.page.reload());
    await person.sees("/register", "signIn.title");
    await person.signIn();
    await person.askForCode();
    await person.enterCode();
  },
);
