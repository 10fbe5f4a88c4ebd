import { assert, assertEquals, assertMatch } from "@std/assert";
import { randomCode, randomToken, tokenDigest } from "@/lib/crypto/token.ts";

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Random bytes that are known: each call takes the next of them. */
function scripted(...draws: number[]): (bytes: number) => Uint8Array {
  return () => {
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setUint32(0, draws.shift() ?? 0);
    return new Uint8Array(bytes.buffer);
  };
}

Deno.test("tokenDigest() is SHA-256 as base64url", () => {
  // FIPS 180-4's example for "abc".
  assertEquals(
    tokenDigest("abc"),
    "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0",
  );
});

Deno.test("randomToken() is 128 bits as base64url", () => {
  assertEquals(
    randomToken((n) => new Uint8Array(n).fill(255)),
    "_____________________w",
  );
  assertMatch(randomToken(random), /^[\w-]{22}$/);
  const many = new Set(Array.from({ length: 1000 }, () => randomToken(random)));
  assertEquals(many.size, 1000);
});

Deno.test.each([
  ["the least", [0], "000000"],
  ["a leading zero", [42], "000042"],
  ["the last of a run", [999_999], "999999"],
  ["the first of the next run", [1_000_000], "000000"],
  ["the last fair number", [4_293_999_999], "999999"],
  ["past the last whole run", [4_294_000_000, 7], "000007"],
  ["the greatest, twice", [0xffffffff, 0xffffffff, 8], "000008"],
])("randomCode() draws %s", (_what, draws, code) => {
  assertEquals(randomCode(scripted(...draws)), code);
});

Deno.test("randomCode() has as many digits as asked for", () => {
  assertMatch(randomCode(random, 1), /^\d$/);
  assertMatch(randomCode(random, 9), /^\d{9}$/);
});

Deno.test("randomCode() gives each digit at each place as often as any other", () => {
  const codes = Array.from({ length: 60_000 }, () => randomCode(random));
  const expected = codes.length / 10;
  for (let place = 0; place < 6; place++) {
    const counts = new Map<string, number>();
    for (const { [place]: digit = "" } of codes) {
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    const chi = [..."0123456789"]
      .map((digit) => (counts.get(digit) ?? 0) - expected)
      .reduce((sum, off) => sum + off ** 2 / expected, 0);
    // 9 degrees of freedom: above 60 comes once in a billion runs.
    assert(chi < 60, `chi-square ${chi}`);
  }
});
