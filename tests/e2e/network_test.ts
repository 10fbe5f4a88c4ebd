/** What pages ask the network for, and what their policy lets run. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { METHODS } from "@/lib/domain/method.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { NUMBER, Person } from "@/tests/e2e/support/person.ts";
import { setPolicy } from "@/tests/support/totp.ts";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

/** Gathers what goes wrong in a window: violations of the policy, faults of scripts. */
async function complaints(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) => {
      // deno-lint-ignore no-console -- the way out of the page
      console.error(`${event.violatedDirective} ${event.blockedURI}`);
    })
  );
  return found;
}

Deno.test("the journey asks for its pages and one script, of this site alone, and its policy has nothing to stop", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  const found = await complaints(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await person.signIn();
  await person.press("list.add");
  await page.getByRole("searchbox").waitFor();
  await page.selectOption("#country", "JP");
  await page.fill("#number", NUMBER);
  await person.press("phone.sms");
  await person.enterCode();

  const script = live.requests.filter((each) => each.includes("/_fresh/"));
  assertEquals(script.length, 1);
  assertMatch(script[0] ?? "", /^GET \/_fresh\/js\/[\w-]+\.js$/);
  assertEquals(live.requests.filter((each) => !each.includes("/_fresh/")), [
    "GET /register",
    "POST /register",
    "GET /register",
    "GET /register/phone",
    "POST /register/phone",
    "GET /register/phone/code",
    "POST /register/phone/code",
    "GET /register/thanks",
  ]);
  const foreign = asked.filter((url) =>
    !url.startsWith(`${live.origin}/`) && !url.startsWith("data:")
  );
  assertEquals([foreign, found], [[], []]);
});

Deno.test("complaints() hears a script that the policy stops", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const found = await complaints(person.page);
  await person.open("/register");
  await person.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'ran'";
    document.body.append(script);
  });
  assertMatch(found.join("\n"), /script-src/);
  assert(await person.page.title() !== "ran");
});

Deno.test("the phone page can be used before its script has come", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await person.signIn();
  const order: string[] = [];
  await page.route("**/_fresh/**", (route) => {
    order.push("script asked");
    return route.abort();
  });
  await page.goto(`${live.origin}/register/phone`, { waitUntil: "commit" });
  order.push("document here");
  await page.selectOption("#country", "JP");
  await page.fill("#number", NUMBER);
  await person.press("phone.sms");
  await person.sees("/register/phone/code", "code.title");
  assertEquals(order[0], "document here");
  assertEquals(await person.sent(), 1);
});

const WITHOUT_ISLAND = [
  "/",
  "/register",
  "/register/phone/remove?phone=0",
  "/register/email",
  "/register/app",
  "/register/recovery-codes",
  "/register/questions",
  "/register/practice",
  "/register/prove",
  "/reset",
  "/reset/help",
  "/stop",
  "/nowhere",
] as const;

Deno.test("each page without an island is one request without a script", async () => {
  await using live = await openLive();
  await setPolicy(live.site, { methods: METHODS });
  await using person = await Person.come(browser, live);
  const { page } = person;
  await person.signIn("demo-phone");
  const before = live.requests.length;
  for (const path of WITHOUT_ISLAND) {
    await person.open(path);
    assertEquals(await page.locator("script").count(), 0, path);
  }
  await page.waitForLoadState("networkidle");
  assertEquals(
    live.requests.slice(before),
    WITHOUT_ISLAND.map((path) => `GET ${path.replace(/\?.*/, "")}`),
  );
});

Deno.test("the code page asks for nothing while it waits", async () => {
  await using live = await openLive();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await page.clock.install({ time: 0 });
  await person.signIn();
  await person.askForCode();
  const before = live.requests.length;
  await page.clock.runFor(11 * 60_000);
  await page.waitForLoadState("networkidle");
  assertEquals(live.requests.length, before);
});
