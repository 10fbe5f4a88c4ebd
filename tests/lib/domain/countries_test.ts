import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import fc from "fast-check";
import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import {
  dialCode,
  guessRegion,
  isRegion,
  REGIONS,
} from "@/lib/domain/countries.ts";

Deno.test("REGIONS and dialCode() are those of libphonenumber", () => {
  const theirs = getCountries().map((
    region,
  ) => [region, getCountryCallingCode(region)]).sort();
  assertEquals(REGIONS.map((region) => [region, dialCode(region)]), theirs);
  assertEquals(REGIONS.length, 245);
});

Deno.test("REGIONS have names in both languages", () => {
  for (const language of ["en", "ja"]) {
    const names = new Intl.DisplayNames(language, {
      type: "region",
      fallback: "none",
    });
    for (const region of REGIONS) {
      assertMatch(names.of(region) ?? "", /./, region);
    }
  }
});

Deno.test("dialCode() throws for an unknown region", () => {
  for (const region of ["", "XX", "jp", "001", "constructor", "__proto__"]) {
    assertEquals(isRegion(region), false);
    assertThrows(() => dialCode(region), RangeError);
  }
});

Deno.test("guessRegion() takes the first language's region, stated or likely", async (t) => {
  for (
    const [header, region] of [
      ["en-GB", "GB"],
      ["en-GB,en-US;q=0.9,en;q=0.8", "GB"],
      ["ja", "JP"],
      ["ja,en-US;q=0.9,en;q=0.8", "JP"],
      ["ja-JP,ja;q=0.9,en-US;q=0.8", "JP"],
      ["en,en-IN;q=0.9", "IN"],
      ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "CH"],
      ["zh-Hant", "TW"],
      ["zh-Hans-SG", "SG"],
      ["pt", "BR"],
      ["hi", "IN"],
      ["EN-gb", "GB"],
      ["en;q=0.2, de-AT;q=0.8", "AT"],
      ["de;q=0, sv", "SE"],
      ["en-UK", "GB"],
      ["eo, fr-BE;q=0.5", "BE"],
      ["es-419, es;q=0.9", "ES"],
      ["de-u-nu-latn", "DE"],
    ] as const
  ) {
    await t.step(header, () => assertEquals(guessRegion(header), region));
  }
});

Deno.test("guessRegion() gives null where the header tells nothing", async (t) => {
  for (
    const header of [
      null,
      "",
      "*",
      ",;,=",
      "de;q=0",
      "de;q=x",
      "ar-001,eo",
      "__proto__",
      "a".repeat(100_000),
      "ja,".repeat(10_000),
      "\u0000",
    ]
  ) {
    await t.step(String(header).slice(0, 30), () => {
      assertEquals(guessRegion(header), null);
    });
  }
});

Deno.test("guessRegion() throws on no header and knows every region that it gives", () => {
  const tag = fc.string({
    unit: fc.constantFrom(..."adefijnpruxUS-419*;q=0., "),
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.oneof(tag, fc.string({ unit: "binary" })), (header) => {
      const region = guessRegion(header);
      assertEquals(region === null || isRegion(region), true);
    }),
    { numRuns: 500 },
  );
});
