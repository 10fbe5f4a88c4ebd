import { assertEquals, assertStrictEquals } from "@std/assert";
import { direction, isKey, translator } from "@/lib/i18n/translate.ts";

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

const plurals: ["en" | "ja", number, string][] = [
  ["en", 1, "That is not the code. You have 1 more try"],
  ["en", 4, "That is not the code. You have 4 more tries"],
  ["ja", 1, "確認コードが違います。あと1回入力できます"],
  ["ja", 4, "確認コードが違います。あと4回入力できます"],
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
