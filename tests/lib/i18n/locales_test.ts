import { assert, assertEquals } from "@std/assert";
import { en } from "@/lib/i18n/locales/en.ts";
import { ENDONYMS, LOCALES, negotiate, TAGS } from "@/lib/i18n/locales.ts";
import { isKey, type Key } from "@/lib/i18n/translate.ts";

const keys = Object.keys(en).filter(isKey);

/** The placeholders of a message; a sentence may use them in any order. */
function holders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

/** Words that GOV.UK keeps out of messages: they beg, blame or joke. */
const UNKIND = /\b(please|sorry|oops|invalid|illegal|forbidden|whoops)\b/i;

for (const tag of TAGS) {
  const locale = LOCALES[tag];

  Deno.test(`${tag} says something for every key`, () => {
    for (const key of keys) assert(locale[key].trim() !== "", key);
  });

  Deno.test(`${tag} keeps the placeholders of every message`, () => {
    for (const key of keys) {
      assertEquals(holders(locale[key]), holders(en[key]), key);
    }
  });

  Deno.test(`${tag} has every plural form that the language uses`, () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const key of keys.filter((key) => key.endsWith(".other"))) {
      for (const form of forms) {
        const formed: string = key.replace(/other$/, form);
        assert(isKey(formed), formed);
      }
    }
  });
}

Deno.test("en does not beg, blame or joke", () => {
  for (const key of keys) assert(!UNKIND.test(en[key]), `${key}: ${en[key]}`);
});

Deno.test("ja is in Japanese, apart from names", () => {
  const names: Key[] = ["app.title"];
  for (const key of keys.filter((key) => !names.includes(key))) {
    assert(/[\p{scx=Hira}\p{scx=Kana}\p{sc=Han}]/u.test(LOCALES.ja[key]), key);
  }
});

Deno.test("TAGS and ENDONYMS name every locale once", () => {
  assertEquals([...TAGS].sort(), Object.keys(LOCALES).sort());
  assertEquals(Object.keys(ENDONYMS).sort(), Object.keys(LOCALES).sort());
});

const asked: [string | null, string | null, string][] = [
  [null, null, "en"],
  ["", null, "en"],
  ["ja", null, "ja"],
  ["ja-JP,ja;q=0.9,en-US;q=0.8", null, "ja"],
  ["en-GB,ja;q=0.5", null, "en"],
  ["ja;q=0.5,en;q=0.7", null, "en"],
  ["de-DE,de;q=0.9,ja;q=0.2", null, "ja"],
  ["JA_jp", null, "en"],
  ["ja;q=0,de", null, "en"],
  ["ja;q=abc", null, "en"],
  ["ja ; q=0.3 , fr", null, "ja"],
  ["*", null, "en"],
  ["en", "ja", "ja"],
  ["ja", "en", "en"],
  ["ja", "__proto__", "ja"],
  ["constructor,ja;q=0.5", null, "ja"],
  ["ja", "fr", "ja"],
  [`${"x,".repeat(100_000)}ja`, null, "en"],
];
for (const [header, cookie, tag] of asked) {
  const what = `${header?.slice(0, 40)} and the cookie ${cookie}`;
  Deno.test(`negotiate() reads ${what} as ${tag}`, () => {
    assertEquals(negotiate(header, cookie), tag);
  });
}
