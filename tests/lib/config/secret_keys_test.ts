import { assertEquals } from "@std/assert";
import { readSecretKeys } from "@/lib/config/secret_keys.ts";

/** Bytes without a pattern, the same in every run. */
function bytes(seed: number, length = 32): Uint8Array {
  return Uint8Array.from(
    { length },
    (_, i) => (Math.imul(seed + i, 2_654_435_761) >>> 13) & 255,
  );
}

function base64(secret: Uint8Array): string {
  return btoa(String.fromCharCode(...secret));
}

const GOOD = base64(bytes(1));
const OTHER = base64(bytes(500));
const KNOWN = [{ id: "dev", secret: bytes(900) }];
const MAKE = "make one with: openssl rand -base64 32";
const SHAPE =
  "must be an ID of 1 to 8 small letters or digits, a colon and base64, such as k1:…";
const GUESSED = `can be guessed: it is not from a random source; ${MAKE}`;
const words = new TextEncoder().encode(
  "correct horse battery staple, and then some",
);

const cases: [what: string, text: string, faults: string[]][] = [
  ["one key", `k1:${GOOD}`, []],
  ["two keys", `k2:${OTHER}, k1:${GOOD}`, []],
  ["an ID of 8", `abcdefg8:${GOOD}`, []],
  ["a key without an ID", GOOD, [`key 1 ${SHAPE}`]],
  ["an empty ID", `:${GOOD}`, [`key 1 ${SHAPE}`]],
  ["an ID of 9", `abcdefgh9:${GOOD}`, [`key 1 ${SHAPE}`]],
  ["an ID of capitals", `K1:${GOOD}`, [`key 1 ${SHAPE}`]],
  ["an ID alone", "k1:", [`key 1 ${SHAPE}`]],
  ["what is not base64", `k1:${GOOD}!`, [`key 1 ${SHAPE}`]],
  ["a comma at the end", `k1:${GOOD},`, [`key 2 ${SHAPE}`]],
  [
    "31 bytes",
    `k1:${base64(bytes(1, 31))}`,
    [`key 1 has fewer than 32 bytes; ${MAKE}`],
  ],
  [
    "an ID twice",
    `k1:${GOOD},k1:${OTHER}`,
    ["key 2 has the ID of a key before it; each needs its own"],
  ],
  [
    "an ID twice, of keys that are too short",
    `k1:${base64(bytes(1, 31))},k1:${base64(bytes(2, 31))}`,
    [
      `key 1 has fewer than 32 bytes; ${MAKE}`,
      "key 2 has the ID of a key before it; each needs its own",
      `key 2 has fewer than 32 bytes; ${MAKE}`,
    ],
  ],
  [
    "a key twice",
    `k1:${GOOD},k2:${GOOD}`,
    ["key 2 is a key before it under another ID"],
  ],
  [
    "a key that others know",
    `k1:${base64(bytes(900))}`,
    [`key 1 is the one for development, which everybody knows; ${MAKE}`],
  ],
  ["zeros", `k1:${base64(new Uint8Array(32))}`, [`key 1 ${GUESSED}`]],
  [
    "one block over and over",
    `k1:${base64(new Uint8Array(64).map((_, i) => bytes(1)[i % 16] ?? 0))}`,
    [`key 1 ${GUESSED}`],
  ],
  [
    "counted bytes",
    `k1:${base64(new Uint8Array(32).map((_, i) => 200 + 7 * i))}`,
    [`key 1 ${GUESSED}`],
  ],
  ["words", `k1:${base64(words)}`, [`key 1 ${GUESSED}`]],
  [
    "every fault of every key",
    `K1:x,k2:${GOOD},k3:${base64(new Uint8Array(40))}`,
    [`key 1 ${SHAPE}`, `key 3 ${GUESSED}`],
  ],
];

for (const [what, text, faults] of cases) {
  Deno.test(`readSecretKeys() on ${what} finds ${faults.length} faults`, () => {
    const read = readSecretKeys(text, KNOWN);
    assertEquals(read.ok ? [] : read.faults, faults);
  });
}

Deno.test("readSecretKeys() keeps the order: newest first", () => {
  assertEquals(readSecretKeys(`k2:${OTHER},k1:${GOOD}`, KNOWN), {
    ok: true,
    keys: [
      { id: "k2", secret: bytes(500) },
      { id: "k1", secret: bytes(1) },
    ],
  });
});

Deno.test("readSecretKeys() takes weak keys where none are known, but no short ones", () => {
  assertEquals(readSecretKeys(`k1:${base64(words)}`, null).ok, true);
  assertEquals(readSecretKeys("k1:c2hvcnQ=", null).ok, false);
});

Deno.test("readSecretKeys() takes what a random source gives", () => {
  for (let i = 0; i < 2_000; i++) {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    assertEquals(readSecretKeys(`k1:${base64(secret)}`, KNOWN).ok, true);
  }
});
