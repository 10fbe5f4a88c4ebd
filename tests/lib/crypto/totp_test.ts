import { assertEquals, assertMatch } from "@std/assert";
import { Secret, TOTP } from "otpauth";
import { toBase32 } from "@/lib/crypto/base32.ts";
import { randomSeed, stepAt, stepOf, totp } from "@/lib/crypto/totp.ts";

const SEED = new TextEncoder().encode("12345678901234567890");

/** RFC 6238 appendix B, its rows of SHA-1: seconds since 1970, 8 digits. */
const TIMES = [
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
] as const;

for (const [seconds, code] of TIMES) {
  Deno.test(`totp() shows ${code} at ${seconds} seconds (RFC 6238)`, () => {
    const step = stepAt(seconds * 1000);
    assertEquals(totp(SEED, step, 8), code);
    assertEquals(totp(SEED, step), code.slice(2));
  });
}

/** RFC 4226 appendix D. */
const COUNTS = [
  "755224",
  "287082",
  "359152",
  "969429",
  "338314",
  "254676",
  "287922",
  "162583",
  "399871",
  "520489",
];

Deno.test("totp() counts as HOTP does (RFC 4226)", () => {
  assertEquals(COUNTS.map((_, step) => totp(SEED, step)), COUNTS);
});

Deno.test("stepAt() moves on at each whole half minute", () => {
  assertEquals(
    [0, 29_999, 30_000, 59_999, 60_000].map(stepAt),
    [0, 0, 1, 1, 2],
  );
});

Deno.test("totp() shows what another implementation shows", () => {
  for (let i = 0; i < 200; i++) {
    const seed = crypto.getRandomValues(new Uint8Array(20));
    const secret = Secret.fromBase32(toBase32(seed));
    const timestamp = i * 86_399_999 * 7;
    const other = new TOTP({ secret }).generate({ timestamp });
    assertEquals(totp(seed, stepAt(timestamp)), other);
  }
});

Deno.test("stepOf() names the first step of a code, none of another code", () => {
  const code = totp(SEED, 7);
  assertEquals(stepOf(SEED, code, [8, 7, 6]), 7);
  assertEquals(stepOf(SEED, code, [9, 8]), null);
  for (const other of ["", code.slice(1), `${code}0`, `0${code}`]) {
    assertEquals(stepOf(SEED, other, [8, 7, 6]), null);
  }
});

Deno.test("randomSeed() is 160 bits of its source, in base32", () => {
  const seed = randomSeed((bytes) => new Uint8Array(bytes).fill(0xff));
  assertEquals(seed, "7".repeat(32));
  const drawn = randomSeed((n) => crypto.getRandomValues(new Uint8Array(n)));
  assertMatch(drawn, /^[A-Z2-7]{32}$/);
});
