/**
 * A person at the application, in one window: what they read and press.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { type Key, type Translate, translator } from "@/lib/i18n/translate.ts";
import { newPage, type Reader } from "@/tests/e2e/support/browser.ts";
import type { Live } from "@/tests/e2e/support/live.ts";

/** A window and what its owner can read. */
export interface Person {
  live: Live;
  page: Page;
  t: Translate;
}

/** How a person is: their browser, in a language that we speak. */
export interface PersonOptions extends Reader {
  locale?: "en" | "ja";
}

/** The number that people register here. */
export const NUMBER = "090-1234-5678";
/** As pages show it. */
export const MASKED = "+81 •• •••• ••78";

/** Somebody who has not been here before. */
export async function newPerson(
  browser: Browser,
  live: Live,
  options: PersonOptions = {},
): Promise<Person> {
  const page = await newPage(browser, options);
  return { live, page, t: translator(options.locale ?? "en") };
}

/** Opens a page of the application. */
export async function open(
  { page, live }: Person,
  path: string,
): Promise<void> {
  await page.goto(live.origin + path);
}

/** Does something that leads to a page, and waits for that page. */
export async function leadsOn(
  { page }: Person,
  act: () => Promise<void>,
): Promise<void> {
  const loaded = page.waitForEvent("load");
  await act();
  await loaded;
}

/** Presses a button, or follows a link, by its words. */
export async function press(person: Person, words: Key): Promise<void> {
  const name = person.t(words);
  const button = person.page.getByRole("button", { name, exact: true });
  const link = person.page.getByRole("link", { name, exact: true });
  await leadsOn(person, () => button.or(link).first().click());
}

/** Makes sure that the person stands on that page: by its address and its heading. */
export async function sees(
  { page, t }: Person,
  path: string,
  heading: Key,
): Promise<void> {
  const { pathname } = new URL(page.url());
  const found = [pathname, await page.textContent("h1")];
  assertEquals(found, [path, t(heading)]);
}

/** Signs in and stands on the list. */
export async function signIn(
  person: Person,
  userName = "demo",
): Promise<void> {
  await open(person, "/register");
  await person.page.fill("#userName", userName);
  await person.page.fill("#password", DEMO_PASSWORD);
  await press(person, "signIn.submit");
  await sees(person, "/register", "list.title");
}

/** From the list to the code page: types a number of Japan and asks for a text. */
export async function askForCode(
  person: Person,
  number = NUMBER,
): Promise<void> {
  await open(person, "/register/phone");
  await person.page.selectOption("#country", "JP");
  await person.page.fill("#number", number);
  await press(person, "phone.sms");
  await sees(person, "/register/phone/code", "code.title");
}

/** Types the newest code and stands on the thanks page. */
export async function enterCode(person: Person): Promise<void> {
  await person.page.fill("#code", await person.live.newestCode());
  await press(person, "code.submit");
  await sees(person, "/register/thanks", "thanks.title");
}

/** How many messages have left. */
export async function sent({ live }: Person): Promise<number> {
  await live.site.settle();
  return (await live.site.outbox()).length;
}
