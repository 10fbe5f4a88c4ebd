/**
 * The way back in, as a person walks it in a browser.
 *
 * @module
 */
import { assert } from "@std/assert";
import { overflowsSideways, screenshot } from "@/tests/e2e/support/browser.ts";
import { NUMBER, type Person } from "@/tests/e2e/support/person.ts";
import {
  askForText,
  sayWho,
  typeCode,
} from "@/tests/e2e/support/reset_steps.ts";
import { NEW_PASSWORD } from "@/tests/support/reset.ts";

/** Keeps a picture, and makes sure that nothing must be moved sideways. */
export async function look({ page }: Person, name: string): Promise<void> {
  assert(!await overflowsSideways(page), `${name} is too wide`);
  await screenshot(page, `reset ${name}`);
}

/** From the first page to the proofs. */
export async function forget(person: Person, userName = "demo") {
  await person.open("/");
  await person.press("home.reset");
  await person.sees("/reset", "reset.title");
  await sayWho(person, userName);
}

/** Proves it by a text. */
export async function proveByText(
  person: Person,
  number: string = NUMBER,
): Promise<void> {
  await person.sees("/reset/prove/send", "prove.title");
  await askForText(person, number);
  await person.sees("/reset/prove/code", "prove.title");
  await typeCode(person);
}

/** Chooses a new password, and reads that it is changed. */
export async function choosePassword(
  person: Person,
  password: string = NEW_PASSWORD,
): Promise<void> {
  await person.sees("/reset/password", "reset.password.title");
  await person.page.fill("#newPassword", password);
  await person.press("reset.password.go");
  await person.sees("/reset/done", "reset.done.title");
}
