/** Around the reset: unlocking, the link of a mail, the challenge, and asking for help. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import type { Method } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { Person, type PersonOptions } from "@/tests/e2e/support/person.ts";
import {
  choosePassword,
  forget,
  look,
  proveByText,
} from "@/tests/e2e/support/reset.ts";
import { askForMail, typeCode } from "@/tests/e2e/support/reset_steps.ts";
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

/** The demo person has set all of that up. */
async function openWith(
  methods: readonly Method[],
  policy: Partial<Policy> = {},
): Promise<Live> {
  const live = await openLive();
  await setUpReset(live.site, methods, policy);
  return live;
}

const READERS: readonly (readonly [name: string, PersonOptions])[] = [
  ["Japanese, no script", { locale: "ja", javaScript: false }],
  ["Arabic, dark", { locale: "ar", dark: true }],
];

/** The support code of the page in front. */
async function supportOf(person: Person): Promise<string> {
  const text = await person.text();
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? "";
}

Deno.test.each(READERS)(
  "who knows the password gets the account unlocked: %s",
  async (name, options) => {
    await using live = await openWith(["phone"], {
      unlock: "yes",
      lockAfter: 2,
    });
    await using person = await Person.come(browser, live, options);
    const { t } = person;
    await person.trySignIn(USER, "not that");
    await person.trySignIn(USER, "nor that");
    await person.trySignIn(USER);
    assertStringIncludes(await person.problem(), t("signIn.refused"));

    await forget(person, USER);
    await person.sees("/reset/why", "reset.why.title");
    await look(person, `unlock 1 why, ${name}`);
    await person.press("reset.why.unlock");
    await proveByText(person, NUMBER);
    await person.sees("/reset/unlock", "reset.unlock.title");
    await look(person, `unlock 2 last step, ${name}`);
    await person.press("reset.unlock.go");
    await person.sees("/reset/done", "reset.unlocked.title");
    await look(person, `unlock 3 done, ${name}`);
    await person.signIn(USER);
  },
);

/** The link of the newest mail. */
async function linkOf({ site }: Live): Promise<string> {
  await site.settle();
  const { text = "" } = (await site.outbox()).at(-1) ?? {};
  const url = new URL(/^https?:\S+$/m.exec(text)?.[0] ?? "about:blank");
  return url.pathname + url.search;
}

Deno.test.each(READERS)(
  "the link of a mail proves where the reset began, after the button: %s",
  async (name, options) => {
    await using live = await openWith(["email"], { mailLink: "yes" });
    await using person = await Person.come(browser, live, options);
    const { t } = person;
    await forget(person, USER);
    await askForMail(person);
    await person.open(await linkOf(live));
    await person.sees("/reset/link", "link.title");
    assertStringIncludes(await person.text(), t("link.here"));
    await look(person, `link 1, ${name}`);
    await person.press("link.go");
    await person.sees("/reset/password", "reset.password.title");
    await person.open("/reset/link");
    await person.sees("/reset/link", "outcome.link.title");
    assertEquals(await axeViolations(person.page), []);
    await look(person, `link 2 used, ${name}`);
    await person.press("reset.going.go");
    await choosePassword(person);
  },
);

Deno.test("the link on another device shows the code to compare, and goes on there", async () => {
  await using live = await openWith(["email"], { mailLink: "yes" });
  await using person = await Person.come(browser, live);
  await forget(person, USER);
  await askForMail(person);
  const support = await supportOf(person);
  await using other = await Person.come(browser, live, { locale: "ja" });
  await other.open(await linkOf(live));
  await other.sees("/reset/link", "link.title");
  assertEquals(await supportOf(other), support);
  await look(other, "link 3 elsewhere, Japanese");
  await other.press("link.go");
  await choosePassword(other);
});

/** So many resets that the next one takes a challenge. */
async function beginOften(person: Person): Promise<void> {
  const max = LIMITS.aikagi.identify.account[0]?.max ?? 0;
  for (let i = 0; i <= max; i++) await forget(person, USER);
  await person.sees("/reset", "challenge.title");
}

Deno.test("a browser with scripts works in the place of a wait, and the journey goes on", async () => {
  await using live = await openWith(["phone"]);
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await beginOften(person);
  await page.getByText(t("challenge.ready")).waitFor();
  assertEquals(await axeViolations(page), []);
  await look(person, "challenge, ready");
  await person.press("challenge.submit");
  await proveByText(person, NUMBER);
  await choosePassword(person);
});

Deno.test.each([["en"], ["ar"]] as const)(
  "without scripts a short wait does (%s)",
  async (locale) => {
    await using live = await openWith(["phone"]);
    const options = { locale, javaScript: false };
    await using person = await Person.come(browser, live, options);
    const { t } = person;
    await beginOften(person);
    const time = t.duration(10_000);
    assertStringIncludes(await person.text(), t("challenge.wait", { time }));
    await look(person, `challenge, no script, ${locale}`);
    await person.press("challenge.submit");
    assertStringIncludes(await person.text(), t("challenge.early"));
    await look(person, `challenge, too early, ${locale}`);
    live.site.wait(10_000);
    await person.press("challenge.submit");
    await proveByText(person, NUMBER);
    await choosePassword(person);
  },
);

const HELP = { passwordAdmins: ["help@example.com"] };

Deno.test("whoever has no way left is told so, and by whom to be helped", async () => {
  await using live = await openWith(["recoveryCodes"], {
    ...HELP,
    limits: "entra",
  });
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await forget(person, USER);
  for (let left = 5; left > 0; left--) {
    await typeCode(person, "Z".repeat(13));
  }
  await person.open("/reset/prove");
  await person.sees("/reset/prove", "outcome.tries.title");
  assertStringIncludes(await person.text(), t("reset.prove.none"));
  assertEquals(await axeViolations(page), []);
  await look(person, "help 1 dead end");
  await person.press("reset.help");
  await person.sees("/reset/help", "reset.help");
});

Deno.test.each(READERS)(
  "the administrators are asked, under the code that the page shows: %s",
  async (name, options) => {
    await using live = await openWith(["totp"], HELP);
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    await forget(person, USER);
    const support = await supportOf(person);
    await person.press("reset.help");
    await look(person, `help 2 ask, ${name}`);
    await page.fill("#identifier", USER);
    await person.press("help.submit");
    await person.sees("/reset/help", "outcome.asked.title");
    assertEquals(await supportOf(person), support);
    await look(person, `help 3 asked, ${name}`);
    await live.site.settle();
    const [mail, ...more] = await live.site.outbox();
    assertEquals([mail?.to, more], ["help@example.com", []]);
    assert(mail?.text.includes(support.replace("-", "")));

    await person.open("/reset/help");
    await page.fill("#identifier", USER);
    await person.press("help.submit");
    const time = t.duration(60 * 60_000);
    const limited = plain(t("help.limit", { time }));
    assertStringIncludes(plain(await person.problem()), limited);
    await look(person, `help 4 too often, ${name}`);
  },
);

/** Without the marks that keep what is put into a sentence in its own direction. */
function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "");
}

Deno.test("with two ways left the person chooses, and takes the one that is at hand", async () => {
  await using live = await openWith(["totp", "phone", "email"]);
  await using person = await Person.come(browser, live);
  await forget(person, USER);
  await person.sees("/reset/prove/app", "prove.title");
  await look(person, "choice 1 app first");
  await person.press("prove.send");
  await look(person, "choice 2 phone or mail");
  await askForMail(person);
  await look(person, "choice 3 mailed");
  await person.press("reset.elsewhere");
  await proveByText(person, NUMBER);
  await choosePassword(person, NEW_PASSWORD);
});
