import { assertEquals } from "@std/assert";
import { countryLabel } from "@/components/CountrySelect.tsx";
import { guess, search } from "@/lib/browser/country_search.ts";
import { dialCode, REGIONS } from "@/lib/domain/countries.ts";
import type { Tag } from "@/lib/i18n/locales.ts";

function list(tag: Tag) {
  const regions = REGIONS.map((value) => ({
    value,
    text: countryLabel(tag, value),
  }));
  return [{ value: "", text: "Choose +44" }, ...regions];
}
const LISTS = {
  en: list("en"),
  ja: list("ja"),
  ar: list("ar"),
  "zh-Hans": list("zh-Hans"),
};
const EN = LISTS.en;

const searches: [Tag, string, string | undefined, number][] = [
  ["en", "japan", "JP", 1],
  ["en", "JAP", "JP", 1],
  ["en", "kingdom", "GB", 1],
  ["en", "+81", "JP", 1],
  ["en", "81", "JP", 1],
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
  ["ar", "81", "JP", 1],
  ["zh-Hans", "日本", "JP", 1],
];
for (const [tag, typed, first, count] of searches) {
  Deno.test(`search() finds ${first} for ${typed}`, () => {
    const found = search(LISTS[tag], typed);
    assertEquals([found[0]?.value, found.length], [first, count]);
  });
}

const guesses: [string, string, string | undefined][] = [
  ["+81 90", "US", "JP"],
  ["0081 90", "US", "JP"],
  ["＋８１", "US", "JP"],
  ["+44 20", "", "GB"],
  ["+44 20", "JE", undefined],
  ["+1", "", "US"],
  ["+1 416", "CA", undefined],
  ["+7", "", "RU"],
  ["+358", "", "FI"],
  ["+35", "", undefined],
  ["+999", "", undefined],
  ["+", "", undefined],
  ["00", "", undefined],
  ["090", "", undefined],
  ["", "", undefined],
  ["call +81", "", "JP"],
  ["81 90", "", undefined],
];
for (const [typed, chosen, region] of guesses) {
  Deno.test(`guess() gives ${region} for ${typed} with ${chosen || "none"} chosen`, () => {
    assertEquals(guess(EN, typed, chosen)?.value, region);
  });
}

Deno.test("guess() knows every country code, in both languages", () => {
  for (const region of REGIONS) {
    for (const options of Object.values(LISTS)) {
      const found = guess(options, `+${dialCode(region)}`, "");
      assertEquals(dialCode(found?.value ?? ""), dialCode(region), region);
    }
  }
});
