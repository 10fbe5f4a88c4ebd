import { assertEquals } from "@std/assert";
import { hasGrown, readPasskeyName } from "@/lib/domain/passkeys.ts";

const FAMILY = "👨‍👩‍👧‍👦";

const NAMES = [
  ["Laptop", "Laptop"],
  ["  My phone\n", "My phone"],
  ["仕事のパソコン", "仕事のパソコン"],
  [`${FAMILY} 🔑`, `${FAMILY} 🔑`],
  ["cafe\u0301", "café"],
  ["a\u202Egnp.exe", "agnp.exe"],
  ["\u2066x\u2069\u200F\u061C", "x"],
  ["a\u0000b\u001B[31mc\u0085", "ab[31mc"],
  ["one\ttwo\r\nthree", "one two  three"],
  ["x\u200B\uFEFF\u2060", "x"],
  ["<b>&amp;", "<b>&amp;"],
  ["k".repeat(60), "k".repeat(60)],
  ["🔑".repeat(60), "🔑".repeat(60)],
] as const;

Deno.test("readPasskeyName() keeps what can be seen, in one line", () => {
  for (const [typed, name] of NAMES) {
    assertEquals(readPasskeyName(typed), { ok: true, name });
  }
});

const REFUSED = [
  ["", "empty"],
  ["   ", "empty"],
  ["\u202E\u2066", "empty"],
  ["\u200D\uFE0F", "empty"],
  ["k".repeat(61), "long"],
  ["k".repeat(10_000), "long"],
  ["🔑".repeat(10_000), "long"],
] as const;

Deno.test("readPasskeyName() refuses nothing, what cannot be seen, and 61 code points", () => {
  for (const [typed, why] of REFUSED) {
    assertEquals(readPasskeyName(typed), { ok: false, why });
  }
});

Deno.test.each([
  [0, 0, true],
  [0, 1, true],
  [1, 2, true],
  [7, 7, false],
  [7, 6, false],
  [7, 0, false],
])("hasGrown() from %d to %d is %s", (stored, told, grown) => {
  assertEquals(hasGrown(stored, told), grown);
});
