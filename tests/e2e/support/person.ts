/**
 * A person at the application, in one window: what they read and press.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import type { Tag } from "@/lib/i18n/locales.ts";
import { type Key, type Translate } from "@/lib/i18n/translate.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { newPage, type Reader } from "@/tests/e2e/support/browser.ts";
import type { Live } from "@/tests/e2e/support/live.ts";

/** How a person's browser is set, in a language that we speak. */
export interface PersonOptions extends Reader {
  locale?: Tag;
}

/** What stands in for the placeholders of a message. */
type Values = Readonly<Record<string, string | number>>;

/** The number that people register here. */
export const NUMBER = "090-1234-5678";
/** As pages show it. */
export const MASKED = "+81 •• •••• ••78";

/** Somebody with one window. `await using` closes their browser. */
export class Person implements AsyncDisposable {
  constructor(
    readonly live: Live,
    readonly page: Page,
    readonly t: Translate,
  ) {}

  /** Somebody who has not been here before. */
  static async come(
    browser: Browser,
    live: Live,
    options: PersonOptions = {},
  ): Promise<Person> {
    const page = await newPage(browser, options);
    return new Person(live, page, translator(options.locale ?? "en"));
  }

  /** The same person with a second window. */
  async secondWindow(): Promise<Person> {
    const page = await this.page.context().newPage();
    return new Person(this.live, page, this.t);
  }

  /** Opens a page of the application. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.live.origin + path);
  }

  /** Does something that leads to a page, and waits for that page. */
  async leadsOn(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([this.page.waitForEvent("load"), act()]);
  }

  /** Presses a button, or follows a link, by its words. */
  async press(words: Key, values: Values = {}): Promise<void> {
    const text = this.t(words, values).replace(/[+?.()]/g, "\\$&");
    const target = this.page.locator("button, a").filter({
      hasText: new RegExp(`^${text}$`),
    });
    await this.leadsOn(() => target.first().click());
  }

  /** Follows a link of the page to another page. */
  async follow(path: string): Promise<void> {
    const link = this.page.locator(`main a[href="${path}"]`);
    await this.leadsOn(() => link.first().click());
  }

  /** What the page says is wrong, in its summary. */
  async problem(): Promise<string> {
    return await this.page.innerText("main [role=alert]");
  }

  /** Makes sure where the person stands: by the address and the heading. */
  async sees(path: string, heading: Key): Promise<void> {
    const { pathname } = new URL(this.page.url());
    const found = [pathname, await this.page.textContent("h1")];
    assertEquals(found, [path, this.t(heading)]);
  }

  /** What the page says, for looking words up in. */
  async text(): Promise<string> {
    return await this.page.innerText("body");
  }

  /** Signs in and stands on the list. */
  async signIn(userName = "demo", password = DEMO_PASSWORD): Promise<void> {
    await this.trySignIn(userName, password);
    await this.sees("/register", "list.title");
  }

  /** Signs in, whatever comes of it. */
  async trySignIn(userName: string, password = DEMO_PASSWORD): Promise<void> {
    await this.open("/register");
    await this.page.fill("#userName", userName);
    await this.page.fill("#password", password);
    await this.press("signIn.submit");
  }

  /** Types a number of Japan, asks for a text and stands on the code page. */
  async askForCode(number = NUMBER): Promise<void> {
    await this.open("/register/phone");
    await this.typeNumber(number);
  }

  /** The same on the phone page in front. */
  async typeNumber(number = NUMBER): Promise<void> {
    await this.page.selectOption("#country", "JP");
    await this.page.fill("#number", number);
    await this.press("phone.sms");
    await this.sees("/register/phone/code", "code.title");
  }

  /** Types the newest code and stands on the thanks page. */
  async enterCode(): Promise<void> {
    await this.page.fill("#code", await this.live.newestCode());
    await this.press("code.submit");
    await this.sees("/register/thanks", "thanks.title");
  }

  /** How many messages have left for anybody. */
  async sent(): Promise<number> {
    await this.live.site.settle();
    return (await this.live.site.outbox()).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
  }
}
