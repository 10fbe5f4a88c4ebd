import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { type Tag, TAGS } from "@/lib/i18n/locales.ts";
import { direction, isKey } from "@/lib/i18n/translate.ts";
import { translator } from "@/lib/i18n/translator.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

Deno.test("translator() is made once for each language", () => {
  assertStrictEquals(translator("ja"), translator("ja"));
});

Deno.test("translator() speaks English where it does not know the language", () => {
  assertEquals(translator("fr").tag, "en");
  assertEquals(translator("__proto__").tag, "en");
});

Deno.test("translator() fills placeholders, and leaves those without a value", () => {
  const t = translator("en");
  assertEquals(t("app.signedIn", { name: "ann" }), "Signed in as ann");
  assertEquals(t("app.signedIn"), "Signed in as {name}");
  assertEquals(
    t("app.signedIn", { name: "{name} $&" }),
    "Signed in as {name} $&",
  );
  assertEquals(
    t("app.signedIn", Object.create({ name: "x" })),
    "Signed in as {name}",
  );
});

const plurals: [Tag, number, string][] = [
  ["en", 1, "That is not the code. You have 1 more try"],
  ["en", 4, "That is not the code. You have 4 more tries"],
  ["ja", 1, "確認コードが違います。あと1回入力できます"],
  ["ja", 4, "確認コードが違います。あと4回入力できます"],
  ["zh-Hans", 1, "验证码不正确。您还可以再试 1 次"],
  ["ar", 0, "ليس هذا هو الرمز. لم تبق لديك أي محاولة"],
  ["ar", 1, "ليس هذا هو الرمز. بقيت لديك محاولة واحدة"],
  ["ar", 2, "ليس هذا هو الرمز. بقيت لديك محاولتان"],
  ["ar", 4, "ليس هذا هو الرمز. بقيت لديك 4 محاولات"],
  ["ar", 11, "ليس هذا هو الرمز. بقيت لديك 11 محاولة"],
  ["ar", 100, "ليس هذا هو الرمز. بقيت لديك 100 محاولة"],
];
for (const [tag, n, text] of plurals) {
  Deno.test(`plural() of ${tag} takes the form for ${n}`, () => {
    assertEquals(translator(tag).plural("code.wrong", n), text);
  });
}

const durations: [number, string, string][] = [
  [-1, "1 second", "1秒"],
  [0, "1 second", "1秒"],
  [1, "1 second", "1秒"],
  [24_001, "25 seconds", "25秒"],
  [99 * SECOND, "99 seconds", "99秒"],
  [100 * SECOND, "2 minutes", "2分"],
  [9 * MINUTE + 1, "10 minutes", "10分"],
  [90 * MINUTE, "90 minutes", "90分"],
  [90 * MINUTE + 1, "2 hours", "2時間"],
  [36 * HOUR, "36 hours", "36時間"],
  [36 * HOUR + 1, "2 days", "2日"],
];
for (const [ms, en, ja] of durations) {
  Deno.test(`duration() says ${ms} ms as ${en}`, () => {
    assertEquals(translator("en").duration(ms), en);
    assertEquals(translator("ja").duration(ms), ja);
  });
}

Deno.test("numbers and days are written in the digits 0 to 9 in every language", () => {
  const said = TAGS.map((tag) => {
    const { duration, date } = translator(tag);
    return [duration(25 * SECOND), date(Date.UTC(2026, 10, 9))];
  });
  assertEquals(said, [
    ["25 seconds", "9 November 2026"],
    ["25秒", "2026年11月9日"],
    ["25 ثانية", "9 نوفمبر 2026"],
    ["25秒钟", "2026年11月9日"],
  ]);
});

Deno.test("a page from right to left keeps foreign values together", () => {
  const t = translator("ar");
  const [number, name] = ["+81 •• •••• ••34", "علي@example.com"];
  assertEquals(t("list.phone.set", { number }), `الرقم: \u2068${number}\u2069`);
  assert(t("app.signedIn", { name }).endsWith(`\u2068${name}\u2069`));
  const time = t.duration(25 * SECOND);
  assert(t("code.limit", { time }).includes(`: ${time}.`));
});

Deno.test("what leaves in a language from right to left has no unseen marks", () => {
  const t = translator("ar");
  const words = { host: "reset.example.edu", stop: "7K3M9QXA" };
  for (
    const key of ["text.changed", "mail.stop", "mail.code.intro", "voice.stop"]
  ) {
    assert(isKey(key));
    assert(!/\p{Cf}/u.test(t(key, { ...words, letters: "K" })), key);
  }
});

Deno.test("direction() knows the scripts written from right to left", () => {
  assertEquals(["en", "ja", "ar", "he-IL", "arn"].map(direction), [
    "ltr",
    "ltr",
    "rtl",
    "rtl",
    "ltr",
  ]);
});

Deno.test("isKey() knows keys, and no inherited name", () => {
  assertEquals(isKey("app.title"), true);
  assertEquals(isKey("toString"), false);
});
