/** Getting back in where strangers have typed many wrong codes. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import { showCode } from "@/lib/domain/code_text.ts";
import type { Method } from "@/lib/domain/method.ts";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { Person, type PersonOptions } from "@/tests/e2e/support/person.ts";
import { choosePassword, forget, look } from "@/tests/e2e/support/reset.ts";
import { askForText, typeCode } from "@/tests/e2e/support/reset_steps.ts";
import { SEED } from "@/tests/support/people.ts";
import { NUMBER, setUpReset, USER } from "@/tests/support/reset.ts";
import { appShows } from "@/tests/support/totp.ts";
import { MINUTE } from "@/tests/support/world.ts";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

const READERS: readonly (readonly [name: string, PersonOptions])[] = [
  ["English", { locale: "en" }],
  ["Japanese, no script", { locale: "ja", javaScript: false }],
  ["Arabic, dark", { locale: "ar", dark: true }],
  ["Chinese, no script", { locale: "zh-Hans", javaScript: false }],
];

/** The demo person has that, and five wrong codes ask for more. */
async function openWith(method: Method): Promise<Live> {
  const live = await openLive();
  await setUpReset(live.site, [method], { limits: "entra", unlock: "no" });
  return live;
}

async function guess(person: Person): Promise<void> {
  for (let i = 0; i < 5; i++) await typeCode(person, "000000");
}

Deno.test.each(READERS)(
  "a long code gets its owner in: %s",
  async (name, options) => {
    await using live = await openWith("phone");
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    await forget(person, USER);
    await askForText(person, NUMBER);
    await guess(person);
    live.site.wait(MINUTE);
    await person.open("/reset/prove/code");
    await person.press("code.again.sms");
    assertStringIncludes(await person.text(), t("code.hint.long"));
    await look(person, `long code, ${name}`);
    await typeCode(person, "123456");
    assertStringIncludes(await person.text(), t("code.short"));
    assertEquals(await axeViolations(page), []);
    await typeCode(person, showCode(await live.newestCode()));
    await choosePassword(person);
  },
);

Deno.test.each(READERS)(
  "four codes of the app in a row get its owner in: %s",
  async (name, options) => {
    await using live = await openWith("totp");
    await using person = await Person.come(browser, live, options);
    const { page, t } = person;
    await forget(person, USER);
    await guess(person);
    assertStringIncludes(await person.text(), t("totp.four"));
    await person.open("/reset/prove/app");
    assertStringIncludes(await person.text(), t("totp.four"));
    await look(person, `four codes, ${name}`);
    const four = [-3, -2, -1, 0]
      .map((by) => appShows(SEED, live.site.deps.now(), by));
    await typeCode(person, four.toReversed().join(""));
    assertStringIncludes(await person.text(), t("totp.apart"));
    assertEquals(await axeViolations(page), []);
    await typeCode(person, four.join(" "));
    await choosePassword(person);
  },
);
