import { assert, assertEquals } from "@std/assert";
import { en } from "@/lib/i18n/locales/en.ts";
import { ENDONYMS, negotiate, type Tag, TAGS } from "@/lib/i18n/locales.ts";
import { LOCALES } from "@/lib/i18n/translator.ts";
import { isKey } from "@/lib/i18n/translate.ts";

const keys = Object.keys(en).filter(isKey);
/** Messages with plural forms; `.other` alone is a word like any. */
const plurals = keys.filter((key) =>
  key.endsWith(".other") && isKey(key.replace(/other$/, "one"))
);

/** The placeholders of a message; a sentence may use them in any order. */
function holders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

/** Plural forms that stand for one number only, which the noun itself may say. */
const EXACT = /\.(?:zero|one|two)$/;

/** Words that GOV.UK keeps out of messages: they beg, blame or joke. */
const UNKIND = /\b(please|sorry|oops|invalid|illegal|forbidden|whoops)\b/i;

/** Names, and what a reader types or hears as it is written. */
const NAMES =
  /\{\w+\}|Aikagi|name@example\.com|7K3M 9QXA|\b(?:PIN|QR|SMS|U|UTC)\b|\/?\b(?:stop|register)\b/g;

/** The letters of each language but English. */
const LETTERS: Readonly<Record<Exclude<Tag, "en">, RegExp>> = {
  ja: /[\p{scx=Hira}\p{scx=Kana}\p{sc=Han}]/u,
  ar: /\p{sc=Arab}/u,
  "zh-Hans": /\p{sc=Han}/u,
};

for (const tag of TAGS) {
  const locale: Readonly<Record<string, string>> = LOCALES[tag];

  Deno.test(`${tag} says something for every key`, () => {
    for (const key of keys) assert(locale[key]?.trim(), key);
  });

  Deno.test(`${tag} keeps the placeholders of every message`, () => {
    for (const [key, text] of Object.entries(locale)) {
      const model = isKey(key) ? key : key.replace(/\w+$/, "other");
      assert(isKey(model), model);
      const wanted = holders(en[model]);
      const found = holders(text);
      if (tag === "ar" && EXACT.test(key)) found.push("{n}");
      assertEquals([...new Set(found)].sort(), [...new Set(wanted)], key);
    }
  });

  Deno.test(`${tag} has every plural form that the language uses`, () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const key of plurals) {
      for (const form of forms) {
        const formed = key.replace(/other$/, form);
        assert(Object.hasOwn(locale, formed), formed);
      }
    }
  });
}

for (const tag of TAGS.filter((tag) => tag !== "en")) {
  Deno.test(`${tag} is in its own letters, apart from names`, () => {
    for (const [key, text] of Object.entries(LOCALES[tag])) {
      if (key === "app.title") continue;
      assert(LETTERS[tag].test(text), `${key}: ${text}`);
      const rest = text.replace(NAMES, "");
      assert(!/[A-Za-z]/.test(rest), `${key}: ${text}`);
    }
  });
}

Deno.test("ar has no mark of direction in what leaves", () => {
  for (const [key, text] of Object.entries(LOCALES.ar)) {
    assert(!/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text), key);
  }
});

Deno.test("en does not beg, blame or joke", () => {
  for (const key of keys) assert(!UNKIND.test(en[key]), `${key}: ${en[key]}`);
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
  ["ar", null, "ar"],
  ["ar-EG,ar;q=0.9,en;q=0.8", null, "ar"],
  ["zh", null, "zh-Hans"],
  ["zh-CN,zh;q=0.9", null, "zh-Hans"],
  ["zh-SG", null, "zh-Hans"],
  ["ZH-hans", null, "zh-Hans"],
  ["zh-Hans-HK", null, "zh-Hans"],
  ["zh-TW,ja;q=0.5", null, "ja"],
  ["zh-Hant-MO", null, "en"],
  ["zh-HK,zh;q=0.9,en;q=0.8", null, "zh-Hans"],
  ["zho-x", null, "en"],
  ["en", "zh-Hans", "zh-Hans"],
  ["ja", "zh-hans", "ja"],
  ["en", "ar", "ar"],
  [`${"x,".repeat(100_000)}ja`, null, "en"],
];
for (const [header, cookie, tag] of asked) {
  const what = `${header?.slice(0, 40)} and the cookie ${cookie}`;
  Deno.test(`negotiate() reads ${what} as ${tag}`, () => {
    assertEquals(negotiate(header, cookie), tag);
  });
}
