/** Somebody registers, forgets the password, and gets back in: by each method, as people of many kinds. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import { stepAt, totp } from "@/lib/crypto/totp.ts";
import { fromBase32 } from "@/lib/crypto/base32.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { addAuthenticator } from "@/tests/e2e/support/authenticator.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import {
  NUMBER,
  Person,
  type PersonOptions,
} from "@/tests/e2e/support/person.ts";
import {
  choosePassword,
  forget,
  look,
  proveByText,
} from "@/tests/e2e/support/reset.ts";
import {
  askForMail,
  askForText,
  typeCode,
} from "@/tests/e2e/support/reset_steps.ts";
import { NEW_PASSWORD } from "@/tests/support/reset.ts";
import { setPolicy } from "@/tests/support/totp.ts";

const MINUTE = 60_000;

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

async function openWith(policy: Partial<Policy>): Promise<Live> {
  const live = await openLive();
  await setPolicy(live.site, policy);
  return live;
}

/** A minute later the person has signed out, and forgotten the password. */
async function leaveAndForget(person: Person): Promise<void> {
  await person.press("app.signOut");
  person.live.site.wait(MINUTE);
  await forget(person);
}

/** The new password opens the list, or leads to what is to be proved besides. */
async function signInAgain(
  person: Person,
  besides: string | null = null,
): Promise<void> {
  await choosePassword(person);
  await person.trySignIn("demo", NEW_PASSWORD);
  await (besides === null
    ? person.sees("/register", "list.title")
    : person.sees(besides, "prove.title"));
}

const READERS: readonly (readonly [name: string, PersonOptions])[] = [
  ["English", { locale: "en" }],
  ["Japanese, no script", { locale: "ja", javaScript: false }],
  ["Arabic", { locale: "ar" }],
  ["Chinese, wide, dark, no script", {
    locale: "zh-Hans",
    width: 1280,
    dark: true,
    javaScript: false,
  }],
];

Deno.test.each(READERS)("back in by text: %s", async (name, options) => {
  await using live = await openLive();
  await using person = await Person.come(browser, live, options);
  const { page, t } = person;
  await person.signIn();
  await person.askForCode();
  await person.enterCode();
  await person.press("app.signOut");
  live.site.wait(MINUTE);

  await person.open("/");
  await person.press("home.reset");
  await person.sees("/reset", "reset.title");
  await look(person, `text 1 who, ${name}`);
  await page.fill("#identifier", "demo");
  await person.press("reset.go");
  await person.sees("/reset/prove/send", "prove.title");
  await look(person, `text 2 where to, ${name}`);
  await askForText(person);
  await person.sees("/reset/prove/code", "prove.title");
  const to = t("reset.to.phone", { end: "78" });
  assertStringIncludes(await person.text(), to);
  await look(person, `text 3 code, ${name}`);
  await typeCode(person);
  await person.sees("/reset/password", "reset.password.title");
  await look(person, `text 4 password, ${name}`);
  await choosePassword(person);
  await look(person, `text 5 done, ${name}`);

  await person.press("reset.signIn");
  await person.sees("/register", "signIn.title");
  await person.trySignIn("demo");
  assertStringIncludes(await person.problem(), t("signIn.refused"));
  await person.signIn("demo", NEW_PASSWORD);
  const to78 = (await live.site.outbox()).map(({ to }) => to);
  // The code that registers, the code that proves, the notice.
  assertEquals(to78, Array(3).fill("+819012345678"));
});

const TWO: readonly (readonly [name: string, PersonOptions])[] = [
  ["English, dark", { locale: "en", dark: true }],
  ["Arabic, no script", { locale: "ar", javaScript: false }],
];

Deno.test.each(TWO)("back in by email: %s", async (name, options) => {
  await using live = await openWith({ methods: ["email"] });
  await using person = await Person.come(browser, live, options);
  await person.signIn();
  await person.open("/register/email");
  await person.page.fill("#address", "aiko@example.com");
  await person.press("email.submit");
  await person.enterCode();

  await leaveAndForget(person);
  await person.sees("/reset/prove/send", "prove.title");
  await look(person, `email 1 where to, ${name}`);
  await askForMail(person);
  await look(person, `email 2 code, ${name}`);
  await typeCode(person);
  await signInAgain(person);
});

/** What an app that was given the key shows now. */
function shows({ site }: Live, key: string): string {
  return totp(fromBase32(key) ?? new Uint8Array(), stepAt(site.deps.now()));
}

Deno.test.each(TWO)(
  "back in by an app and a recovery code, where two are needed: %s",
  async (name, options) => {
    const methods = ["totp", "recoveryCodes"] as const;
    await using live = await openWith({ methods, required: 2 });
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    await person.signIn();
    await person.open("/register/app");
    const key = (await page.innerText("main bdi[dir=ltr]")).replace(/\s/g, "");
    await typeCode(person, shows(live, key));
    await person.sees("/register/thanks", "thanks.title");
    await person.open("/register/recovery-codes");
    await person.press("recovery.make");
    const [code] = await page.locator("main code").allTextContents();
    await person.press("recovery.new.done");

    await leaveAndForget(person);
    await person.sees("/reset/prove/app", "prove.title");
    await look(person, `app 1, ${name}`);
    await typeCode(person, shows(live, key));
    await person.sees("/reset/prove/recovery-code", "prove.title");
    assertStringIncludes(await person.text(), t("reset.prove.more"));
    await look(person, `app 2 recovery code, ${name}`);
    await person.open("/reset/password");
    await person.sees("/reset/prove/recovery-code", "prove.title");
    await typeCode(person, code);
    await signInAgain(person, "/register/prove/app");
  },
);

Deno.test("back in by passkey, which is enough where two are needed", async () => {
  const methods = ["phone", "passkey"] as const;
  await using live = await openWith({ methods, required: 2 });
  await using person = await Person.come(browser, live);
  const { page, t } = person;
  await addAuthenticator(page);
  await person.signIn();
  await person.open("/register/passkey");
  await person.press("passkey.submit");
  await person.sees("/register/thanks", "thanks.title");

  await leaveAndForget(person);
  await person.sees("/reset/prove/passkey", "prove.title");
  await page.getByRole("button", { name: t("prove.passkey") }).waitFor();
  await look(person, "passkey");
  await person.press("prove.passkey");
  await choosePassword(person);
  await using other = await Person.come(browser, live);
  await other.signIn("demo", NEW_PASSWORD);
});

/** Answers three questions, and returns each with its answer. */
async function setQuestions(person: Person): Promise<Map<string, string>> {
  const { page } = person;
  const answers = new Map<string, string>();
  await person.open("/register/questions");
  for (const n of [1, 2, 3]) {
    await page.selectOption(`#question${n}`, { index: n });
    const asked = page.locator(`#question${n} option:checked`);
    answers.set(await asked.innerText(), `Answer of my own, ${n}`);
    await page.fill(`#answer${n}`, `Answer of my own, ${n}`);
  }
  await person.press("questions.submit");
  await person.sees("/register/thanks", "thanks.title");
  return answers;
}

Deno.test.each(TWO)(
  "back in by a text and the questions: %s",
  async (name, options) => {
    const methods = ["phone", "questions"] as const;
    const few = { questionsToRegister: 3, questionsToReset: 2 } as const;
    await using live = await openWith({ methods, ...few });
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    await person.signIn();
    await person.askForCode();
    await person.enterCode();
    const answers = await setQuestions(person);

    await leaveAndForget(person);
    await proveByText(person, NUMBER);
    await person.sees("/reset/prove/questions", "prove.title");
    await look(person, `questions, ${name}`);
    const asked = await page.locator("main label").allTextContents();
    await page.fill("#answer1", answers.get(asked[0] ?? "") ?? "");
    await page.fill("#answer2", "not that");
    await person.press("reset.go");
    const wrong = t.plural("questions.wrong", 4);
    assertStringIncludes(await person.problem(), wrong);
    await look(person, `questions wrong, ${name}`);
    assertEquals(await page.inputValue("#answer1"), "");
    assertEquals(await page.locator("main label").allTextContents(), asked);
    for (const [i, question] of asked.entries()) {
      await page.fill(`#answer${i + 1}`, answers.get(question) ?? "");
    }
    await person.press("reset.go");
    await signInAgain(person);
  },
);
