import { assertEquals } from "@std/assert";
import { fromBase32, toBase32 } from "@/lib/crypto/base32.ts";

/** RFC 4648 §10, without its padding. */
const VECTORS = [
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
] as const;

for (const [text, base32] of VECTORS) {
  Deno.test(`toBase32() and fromBase32() take "${text}" to "${base32}" and back`, () => {
    const bytes = new TextEncoder().encode(text);
    assertEquals(toBase32(bytes), base32);
    assertEquals(fromBase32(base32), bytes);
  });
}

Deno.test("fromBase32() gives back any bytes of any length", () => {
  for (let length = 0; length < 64; length++) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    assertEquals(fromBase32(toBase32(bytes)), bytes);
  }
});

Deno.test("fromBase32() takes no other digit, case, padding or length", () => {
  const others = [
    "0",
    "1",
    "8",
    "my",
    "MY======",
    "M Y",
    "M",
    "MZX",
    "MZ",
    "é",
  ];
  assertEquals(others.map(fromBase32), others.map(() => null));
});
