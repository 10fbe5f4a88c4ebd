/** Recovery codes in a browser: shown once, kept as a file, and gone after a reload or a step back. */
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import type { Browser } from "playwright-core";
import { findAccount } from "@/lib/store/accounts.ts";
import { personRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import {
  openBrowser,
  overflowsSideways,
  screenshot,
} from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { Person, type PersonOptions } from "@/tests/e2e/support/person.ts";
import { setPolicy } from "@/tests/support/totp.ts";

const PAGE = "/register/recovery-codes";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

async function openCodes(): Promise<Live> {
  const live = await openLive();
  await setPolicy(live.site, { methods: ["phone", "recoveryCodes"] });
  return live;
}

/** Makes codes and stands before them. */
async function make(person: Person): Promise<string[]> {
  await person.signIn();
  await person.follow(PAGE);
  await person.sees(PAGE, "recovery.title");
  await person.press("recovery.make");
  await person.sees(PAGE, "recovery.new.title");
  return await codesOn(person);
}

async function codesOn({ page }: Person): Promise<string[]> {
  return await page.locator("main code").allTextContents();
}

/** What the store keeps of the person's codes. */
async function storedCodes({ site: { kv } }: Live) {
  const account = await findAccount(kv, "demo");
  const person = personRef(account?.id ?? "");
  const [entry] = await read(kv, [person] as const);
  return entry.value?.recoveryCodes;
}

const READERS: readonly (readonly [name: string, PersonOptions])[] = [
  ["English, no script", { locale: "en", javaScript: false }],
  ["Japanese, dark", { locale: "ja", dark: true }],
];

Deno.test.each(READERS)(
  "codes are made and kept: %s",
  async (name, options) => {
    await using live = await openCodes();
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    const codes = await make(person);
    assertEquals([codes.length, new Set(codes).size], [10, 10]);
    assert(!await overflowsSideways(page));
    await screenshot(page, `method recovery codes, ${name}`);

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: t("recovery.new.save") }).click();
    const file = await coming;
    assertEquals(file.suggestedFilename(), "aikagi-recovery-codes.txt");
    const text = await Deno.readTextFile(await file.path());
    for (const code of codes) assertStringIncludes(text, code);
    assertEquals(await codesOn(person), codes);

    await person.press("recovery.new.done");
    await person.sees("/register/thanks", "thanks.title");
    assertStringIncludes(await person.text(), t("thanks.recovery"));
    await person.press("app.list");
    assertStringIncludes(
      await person.text(),
      t.plural("list.recovery.left", 10),
    );
  },
);

const AWAY: Readonly<Record<string, (person: Person) => Promise<void>>> = {
  "a reload": ({ page }) => page.reload().then(() => {}),
  "a step back": ({ page }) => page.goBack().then(() => {}),
  "a step on and back": async ({ page, live }) => {
    await page.goto(`${live.origin}/register`);
    // The page was not kept: the browser asks before it sends the form again.
    await assertRejects(() => page.goBack(), Error, "ERR_CACHE_MISS");
    await page.waitForURL("chrome-error:**");
    await page.goto(live.origin + PAGE);
  },
};

Deno.test.each(Object.entries(AWAY))(
  "after %s the codes are not shown again, and no others are made",
  async (_name, go) => {
    await using live = await openCodes();
    await using person = await Person.come(browser, live);
    const { page } = person;
    const codes = await make(person);
    const made = await storedCodes(live);
    assertEquals(made?.hashes.length, 10);
    // A link to another language would lose them.
    assertEquals(await page.locator("nav a[lang]").count(), 0);
    await go(person);
    await page.waitForLoadState("load");
    const shown = await page.content();
    assertEquals(codes.filter((code) => shown.includes(code)), []);
    assertEquals(await codesOn(person), []);
    assertEquals(await storedCodes(live), made);
  },
);

Deno.test("on paper are the codes, and nothing to press", async () => {
  await using live = await openCodes();
  await using person = await Person.come(browser, live);
  const { page } = person;
  await make(person);
  await page.emulateMedia({ media: "print" });
  await screenshot(page, "method recovery codes, print");
  assertEquals(await page.locator("main code:visible").count(), 10);
  assertEquals(await page.locator("button:visible").count(), 0);
});
