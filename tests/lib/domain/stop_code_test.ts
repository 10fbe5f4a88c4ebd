import { assert, assertEquals } from "@std/assert";
import { readCrockford, toCrockford } from "@/lib/domain/crockford.ts";
import { readStopCode, STOP_BYTES, stopCode } from "@/lib/domain/stop_code.ts";

Deno.test("stopCode() has eight characters of 40 bits, none of them ambiguous", () => {
  const codes = Array.from(
    { length: 2000 },
    () => stopCode(crypto.getRandomValues(new Uint8Array(STOP_BYTES))),
  );
  for (const code of codes) assert(/^[0-9A-HJKMNP-TV-Z]{8}$/.test(code), code);
  assertEquals(new Set(codes).size, codes.length);
  assertEquals(new Set(codes.join("")).size, 32);
});

Deno.test.each([
  [[0, 0, 0, 0, 0], "00000000"],
  [[255, 255, 255, 255, 255], "ZZZZZZZZ"],
  [[0, 0, 0, 0, 1], "00000001"],
  [[8, 66, 16, 132, 33], "11111111"],
])("toCrockford() writes %j as %s", (bytes, code) => {
  assertEquals(toCrockford(Uint8Array.from(bytes), 8), code);
});

Deno.test("toCrockford() cuts off what is left over", () => {
  assertEquals(toCrockford(new Uint8Array(9).fill(255), 13), "Z".repeat(13));
});

Deno.test.each([
  ["7K3M9QXA", "7K3M9QXA"],
  ["7k3m 9qxa", "7K3M9QXA"],
  ["7K3M-9QXA", "7K3M9QXA"],
  ["７Ｋ３Ｍ９ＱＸＡ", "7K3M9QXA"],
  ["\u200e7K3M–9QXA\u200e\n", "7K3M9QXA"],
  ["oOiIlL00", "00111100"],
  ["if not you: key.example/stop 7K3M9QXA", "7K3M9QXA"],
  ["違うなら key.example/stop 7K3M-9QXA 。", "7K3M9QXA"],
])("readStopCode() reads %j as %s", (typed, code) => {
  assertEquals(readStopCode(typed), { ok: true, code });
});

Deno.test.each([
  ["", "missing"],
  [" \u3000-\u200b", "missing"],
  ["7K3M9QX", "shape"],
  ["7K3M9QXAB", "shape"],
  ["7K3M9QXU", "shape"],
  ["7K3M9QX\0", "shape"],
  ["鍵鍵鍵鍵鍵鍵鍵鍵", "shape"],
  ["<script>", "shape"],
])("readStopCode() finds none in %j: %s", (typed, why) => {
  assertEquals(readStopCode(typed), {
    ok: false,
    why: why as "missing" | "shape",
  });
});

Deno.test("readCrockford() refuses what is in no code", () => {
  for (const typed of ["U", "é", "😀", "\u202eA!"]) {
    assertEquals(readCrockford(typed), null, typed);
  }
});

Deno.test("readStopCode() does not look through a whole book", () => {
  const typed = "7".repeat(100_000);
  assertEquals(readStopCode(typed), { ok: false, why: "shape" });
});
