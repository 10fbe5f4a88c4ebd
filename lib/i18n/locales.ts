/**
 * The languages, and which one a person gets.
 *
 * @module
 */
/** The BCP 47 tag of a language that we speak. */
export type Tag = "en" | "ja" | "ar" | "zh-Hans";

/** The tags, in the order in which pages list them. */
export const TAGS: readonly Tag[] = Object.freeze([
  "en",
  "ja",
  "ar",
  "zh-Hans",
]);

/** What each language calls itself. */
export const ENDONYMS: Readonly<Record<Tag, string>> = {
  en: "English",
  ja: "日本語",
  ar: "العربية",
  "zh-Hans": "简体中文",
};

/** Whether `text` is the tag of a language that we speak. */
export function isTag(text: string): text is Tag {
  return Object.hasOwn(ENDONYMS, text);
}

/**
 * The language chosen before (`cookie`), else the one that the browser prefers
 * among ours (RFC 9110 §12.5.4; regions count only where they tell the script),
 * else English.
 */
export function negotiate(
  acceptLanguage: string | null,
  cookie: string | null,
): Tag {
  if (cookie !== null && isTag(cookie)) return cookie;
  const asked = preferences(acceptLanguage ?? "");
  return asked.map(({ range }) => spoken(range)).find((tag) => tag !== null) ??
    "en";
}

/** Chinese in traditional characters, by its script or the regions that write so. */
const TRADITIONAL = /^zh-(?:hant|hk|mo|tw)\b/;

/** Our tag for a language range in lower case; `null` where it is none of ours. */
function spoken(range: string): Tag | null {
  const [language = ""] = range.split("-");
  if (language === "zh") return TRADITIONAL.test(range) ? null : "zh-Hans";
  return isTag(language) ? language : null;
}

/** The language ranges asked for, best first; those refused with `q=0` left out. */
function preferences(header: string): { range: string; q: number }[] {
  return header.slice(0, 500).split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
      const weight = parameters.map((text) => text.trim())
        .find((text) => text.startsWith("q="));
      const q = weight === undefined ? 1 : Number(weight.slice(2));
      return { range: tag.trim(), q };
    })
    .filter(({ q }) => q > 0 && q <= 1)
    .sort((a, b) => b.q - a.q);
}
