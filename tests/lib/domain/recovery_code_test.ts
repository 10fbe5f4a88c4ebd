import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import {
  CODE_BYTES,
  groupCode,
  readRecoveryCode,
  recoveryCode,
} from "@/lib/domain/recovery_code.ts";

const CODE = "0123456789ABC";

Deno.test("recoveryCode() has 65 bits: 13 digits of 32", () => {
  const bytes = crypto.getRandomValues(new Uint8Array(CODE_BYTES));
  const code = recoveryCode(bytes);
  assertMatch(code, /^[0-9A-HJKMNP-TV-Z]{13}$/);
  assert(code.length * Math.log2(32) >= 64);
  assertEquals(recoveryCode(new Uint8Array(9)), "0000000000000");
  assertEquals(recoveryCode(new Uint8Array(9).fill(255)), "ZZZZZZZZZZZZZ");
});

Deno.test("recoveryCode() lets each of its 65 bits count", () => {
  const codes = new Set<string>();
  for (let bit = 0; bit < 72; bit++) {
    const bytes = new Uint8Array(CODE_BYTES);
    bytes[bit >> 3] = 0x80 >> (bit & 7);
    codes.add(recoveryCode(bytes));
  }
  assertEquals(codes.size, 66); // One for each bit, and one without any.
});

Deno.test("recoveryCode() refuses too few bytes", () => {
  assertThrows(() => recoveryCode(new Uint8Array(8)), RangeError);
});

Deno.test("groupCode() writes what readRecoveryCode() reads", () => {
  assertEquals(groupCode(CODE), "0123-4567-89ABC");
  assertEquals(readRecoveryCode(groupCode(CODE)), { ok: true, code: CODE });
});

Deno.test.each([
  ["0123456789ABC"],
  ["0123-4567-89abc"],
  [" 0123 4567 89aBc "],
  ["0123–4567—89ABC"],
  ["0123−4567ー89ABCｰ"],
  ["O123-4567-89ABC"],
  ["oI23-4567-89abc"],
  ["0l23-4567-89abc"],
  ["０１２３－４５６７－８９ＡＢＣ"],
  ["０１２３　４５６７　８９ａｂｃ"],
  ["\u200e0123-4567-89ABC\u202c"],
  ["0123.4567_89ABC"],
  ["\n0123-4567-89ABC\r\n"],
])("readRecoveryCode() reads %j", (typed) => {
  assertEquals(readRecoveryCode(typed), { ok: true, code: CODE });
});

Deno.test.each(
  [
    ["", "missing"],
    [" - ー ", "missing"],
    ["0123-4567-89AB", "short"],
    ["0123-4567-89ABCD", "long"],
    ["0123-4567-89ABU", "letters"],
    ["0123-4567-89AB!", "letters"],
    ["合鍵", "letters"],
    ["😀", "letters"],
    ["\ud800", "letters"],
    ["0".repeat(201), "long"],
    [`${CODE} ${CODE}`, "long"],
  ] as const,
)("readRecoveryCode() finds no code in %j: %s", (typed, why) => {
  assertEquals(readRecoveryCode(typed), { ok: false, why });
});
