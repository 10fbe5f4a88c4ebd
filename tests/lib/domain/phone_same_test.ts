import { assertEquals } from "@std/assert";
import { isSameNumber, nowhereFault } from "@/lib/domain/phone_same.ts";

const JAPAN = { e164: "+819012345678", region: "JP" };
const TOKYO = { e164: "+81312345678", region: "JP" };
const STATES = { e164: "+12015550123", region: "US" };
const CANADA = { e164: "+14165550123", region: "CA" };
const BRITAIN = { e164: "+447400123456", region: "GB" };
const EGYPT = { e164: "+201001234567", region: "EG" };
const NOWHERE = { e164: "+80012345678", region: "001" };

const SAME: readonly (readonly [typeof JAPAN, readonly string[]])[] = [
  [JAPAN, [
    "090-1234-5678",
    "90 1234 5678",
    "+81 90 1234 5678",
    "+81 (0)90 1234 5678",
    "0081 90 1234 5678",
    "010 81 90 1234 5678",
    "０９０ー１２３４ー５６７８",
    "＋８１ ９０ １２３４ ５６７８",
    "٠٩٠١٢٣٤٥٦٧٨",
  ]],
  [TOKYO, ["03-1234-5678", "(03) 1234-5678", "+81312345678"]],
  [STATES, ["(201) 555-0123", "1 201 555 0123", "011 1 201 555 0123"]],
  [CANADA, ["416-555-0123", "+1 416 555 0123"]],
  [BRITAIN, ["07400 123456", "+44 (0)7400 123456", "0044 7400 123456"]],
  [EGYPT, ["0100 123 4567", "٠١٠٠١٢٣٤٥٦٧", "+٢٠١٠٠١٢٣٤٥٦٧"]],
  [NOWHERE, ["+800 1234 5678", "00 800 1234 5678"]],
];

const OTHER: readonly (readonly [typeof JAPAN, readonly string[]])[] = [
  [JAPAN, [
    "",
    "5678",
    "090-1234-5679",
    "090-1234-567",
    "090-1234-56788",
    "+44 7400 123456",
    "+82 90 1234 5678",
    "call 090-1234-5678",
  ]],
  [STATES, ["090-1234-5678", "201 555 0124", "555 0123"]],
  [BRITAIN, ["7400 123457", "+1 740 012 3456"]],
  [NOWHERE, ["1234 5678", "0120 123 456", "+800 1234 5679"]],
  [{ ...JAPAN, region: "__proto__" }, ["090-1234-5678"]],
];

Deno.test("isSameNumber() reads as the number's own country does, and every country code", () => {
  for (const [number, ways] of SAME) {
    for (const typed of ways) {
      assertEquals(isSameNumber(typed, number), true, typed);
    }
  }
});

Deno.test("isSameNumber() takes no other number for it", () => {
  for (const [number, ways] of OTHER) {
    for (const typed of ways) {
      assertEquals(isSameNumber(typed, number), false, typed);
    }
  }
});

const TEXTS: readonly (readonly [string, ReturnType<typeof nowhereFault>])[] = [
  ["", "empty"],
  [" - ", "empty"],
  ["call me", "letters"],
  ["12#34", "invalid"],
  ["1".repeat(251), "long"],
  ["+81", "short"],
  ["１２３", "short"],
  ["1234", null],
  ["+1234", null],
  ["9".repeat(250), null],
  ["090-1234-5678", null],
];

Deno.test.each(TEXTS)(
  "nowhereFault() judges %j by no country",
  (typed, why) => {
    assertEquals(nowhereFault(typed), why);
  },
);
