/**
 * Every language at hand, for what is written to people in languages of their own.
 *
 * @module
 */
import { ar } from "@/lib/i18n/locales/ar.ts";
import { en, type Locale } from "@/lib/i18n/locales/en.ts";
import { ja } from "@/lib/i18n/locales/ja.ts";
import { zhHans } from "@/lib/i18n/locales/zh_hans.ts";
import { isTag, type Tag } from "@/lib/i18n/locales.ts";
import { type Translate, translate } from "@/lib/i18n/translate.ts";

/** The messages of every language. */
export const LOCALES: Readonly<Record<Tag, Locale>> = {
  en,
  ja,
  ar,
  "zh-Hans": zhHans,
};

/**
 * The function that says the messages in the language of a BCP 47 tag, made
 * once for each; English where it is none of ours.
 */
export function translator(tag: string): Translate {
  const ours = isTag(tag) ? tag : "en";
  return translate(ours, LOCALES[ours]);
}
