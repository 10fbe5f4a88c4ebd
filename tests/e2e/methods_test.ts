/** Each method that has pages of its own, set up, changed and removed in a browser, with scripts and without. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import type { Browser } from "playwright-core";
import { fromBase32 } from "@/lib/crypto/base32.ts";
import { stepAt, totp } from "@/lib/crypto/totp.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import {
  openBrowser,
  overflowsSideways,
  screenshot,
} from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import {
  MASKED,
  Person,
  type PersonOptions,
} from "@/tests/e2e/support/person.ts";
import { setPolicy } from "@/tests/support/totp.ts";

const MINUTE = 60_000;
const OLD = "+81 •• •••• ••34";

const READERS: readonly (readonly [name: string, PersonOptions])[] = [
  ["English, dark", { locale: "en", dark: true }],
  ["Japanese, no script", { locale: "ja", javaScript: false }],
];

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

async function openWith(methods: Policy["methods"]): Promise<Live> {
  const live = await openLive();
  await setPolicy(live.site, { methods });
  return live;
}

/** Keeps a picture, and makes sure that nothing must be moved sideways. */
async function look({ page }: Person, name: string): Promise<void> {
  assert(!await overflowsSideways(page), `${name} is too wide`);
  await screenshot(page, `method ${name}`);
}

/** The key as the page spells it. */
async function keyOn({ page }: Person): Promise<string> {
  return (await page.innerText("main bdi[dir=ltr]")).replaceAll(" ", "");
}

/** What an app that was given the key shows now. */
function shows({ site }: Live, key: string): string {
  const seed = fromBase32(key);
  assert(seed !== null, `${key} is no base32`);
  return totp(seed, stepAt(site.deps.now()));
}

async function typeCode(person: Person, code: string): Promise<void> {
  await person.page.fill("#code", code);
  await person.press("code.submit");
}

Deno.test.each(READERS)("an authenticator app: %s", async (name, options) => {
  await using live = await openWith(["phone", "totp"]);
  await using person = await Person.come(browser, live, options);
  const { t } = person;
  await person.signIn();
  await person.follow("/register/app");
  await person.sees("/register/app", "totp.title");
  await look(person, `app, ${name}`);
  const key = await keyOn(person);
  assertMatch(key, /^[A-Z2-7]{32}$/);
  const right = shows(live, key);
  await typeCode(person, String((Number(right) + 1) % 1e6).padStart(6, "0"));
  assertStringIncludes(await person.problem(), t.plural("totp.wrong", 19));
  assertEquals(await keyOn(person), key);
  await typeCode(person, right);
  await person.sees("/register/thanks", "thanks.title");
  assertStringIncludes(await person.text(), t("thanks.totp"));
  await look(person, `app done, ${name}`);

  await person.press("app.list");
  assertStringIncludes(await person.text(), t("list.totp.set"));
  await look(person, `app on the list, ${name}`);
  live.site.wait(6 * MINUTE);
  await person.follow("/register/app/remove");
  await person.sees("/register/prove/app", "prove.title");
  await look(person, `app as proof, ${name}`);
  await typeCode(person, shows(live, key));
  await person.sees("/register/app/remove", "remove.totp.title");
  await person.press("remove.submit");
  assertStringIncludes(await person.text(), t("list.totp.unset"));
});

Deno.test.each(READERS)("an email address: %s", async (name, options) => {
  await using live = await openWith(["phone", "email"]);
  await using person = await Person.come(browser, live, options);
  const { page, t } = person;
  await person.signIn();
  await person.follow("/register/email");
  await person.sees("/register/email", "email.title");
  await page.fill("#address", "aiko@example");
  await person.press("email.submit");
  assertStringIncludes(await person.problem(), t("email.form"));
  assertEquals(await page.inputValue("#address"), "aiko@example");
  await page.fill("#address", "aiko@example.com");
  await person.press("email.submit");
  await person.sees("/register/email/code", "code.title");
  const address = "a•••@e•••.com";
  assertStringIncludes(await person.text(), address);
  await look(person, `email code, ${name}`);
  const code = await live.newestCode();
  assertEquals((await live.site.outbox())[0]?.to, "aiko@example.com");
  await typeCode(person, code);
  await person.sees("/register/thanks", "thanks.title");
  assertStringIncludes(
    await page.textContent("main") ?? "",
    t("thanks.email", { address }),
  );
  await person.press("app.list");
  await person.follow("/register/email/remove");
  await person.sees("/register/email/remove", "remove.email.title");
  await person.press("remove.submit");
  assertStringIncludes(await person.text(), t("list.email.unset"));
});

Deno.test.each(READERS)("security questions: %s", async (name, options) => {
  await using live = await openWith(["phone", "questions"]);
  await using person = await Person.come(browser, live, options);
  const { page, t } = person;
  await person.signIn();
  await person.follow("/register/questions");
  await person.sees("/register/questions", "questions.title");
  const answer = async (n: number, choice: number) => {
    await page.selectOption(`#question${n}`, { index: choice });
    await page.fill(`#answer${n}`, `Answer of my own, ${n}`);
  };
  for (const n of [1, 2, 3, 4]) await answer(n, n);
  await answer(5, 4);
  await person.press("questions.submit");
  assertStringIncludes(await person.problem(), t("questions.fault.twice"));
  assertEquals(await page.inputValue("#answer1"), "");
  assert((await page.inputValue("#question1")).length > 0);
  await look(person, `questions, ${name}`);
  for (const n of [1, 2, 3, 4, 5]) await answer(n, n);
  await person.press("questions.submit");
  await person.sees("/register/thanks", "thanks.title");
  assertStringIncludes(await person.text(), t("thanks.questions"));
  await person.press("app.list");
  assertStringIncludes(
    await person.text(),
    t.plural("list.questions.set", 5),
  );
  await person.follow("/register/questions/remove");
  await person.press("remove.submit");
  assertStringIncludes(await person.text(), t("list.questions.unset"));
});

Deno.test.each(READERS)("two phones: %s", async (name, options) => {
  await using live = await openWith(["phone"]);
  await using person = await Person.come(browser, live, options);
  const { page, t } = person;
  const said = async () =>
    (await page.locator("main li bdi").allTextContents()).slice(0, 2);
  await person.signIn("demo-phone");
  await person.press("list.phone.second");
  await person.sees("/register/phone", "phone.title.second");
  await person.typeNumber();
  await person.enterCode();
  await person.press("app.list");
  assertEquals(await said(), [
    t("list.phone.first", { number: OLD }),
    t("list.phone.spare", { number: MASKED }),
  ]);
  await look(person, `two phones, ${name}`);
  await person.press("list.phone.prefer");
  await person.sees("/register/phone/default", "prefer.title");
  await person.press("prefer.submit");
  assertEquals(await said(), [
    t("list.phone.first", { number: MASKED }),
    t("list.phone.spare", { number: OLD }),
  ]);
  await person.follow("/register/phone/remove?phone=1");
  assertStringIncludes(
    await page.textContent("main") ?? "",
    t("remove.more", { number: OLD }),
  );
  await person.press("remove.submit");
  assertEquals(await said(), [t("list.phone.set", { number: MASKED })]);
});
