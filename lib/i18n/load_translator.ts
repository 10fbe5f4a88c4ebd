/**
 * One language at a time, so that the first page waits for its own alone.
 *
 * @module
 */
import { en, type Locale } from "@/lib/i18n/locales/en.ts";
import type { Tag } from "@/lib/i18n/locales.ts";
import { type Translate, translate } from "@/lib/i18n/translate.ts";

const LOADERS: Readonly<Record<Tag, () => Promise<Locale>>> = {
  en: () => Promise.resolve(en),
  ja: async () => (await import("@/lib/i18n/locales/ja.ts")).ja,
  ar: async () => (await import("@/lib/i18n/locales/ar.ts")).ar,
  "zh-Hans": async () => (await import("@/lib/i18n/locales/zh_hans.ts")).zhHans,
};

/** The function that says the messages in a language, which is loaded with its first use. */
export function loadTranslator(tag: Tag): Promise<Translate> {
  return LOADED[tag] ??= load(tag);
}

/** Deno 2.9 takes 15 µs for each `import()`, of what is loaded, too. */
const LOADED: Partial<Record<Tag, Promise<Translate>>> = {};

async function load(tag: Tag): Promise<Translate> {
  return translate(tag, await LOADERS[tag]());
}
