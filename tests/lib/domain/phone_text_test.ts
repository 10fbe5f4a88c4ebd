import { assertEquals } from "@std/assert";
import { plainNumber } from "@/lib/domain/phone_text.ts";

/** Every numbering system with ten digits that the runtime knows, as an oracle of its own. */
const SCRIPTS = Intl.supportedValuesOf("numberingSystem")
  .map((system) => {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`, {
      useGrouping: false,
    });
    return {
      system,
      digits: Array.from("0123456789", (digit) => format.format(Number(digit))),
    };
  })
  .filter(({ digits }) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));

Deno.test("plainNumber() reads the digits of every script", async (t) => {
  assertEquals(SCRIPTS.length > 50, true);
  for (const { system, digits } of SCRIPTS) {
    await t.step(system, () => {
      assertEquals(plainNumber(digits.join("")), {
        ok: true,
        international: false,
        digits: "0123456789",
      });
    });
  }
});

Deno.test("plainNumber() drops separators and unseen marks", async (t) => {
  const separators = [
    ..." \t\n\u00a0\u2007\u2009\u202f\u3000",
    ..."-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63\u30fc\uff70\u2500",
    ..."./()[]\uff0e\uff0f\uff08\uff09\u00b7\u30fb",
    ..."\u00ad\u200b\u200c\u200d\u2060\ufeff\u061c\u200e\u200f",
    ..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
  ];
  for (const sign of separators) {
    await t.step(
      `U+${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
      () => {
        const digits = { ok: true, digits: "0901" } as const;
        assertEquals(plainNumber(`${sign}09${sign}01${sign}`), {
          ...digits,
          international: false,
        });
        assertEquals(plainNumber(`${sign}+${sign}0901`), {
          ...digits,
          international: true,
        });
      },
    );
  }
});

Deno.test("plainNumber() reads a plus and a tel: prefix", async (t) => {
  for (
    const [typed, international] of [
      ["+819", true],
      ["＋819", true],
      ["﹢819", true],
      ["(+81)9", true],
      ["tel:+81-9", true],
      ["TEL:819", false],
      ["Tel. 81-9", false],
      ["Tel：819", false],
      ["tel 819", false],
    ] as const
  ) {
    await t.step(typed, () => {
      assertEquals(plainNumber(typed), {
        ok: true,
        international,
        digits: "819",
      });
    });
  }
});

Deno.test("plainNumber() says why a text has no digits to dial", async (t) => {
  for (
    const [typed, why] of [
      ["", "empty"],
      ["   ", "empty"],
      ["\u200e\u202a\u202c", "empty"],
      ["---", "empty"],
      ["+", "empty"],
      ["tel:", "empty"],
      ["1-800-FLOWERS", "letters"],
      ["412 535 c0000", "letters"],
      ["O90-1234-5678", "letters"],
      ["090-1234-5678 ext. 9", "letters"],
      ["090-1234-5678x9", "letters"],
      ["tel:+81-90-1234-5678;ext=9", "letters"],
      ["〇九〇", "letters"],
      ["090-1234-5678#9", "invalid"],
      ["*67 090 1234 5678", "invalid"],
      ["090-1234-5678,9", "invalid"],
      ["090+1234+5678", "invalid"],
      ["++81 90 1234 5678", "invalid"],
      ["81 90 1234 5678+", "invalid"],
      ["☎ 090-1234-5678", "invalid"],
      ["①②③", "invalid"],
      ["09\u0000012345678", "invalid"],
      ["090\ud8001234", "invalid"],
      ["0".repeat(251), "long"],
      [" ".repeat(100_000), "long"],
    ] as const
  ) {
    await t.step(JSON.stringify(typed.slice(0, 40)), () => {
      assertEquals(plainNumber(typed), { ok: false, why });
    });
  }
});

Deno.test("plainNumber() looks at 250 units and no more", () => {
  assertEquals(plainNumber("0".repeat(250)).ok, true);
  assertEquals(plainNumber("0" + " ".repeat(249)).ok, true);
});
