import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { getExampleNumber, isSupportedCountry } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { dialCode, REGIONS } from "@/lib/domain/countries.ts";
import { type NumberAnswer, readNumber } from "@/lib/domain/phone.ts";
import { refuseChannel } from "@/lib/domain/phone_channel.ts";
import { maskNumber } from "@/lib/domain/phone_mask.ts";

/** Each region with libphonenumber's example of a mobile number. */
const MOBILES = REGIONS.flatMap((region) => {
  const number = isSupportedCountry(region)
    ? getExampleNumber(region, examples)
    : undefined;
  return number ? [{ region, number }] : [];
});

/** Where the number alone does not tell the region: the one that counts then, and why. */
const SHARED: Record<string, readonly [string, string]> = {
  AX: ["FI", "Åland has mobiles of the Finnish plan"],
  BL: ["GP", "Saint Barthélemy has mobiles of the Guadeloupe plan"],
  CC: ["AU", "the Cocos Islands have mobiles of the Australian plan"],
  CX: ["AU", "Christmas Island has mobiles of the Australian plan"],
  EH: ["MA", "Western Sahara has mobiles of the Moroccan plan"],
  IM: [
    "GB",
    "7924 is in the British plan as well as in the Manx; 7624 is Manx alone",
  ],
  MF: ["GP", "Saint Martin has mobiles of the Guadeloupe plan"],
  SJ: ["NO", "Svalbard has mobiles of the Norwegian plan"],
  VA: ["IT", "the Vatican has mobiles of the Italian plan"],
};

/** Digits that are often a number, in some region and from abroad. */
const digits = fc.string({
  unit: fc.constantFrom(..."0123456789"),
  minLength: 3,
  maxLength: 12,
});
const likely = fc.oneof(
  digits,
  digits.map((text) => `0${text}`),
  fc.tuple(
    fc.constantFrom("+", "00", "011", "010", "8~10", ""),
    fc.constantFrom(...REGIONS),
    fc.constantFrom("", "(0)"),
    digits,
  ).map(([prefix, region, trunk, text]) =>
    `${prefix}${dialCode(region)}${trunk}${text}`
  ),
);
const anyText = fc.oneof(
  { weight: 4, arbitrary: likely },
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(..."+0123456789() -.٠९０\u200e\ud800#;x="),
    maxLength: 40,
  }),
);
const anyRegion = fc.oneof(fc.constantFrom(...REGIONS), fc.string());
const anyMobile = fc.constantFrom(...MOBILES);

/** The first code point of ten digits. */
const ZEROS = {
  arabicIndic: 0x660,
  extendedArabicIndic: 0x6f0,
  devanagari: 0x966,
  wide: 0xff10,
};

function inScript(text: string, zero: number): string {
  return text.replace(
    /\d/g,
    (digit) => String.fromCodePoint(zero + Number(digit)),
  );
}

function e164(answer: NumberAnswer): string {
  return answer.ok ? answer.number.e164 : answer.why;
}

Deno.test("readNumber() throws on no text, and masks what it accepts", () => {
  fc.assert(
    fc.property(anyText, anyRegion, (typed, region) => {
      const answer = readNumber(typed, region);
      if (!answer.ok) return;
      assert(/^\+[1-9]\d{4,18}$/.test(answer.number.e164));
      assert(
        REGIONS.includes(answer.number.region) ||
          answer.number.region === "001",
      );
      refuseChannel(answer.number, "sms", "all");
      assertEquals(
        maskNumber(answer.number.e164).replace(/[^\d]/g, "").length <= 5,
        true,
      );
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("readNumber() refuses 100 kB of anything", () => {
  for (
    const unit of [
      "0",
      " ",
      "+",
      "(",
      "٠",
      "a",
      "\u200e",
      "\ud800",
      "tel:",
      "00 ",
    ]
  ) {
    assertEquals(readNumber(unit.repeat(100_000), "JP"), {
      ok: false,
      why: "long",
    });
  }
});

Deno.test("readNumber() reads what it gave as the same number", () => {
  fc.assert(
    fc.property(anyText, anyRegion, anyRegion, (typed, region, other) => {
      const answer = readNumber(typed, region);
      if (!answer.ok) return;
      const { number } = answer;
      assertEquals(e164(readNumber(number.e164, other)), number.e164);
      const again = readNumber(number.e164, number.region);
      assertEquals(again, {
        ok: true,
        number: { ...number, overruled: false },
      });
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("readNumber() does not mind the script of the digits", () => {
  fc.assert(
    fc.property(
      anyText,
      anyRegion,
      fc.constantFrom(...Object.values(ZEROS)),
      (typed, region, zero) => {
        fc.pre(inScript(typed, zero).length <= 250);
        assertEquals(
          readNumber(inScript(typed, zero), region),
          readNumber(typed, region),
        );
      },
    ),
    { numRuns: 1_000 },
  );
});

Deno.test("readNumber() does not mind separators between digits", () => {
  const separator = fc.constantFrom(
    "",
    " ",
    "-",
    ".",
    "/",
    "(",
    ")",
    "\u00a0",
    "\u200e",
    "－",
    "ー",
  );
  fc.assert(
    fc.property(
      anyMobile,
      fc.array(separator, { minLength: 16, maxLength: 16 }),
      (mobile, signs) => {
        const { number: { number, nationalNumber }, region } = mobile;
        const spread = (text: string) =>
          Array.from(text, (char, i) => char + signs[i % 16]).join("");
        assertEquals(
          readNumber(spread(number), region),
          readNumber(number, region),
        );
        assertEquals(
          readNumber(spread(nationalNumber), region),
          readNumber(nationalNumber, region),
        );
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("readNumber() reads each region's mobile, which takes texts and calls", async (t) => {
  assertEquals(MOBILES.length, REGIONS.length);
  for (const { region, number } of MOBILES) {
    const code = number.countryCallingCode;
    const ways = {
      "digits": number.nationalNumber,
      "national": number.formatNational(),
      "+": number.number,
      "+ spaced": number.formatInternational(),
      "00": `00${code}${number.nationalNumber}`,
      "code alone": `${code}${number.nationalNumber}`,
    };
    await t.step(region, () => {
      for (const typed of Object.values(ways)) {
        const answer = readNumber(typed, region);
        assert(answer.ok, typed);
        assertEquals([answer.number.e164, answer.number.region], [
          number.number,
          region,
        ]);
        assertEquals(refuseChannel(answer.number, "sms", [region]), null);
        assertEquals(refuseChannel(answer.number, "voice", [region]), null);
      }
    });
  }
});

Deno.test("readNumber() tells the region by the number after a plus", async (t) => {
  for (const { region, number } of MOBILES) {
    await t.step(region, () => {
      const answer = readNumber(number.number, "");
      const [expected] = SHARED[region] ?? [region];
      assertEquals(answer.ok && answer.number.region, expected);
    });
  }
});

Deno.test("readNumber() drops (0) after the country code where it is the trunk prefix", async (t) => {
  for (const { region, number } of MOBILES) {
    const { countryCallingCode: code, nationalNumber: digits } = number;
    const answer = readNumber(`+${code} (0)${digits}`, region);
    const national = number.formatNational().replace(/\D/g, "");
    await t.step(region, () => {
      // There a zero before the mobile's digits makes a landline.
      if (["AC", "IT", "VA"].includes(region)) return;
      if (answer.ok || national === `0${digits}`) {
        assertEquals(e164(answer), number.number);
      }
    });
  }
});

Deno.test("readNumber() keeps (0) where it belongs to the number", () => {
  assertEquals(e164(readNumber("+39 (0)6 1234 5678", "JP")), "+390612345678");
  assertEquals(
    e164(readNumber("+225 (0)1 23 45 67 89", "JP")),
    "+2250123456789",
  );
  assertEquals(e164(readNumber("+1 (0)201 555 0123", "JP")), "long");
});
