import { assertEquals } from "@std/assert";
import { search } from "@/lib/browser/country_search.ts";
import { REGIONS } from "@/lib/domain/countries.ts";
import type { Tag } from "@/lib/i18n/locales.ts";

function list(tag: Tag) {
  const regions = REGIONS.map((value) => ({
    value,
    text: new Intl.DisplayNames(tag, { type: "region" }).of(value) ?? value,
  }));
  return [{ value: "", text: "Choose" }, ...regions];
}
const LISTS = {
  en: list("en"),
  ja: list("ja"),
  ar: list("ar"),
  "zh-Hans": list("zh-Hans"),
};

const searches: [Tag, string, string | undefined, number][] = [
  ["en", "japan", "JP", 1],
  ["en", "JAP", "JP", 1],
  ["en", "kingdom", "GB", 1],
  ["en", "+81", undefined, 0],
  ["en", "cote d", "CI", 1],
  ["en", "reunion", "RE", 1],
  ["en", "guinea", "GN", 4],
  ["en", "voire", "CI", 1],
  ["en", "zzz", undefined, 0],
  ["ja", "日本", "JP", 1],
  ["ja", "ｱﾒﾘｶ", "US", 1],
  ["ja", "フランス", "FR", 1],
  ["ar", "اليابان", "JP", 1],
  ["ar", "الامارات", "AE", 1],
  ["zh-Hans", "日本", "JP", 1],
];
for (const [tag, typed, first, count] of searches) {
  Deno.test(`search() finds ${first} for ${typed}`, () => {
    const found = search(LISTS[tag], typed);
    assertEquals([found[0]?.value, found.length], [first, count]);
  });
}
