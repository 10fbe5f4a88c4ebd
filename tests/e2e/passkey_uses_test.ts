/** Passkeys that are used in Chromium: offered on the sign-in page, and in a practice run. */
import { assert, assertEquals } from "@std/assert";
import type { Browser } from "playwright-core";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { addAuthenticator } from "@/tests/e2e/support/authenticator.ts";
import { openBrowser, screenshot } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";
import { setPolicy } from "@/tests/support/totp.ts";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(async () => {
  await browser.close();
});

async function openPasskeys(): Promise<Live> {
  const live = await openLive();
  await setPolicy(live.site, { methods: ["phone", "passkey"] });
  return live;
}

/** Somebody whose device holds a passkey, signed in. */
async function comeWithPasskey(live: Live): Promise<Person> {
  const person = await Person.come(browser, live, { locale: "en" });
  await addAuthenticator(person.page);
  await person.signIn();
  await person.open("/register/passkey");
  await person.press("passkey.submit");
  await person.sees("/register/thanks", "thanks.title");
  return person;
}

Deno.test("the browser offers the passkey on the sign-in page, and it signs in", async () => {
  await using live = await openPasskeys();
  await using person = await comeWithPasskey(live);
  await person.press("app.signOut");
  // The authenticator takes the offer at once, as a person does who chooses it.
  await person.open("/register");
  const list = { name: person.t("list.title") };
  await person.page.getByRole("heading", list).waitFor();
  assert(live.requests.includes("POST /register/sign-in"));
});

Deno.test("whoever has no passkey signs in by password, whatever the browser offers", async () => {
  await using live = await openPasskeys();
  await using person = await Person.come(browser, live, { locale: "en" });
  await addAuthenticator(person.page);
  await person.open("/register");
  assertEquals(await axeViolations(person.page), []);
  await screenshot(person.page, "sign-in-passkey");
  await person.signIn();
  assert(!live.requests.includes("POST /register/sign-in"));
});

Deno.test("a person practises with the passkey, and the list says when", async () => {
  await using live = await openPasskeys();
  await using person = await comeWithPasskey(live);
  const { page, t } = person;
  await person.open("/register/practice");
  await person.sees("/register/practice", "practice.title");
  await person.follow("/register/practice/passkey");
  const button = page.getByRole("button", { name: t("prove.passkey") });
  await button.waitFor();
  assertEquals(await axeViolations(page), []);
  await screenshot(page, "practice-passkey");
  await person.press("prove.passkey");
  await person.sees("/register/practice/done", "practice.done.title");
  await person.open("/register");
  const date = t.date(live.site.deps.now());
  assert((await person.text()).includes(t("list.practised", { date })));
});
