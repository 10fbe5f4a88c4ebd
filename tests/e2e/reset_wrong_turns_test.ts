/** Wrong turns on the way back in: what the page says, and where the person stands then. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import type { Method } from "@/lib/domain/method.ts";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";
import {
  choosePassword,
  forget,
  look,
  proveByText,
} from "@/tests/e2e/support/reset.ts";
import {
  askForText,
  sayWho,
  typeCode,
} from "@/tests/e2e/support/reset_steps.ts";
import {
  NEW_PASSWORD,
  NUMBER,
  setUpReset,
  USER,
} from "@/tests/support/reset.ts";

const MINUTE = 60_000;
const SCRIPTS = [true, false] as const;
const MAIN = "main button >> nth=0";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

async function openWith(methods: readonly Method[] = ["phone"]) {
  const live = await openLive();
  await setUpReset(live.site, methods);
  return live;
}

/** What an error page owes to the person. */
async function saysWrong(person: Person, text: string): Promise<void> {
  assertStringIncludes(await person.problem(), text);
  assert((await person.page.title()).startsWith("Error: "));
}

/** The newest code with another last digit. */
async function wrongCode(live: Live): Promise<string> {
  const code = await live.newestCode();
  return code.slice(0, 5) + (Number(code[5]) + 1) % 10;
}

/** How often that was posted. */
function posts({ requests }: Live, path: string): number {
  return requests.filter((each) => each === `POST ${path}`).length;
}

/** Types numbers that are not the person's, and the one that is. */
async function mistypeNumber(person: Person): Promise<void> {
  const { page, t } = person;
  const says = [
    ["", t("phone.empty")],
    ["09", t("reset.number.short")],
    ["090#1234", t("reset.number.signs")],
    ["090-1234-5699", t.plural("reset.number.mismatch", 4)],
  ] as const;
  for (const [number, text] of says) {
    await page.fill("#number", number);
    await person.leadsOn(() => page.click(MAIN));
    await saysWrong(person, text);
    assertEquals(await page.inputValue("#number"), number);
  }
  assertEquals(await axeViolations(page), []);
  assertEquals(await person.sent(), 0);
}

/** Types codes that are not the one that was sent. */
async function mistypeCode(person: Person): Promise<void> {
  const { live, t } = person;
  await typeCode(person, "");
  await saysWrong(person, t("code.missing"));
  await typeCode(person, await wrongCode(live));
  await saysWrong(person, t.plural("code.wrong", 4));
  assertEquals(await axeViolations(person.page), []);
}

/** Chooses passwords that are not taken. */
async function mistypePassword(person: Person): Promise<void> {
  const { page, t } = person;
  const says = [
    ["", t("newPassword.missing")],
    ["too short", t("newPassword.short", { n: 15 })],
    [USER.repeat(2), t("newPassword.name")],
    ["weak weak weak weak", t("newPassword.weak")],
    ["leaked leaked leaked", t("newPassword.breached")],
  ] as const;
  for (const [password, text] of says) {
    await page.fill("#newPassword", password);
    await person.press("reset.password.go");
    await saysWrong(person, text);
    assertEquals(await page.inputValue("#newPassword"), "");
  }
  assertEquals(await axeViolations(page), []);
}

Deno.test.each(SCRIPTS)(
  "each page has a sentence for what is not right, and keeps what was typed (script: %s)",
  async (javaScript) => {
    await using live = await openWith();
    await using person = await Person.come(browser, live, { javaScript });
    const { t } = person;
    await person.open("/reset");
    await person.press("reset.go");
    await saysWrong(person, t("reset.who.missing"));
    await sayWho(person, USER);
    await mistypeNumber(person);
    await look(person, `wrong 1 number, script ${javaScript}`);
    await askForText(person, NUMBER);
    await mistypeCode(person);
    await look(person, `wrong 2 code, script ${javaScript}`);
    await person.press("code.again.sms");
    const [early = ""] = t("code.early", { time: "|" }).split("|");
    await saysWrong(person, early);
    assertEquals(await person.sent(), 1);
    await typeCode(person);
    await mistypePassword(person);
    await look(person, `wrong 3 password, script ${javaScript}`);
    await choosePassword(person);
  },
);

Deno.test("back leads to earlier steps until something is proved, and to the end once it is over", async () => {
  await using live = await openWith();
  await using person = await Person.come(browser, live);
  const { page } = person;
  const back = () => person.leadsOn(() => page.goBack());
  await forget(person, USER);
  await askForText(person, NUMBER);
  await back();
  await person.sees("/reset/prove/send", "prove.title");
  await askForText(person, NUMBER);
  await person.sees("/reset/prove/code", "prove.title");
  assertEquals(await person.sent(), 1);
  await typeCode(person);
  await person.sees("/reset/password", "reset.password.title");
  await back();
  await person.sees("/reset/password", "reset.password.title");
  await choosePassword(person);
  assertEquals(await person.sent(), 2);
  await back();
  await person.sees("/reset/done", "reset.done.title");
  await person.open("/reset/prove/code");
  await person.sees("/reset/done", "reset.done.title");
});

Deno.test("reloading what a form led to sends nothing again", async () => {
  await using live = await openWith();
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  const reload = () => person.leadsOn(() => page.reload());
  await forget(person, USER);
  await reload();
  await person.sees("/reset/prove/send", "prove.title");
  assertEquals(posts(live, "/reset"), 1);
  await askForText(person, NUMBER);
  await reload();
  await person.sees("/reset/prove/code", "prove.title");
  assertEquals(await person.sent(), 1);
  await typeCode(person, await wrongCode(live));
  // The browser sends the wrong code a second time: it counts, and says so.
  await reload();
  await saysWrong(person, t.plural("code.wrong", 3));
  await typeCode(person);
  await reload();
  await choosePassword(person);
  await reload();
  await person.sees("/reset/done", "reset.done.title");
  assertEquals(posts(live, "/reset/password"), 1);
  assertEquals(await person.sent(), 2);
});

Deno.test("a double click on each button is as good as one", async () => {
  await using live = await openWith();
  await using person = await Person.come(browser, live, { javaScript: false });
  const { page } = person;
  const twice = async (path: string) => {
    await person.leadsOn(() => page.dblclick(MAIN));
    await page.waitForURL((url) => url.pathname === path);
    await page.waitForLoadState("load");
  };
  await person.open("/reset");
  await page.fill("#identifier", USER);
  await twice("/reset/prove/send");
  await page.fill("#number", NUMBER);
  await twice("/reset/prove/code");
  assertEquals(await person.sent(), 1);
  await page.fill("#code", await live.newestCode());
  await twice("/reset/password");
  await page.fill("#newPassword", NEW_PASSWORD);
  await twice("/reset/done");
  await person.sees("/reset/done", "reset.done.title");
  // The notice is one.
  assertEquals(await person.sent(), 2);
  await person.signIn(USER, NEW_PASSWORD);
});

Deno.test("two tabs are one reset: the one left behind leads to where it goes on, and to the end", async () => {
  await using live = await openWith();
  await using first = await Person.come(browser, live);
  await forget(first, USER);
  await askForText(first, NUMBER);
  const second = await first.secondWindow();
  await second.open("/reset");
  await second.sees("/reset", "reset.title");
  assertStringIncludes(await second.text(), second.t("reset.going"));
  await look(second, "wrong 4 second tab");
  await second.press("reset.going.go");
  await second.sees("/reset/prove/code", "prove.title");
  const code = await live.newestCode();
  await typeCode(second, code);
  await typeCode(first, code);
  await first.sees("/reset/password", "reset.password.title");
  await choosePassword(second);
  await first.page.fill("#newPassword", "another harbour lantern");
  await first.press("reset.password.go");
  await first.sees("/reset/done", "reset.done.title");
  await first.signIn(USER, NEW_PASSWORD);
  assertEquals(await first.sent(), 2);
});

Deno.test("a tab that began anew for another name is not acted on from the older one, which leads on to it", async () => {
  await using live = await openWith();
  await using first = await Person.come(browser, live);
  await forget(first, USER);
  await askForText(first, NUMBER);
  const code = await live.newestCode();
  const second = await first.secondWindow();
  await forget(second, "nobody-at-all");
  await second.sees("/reset/prove/send", "prove.title");
  await typeCode(first, code);
  await first.sees("/reset/prove/code", "error.other.title");
  await first.press("error.other.go");
  await first.sees("/reset/prove/send", "prove.title");
});

Deno.test("of two browsers the slower one reads that it is over, and what to do", async () => {
  await using live = await openWith();
  await using quick = await Person.come(browser, live);
  await using slow = await Person.come(browser, live);
  const { t } = slow;
  await forget(slow, USER);
  await proveByText(slow, NUMBER);
  live.site.wait(MINUTE);
  await forget(quick, USER);
  await proveByText(quick, NUMBER);
  await choosePassword(quick);
  await slow.page.fill("#newPassword", "another harbour lantern");
  await slow.press("reset.password.go");
  await slow.sees("/reset", "reset.title");
  assertStringIncludes(await slow.text(), t("reset.over"));
  assertEquals(await axeViolations(slow.page), []);
  await look(slow, "wrong 5 over");
  await quick.signIn(USER, NEW_PASSWORD);
});

const LATE: readonly (readonly [
  name: string,
  go: (person: Person) => Promise<void>,
  press: "code.submit" | "reset.password.go",
])[] = [
  ["the code", (person) => askForText(person, NUMBER), "code.submit"],
  [
    "the password",
    (person) => proveByText(person, NUMBER),
    "reset.password.go",
  ],
];

Deno.test.each(LATE)(
  "whoever rests for a quarter of an hour before %s begins again",
  async (_name, go, press) => {
    await using live = await openWith();
    await using person = await Person.come(browser, live);
    await forget(person, USER);
    await go(person);
    live.site.wait(15 * MINUTE);
    await person.press(press);
    await person.sees("/reset", "reset.title");
    assertStringIncludes(await person.text(), person.t("reset.over"));
    await sayWho(person, USER);
    await proveByText(person, NUMBER);
    await choosePassword(person);
  },
);

Deno.test("the language is changed in the middle, and nothing is lost", async () => {
  await using live = await openWith();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await forget(person, USER);
  await askForText(person, NUMBER);
  for (const lang of ["ja", "ar", "en"]) {
    await person.leadsOn(() => page.click(`nav a[lang=${lang}]`));
    assertEquals(await page.getAttribute("html", "lang"), lang);
    assertEquals(new URL(page.url()).pathname, "/reset/prove/code");
  }
  await typeCode(person);
  await choosePassword(person);
  assertEquals(await person.sent(), 2);
});
