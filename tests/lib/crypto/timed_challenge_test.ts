import { assertEquals, assertNotEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { challengeTime, timedChallenge } from "@/lib/crypto/timed_challenge.ts";

const key = (id: string) => ({
  id,
  secret: new Uint8Array(32).fill(id.charCodeAt(1)),
});
const KEYS = keyring([key("k2"), key("k1")]);
const AT = Date.UTC(2026, 0, 1);
const NONCE = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const PARTS = { secret: "browser", at: AT, nonce: NONCE };

Deno.test("challengeTime() reads when a challenge was made, for its browser alone", () => {
  const challenge = timedChallenge(KEYS, PARTS);
  assertEquals(challenge.length, 43);
  assertEquals(challengeTime(KEYS, challenge, "browser"), AT);
  assertEquals(challengeTime(KEYS, challenge, "browsers"), null);
  const other = timedChallenge(KEYS, { ...PARTS, nonce: NONCE.toReversed() });
  assertNotEquals(other, challenge);
});

Deno.test("challengeTime() takes a key until it is removed, and no other", () => {
  const challenge = timedChallenge(keyring([key("k1")]), PARTS);
  assertEquals(challengeTime(KEYS, challenge, "browser"), AT);
  assertEquals(
    challengeTime(keyring([key("k2")]), challenge, "browser"),
    null,
  );
});

Deno.test("challengeTime() reads nothing else, whichever character is another", () => {
  const challenge = timedChallenge(KEYS, PARTS);
  for (const text of ["", "A", "é", challenge + "AA", challenge.slice(2)]) {
    assertEquals(challengeTime(KEYS, text, "browser"), null, text);
  }
  for (let i = 0; i < 42; i++) {
    const char = challenge[i] === "A" ? "B" : "A";
    const forged = challenge.slice(0, i) + char + challenge.slice(i + 1);
    assertEquals(challengeTime(KEYS, forged, "browser"), null, `${i}`);
  }
});
