/** The way back in, walked as a person walks it. */
import type { Tag } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { NUMBER, USER } from "@/tests/support/reset.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";

/** A browser that has said who its person is. */
export async function begin(
  site: Site,
  identifier: string = USER,
  tag: Tag = "en",
): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/reset");
  await reader.press(translator(tag)("reset.go"), { identifier });
  return reader;
}

/** Asks for a text and leaves the reader on the page of its code. */
export async function askForText(
  reader: Reader,
  tag: Tag = "en",
  number: string = NUMBER,
): Promise<void> {
  const t = translator(tag);
  const to = t("reset.to.phone", { end: "34" });
  await reader.press(t("prove.to.sms", { to }), { number });
}

/** Asks for a mail and leaves the reader on the page of its code. */
export async function askForMail(
  reader: Reader,
  tag: Tag = "en",
): Promise<void> {
  const t = translator(tag);
  const to = t("reset.to.email", { start: "a" });
  await reader.press(t("prove.to.email", { to }));
}

/** The token of the page in front. */
export function csrfOf({ page }: Reader): string {
  return /name="csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
}
