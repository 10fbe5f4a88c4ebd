/**
 * The languages, and which one a person gets.
 *
 * @module
 */
import { en, type Locale } from "@/lib/i18n/locales/en.ts";
import { ja } from "@/lib/i18n/locales/ja.ts";

/** The BCP 47 tag of a language that we speak. */
export type Tag = "en" | "ja";

/** The messages of every language. */
export const LOCALES: Readonly<Record<Tag, Locale>> = { en, ja };

/** The tags of {@linkcode LOCALES}, in the order in which pages list them. */
export const TAGS: readonly Tag[] = Object.freeze(["en", "ja"]);

/** What each language calls itself. */
export const ENDONYMS: Readonly<Record<Tag, string>> = {
  en: "English",
  ja: "日本語",
};

/** Whether `text` is the tag of a language that we speak. */
export function isTag(text: string): text is Tag {
  return Object.hasOwn(LOCALES, text);
}

/**
 * The language chosen before (`cookie`), else the one that the browser prefers
 * among ours (RFC 9110 §12.5.4; regions are ignored), else English.
 */
export function negotiate(
  acceptLanguage: string | null,
  cookie: string | null,
): Tag {
  if (cookie !== null && isTag(cookie)) return cookie;
  const asked = preferences(acceptLanguage ?? "");
  return asked.map(({ language }) => language).find(isTag) ?? "en";
}

/** The primary subtags asked for, best first; those refused with `q=0` left out. */
function preferences(header: string): { language: string; q: number }[] {
  return header.slice(0, 500).split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
      const weight = parameters.map((text) => text.trim())
        .find((text) => text.startsWith("q="));
      const q = weight === undefined ? 1 : Number(weight.slice(2));
      return { language: tag.trim().split("-")[0] ?? "", q };
    })
    .filter(({ q }) => q > 0 && q <= 1)
    .sort((a, b) => b.q - a.q);
}
