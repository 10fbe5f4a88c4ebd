import { assertEquals } from "@std/assert";
import { isAlive, isWithin, type Life, SKEW } from "@/lib/domain/life.ts";
import { CHALLENGE_LIFE } from "@/lib/domain/passkeys.ts";
import { isOpen, isProved, type Session } from "@/lib/domain/session.ts";
import { isUsable } from "@/lib/domain/verification.ts";
import { MINUTE, NOON } from "@/tests/support/world.ts";

const LIFE: Life = { from: NOON, until: NOON + MINUTE };

const MOMENTS:
  readonly (readonly [what: string, at: number, alive: boolean])[] = [
    ["its first moment", 0, true],
    ["its last", MINUTE - 1, true],
    ["its end", MINUTE, false],
    ["long after", 1e9, false],
    ["a clock that is behind a little", -SKEW, true],
    ["a clock that went back", -SKEW - 1, false],
    ["a clock that went back to the beginning of time", -NOON, false],
  ];
for (const [what, at, alive] of MOMENTS) {
  Deno.test(`isAlive() and isWithin() at ${what}: ${alive}`, () => {
    assertEquals(isAlive(LIFE, NOON + at), alive);
    assertEquals(isWithin(NOON, MINUTE, NOON + at), alive);
  });
}

const SESSION: Session = {
  account: "a",
  userName: "ann",
  groups: [],
  epoch: 0,
  openedAt: NOON - 30 * MINUTE,
  seenAt: NOON,
  provedAt: NOON,
  provedBy: "password",
  contact: null,
  skipped: false,
  practice: [],
};

const JUDGED: readonly (readonly [
  what: string,
  life: number,
  counts: (now: number) => boolean,
])[] = [
  ["a session", 15 * MINUTE, (now) => isOpen(SESSION, 0, now)],
  ["a proof", 5 * MINUTE, (now) => isProved(SESSION, now)],
  [
    "a code",
    10 * MINUTE,
    (now) => isUsable({ sentAt: NOON, until: NOON + 10 * MINUTE }, now),
  ],
  [
    "a challenge",
    CHALLENGE_LIFE,
    (now) => isWithin(NOON, CHALLENGE_LIFE, now),
  ],
];
for (const [what, life, counts] of JUDGED) {
  Deno.test(`${what} is over at its end, and before the clock that began it`, () => {
    assertEquals(
      [-SKEW - 1, -SKEW, 0, life - 1, life].map((at) => counts(NOON + at)),
      [false, true, true, true, false],
    );
  });
}
