/**
 * Single steps of the way back in, in a browser.
 *
 * @module
 */
import { NUMBER, type Person } from "@/tests/e2e/support/person.ts";

/** On the page that asks who it is. */
export async function sayWho(person: Person, userName: string) {
  await person.page.fill("#identifier", userName);
  await person.press("reset.go");
}

/** Types the whole number, and asks for a text. */
export async function askForText(
  person: Person,
  number: string = NUMBER,
): Promise<void> {
  const { page, t } = person;
  const to = t("reset.to.phone", { end: number.slice(-2) });
  await page.fill("#number", number);
  await person.press("prove.to.sms", { to });
}

/** Asks for a mail to the address that begins with `start`. */
export async function askForMail(person: Person, start = "a"): Promise<void> {
  const to = person.t("reset.to.email", { start });
  await person.press("prove.to.email", { to });
}

/** Types a code; the newest that was sent by default. */
export async function typeCode(person: Person, code?: string): Promise<void> {
  await person.page.fill("#code", code ?? await person.live.newestCode());
  await person.press("code.submit");
}
