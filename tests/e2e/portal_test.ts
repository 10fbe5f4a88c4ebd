/** What the portal asks of people by itself: to register before they go on, to look again, to practise, to say "not me". */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import {
  openBrowser,
  overflowsSideways,
  screenshot,
} from "@/tests/e2e/support/browser.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { readStop } from "@/tests/support/people.ts";
import { setPolicy } from "@/tests/support/totp.ts";
import { readCode } from "@/tests/support/world.ts";

const DAY = 24 * 60 * 60_000;
const APP = "https://app.example";
const ANSWER = /^https:\/\/app\.example\/start\?aikagi=[\w-]+\.[\w-]+\.[\w-]+$/;
const NEEDED = { requireRegistration: "yes", returnOrigins: [APP] } as const;
const SCRIPTS = [true, false] as const;
const OLD = "+81 •• •••• ••34";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

/** Signs in on the page in front. */
async function signInHere({ page }: Person, userName: string) {
  await page.fill("#userName", userName);
  await page.fill("#password", DEMO_PASSWORD);
}

/** Keeps a picture, and makes sure that nothing must be moved sideways. */
async function look({ page }: Person, name: string): Promise<void> {
  assertEquals(await overflowsSideways(page), false, name);
  await screenshot(page, `portal ${name}`);
}

Deno.test.each(SCRIPTS)(
  "an application sends a person here, who skips, and then registers (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    await setPolicy(live.site, NEEDED);
    await using person = await Person.come(browser, live, { javaScript });
    const { page } = person;
    const host = new URL(APP).host;
    const answers: string[] = [];
    page.on("request", (request) => {
      if (request.url().startsWith(APP)) answers.push(request.url());
    });

    await person.open(`/register?return_to=${APP}/start`);
    await signInHere(person, "demo");
    await person.press("signIn.submit");
    await person.sees("/register/required", "required.title");
    await look(person, `required, script ${javaScript}`);
    await person.press("required.skip");
    await person.sees("/register/return", "return.title");
    await person.press("return.go", { host });
    assertMatch(answers[0] ?? "", ANSWER);

    await person.open("/register");
    await person.press("app.signOut");
    await person.open(`/register?return_to=${APP}/start`);
    await signInHere(person, "demo");
    await person.press("signIn.submit");
    await person.press("required.next");
    await person.sees("/register", "list.title");
    await person.askForCode();
    await person.enterCode();
    await look(person, `thanks with a way back, script ${javaScript}`);
    await person.press("return.go", { host });
    await person.press("return.go", { host });
    assertMatch(answers[1] ?? "", ANSWER);
  },
);

Deno.test.each(SCRIPTS)(
  "what is on file is confirmed again (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    await setPolicy(live.site, { reviewDays: 30 });
    live.site.wait(31 * DAY);
    await using person = await Person.come(browser, live, { javaScript });
    await person.open("/register");
    await signInHere(person, "demo-phone");
    await person.press("signIn.submit");
    await person.sees("/register/review", "review.title");
    assertStringIncludes(await person.text(), OLD);
    await look(person, `review, script ${javaScript}`);
    await person.press("review.good");
    await person.sees("/register", "list.title");
    await person.press("app.signOut");
    await person.signIn("demo-phone");
  },
);

Deno.test.each(SCRIPTS)(
  "a spare key is tried (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    await using person = await Person.come(browser, live, { javaScript });
    const { page, t } = person;
    await person.signIn("demo-phone");
    await person.press("list.practise");
    await person.sees("/register/practice", "practice.title");
    await look(person, `practice, script ${javaScript}`);
    await person.follow("/register/practice/send");
    await look(person, `practice number, script ${javaScript}`);
    await page.fill("#number", "090-1234-5634");
    const to = t("reset.to.phone", { end: "34" });
    await person.press("prove.to.sms", { to });
    await look(person, `practice code, script ${javaScript}`);
    await page.fill("#code", await live.newestCode());
    await person.press("code.submit");
    await person.sees("/register/practice/done", "practice.done.title");
    await look(person, `practice done, script ${javaScript}`);
    await person.press("app.list");
    await person.sees("/register", "list.title");
    const date = t.date(live.site.deps.now());
    assertStringIncludes(await person.text(), t("list.practised", { date }));
  },
);

Deno.test.each(SCRIPTS)(
  "a change that was not theirs is stopped, and recovery opened again (script: %s)",
  async (javaScript) => {
    await using live = await openLive();
    live.site.wait(DAY); // The owner's phone is older than the change.
    await using stranger = await Person.come(browser, live, { javaScript });
    await stranger.signIn("demo-phone");
    await stranger.press("list.phone.second");
    await stranger.typeNumber();
    await stranger.enterCode();
    await live.site.settle();
    const notice = (await live.site.outbox()).at(-1);
    assertEquals(notice?.to, "+819012345634");

    await using owner = await Person.come(browser, live, { javaScript });
    const { page } = owner;
    await owner.open("/stop");
    await page.fill("#code", "0000 0000");
    await owner.press("stop.submit");
    assertStringIncludes(await owner.problem(), owner.t("stop.unknown"));
    await page.fill("#code", readStop({ text: notice?.text ?? "" }));
    await owner.press("stop.submit");
    await owner.sees("/stop/done", "stop.done.title");
    await look(owner, `stopped, script ${javaScript}`);
    await stranger.open("/register");
    await stranger.sees("/register", "signIn.title");

    await owner.signIn("demo-phone");
    await look(owner, `list frozen, script ${javaScript}`);
    await owner.press("list.frozen.lift");
    await owner.press("prove.to.sms", { to: OLD });
    await live.site.settle();
    const code = (await live.site.outbox()).at(-1);
    await page.fill("#code", readCode({ text: code?.text ?? "" }));
    await owner.press("code.submit");
    await owner.sees("/register/lift", "lift.title");
    await look(owner, `lift, script ${javaScript}`);
    await owner.press("lift.submit");
    assertStringIncludes(await owner.text(), owner.t("lift.done"));
  },
);
