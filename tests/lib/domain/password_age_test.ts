import { assertEquals } from "@std/assert";
import {
  refusedPasswords,
  standingOfPassword,
  youngUntil,
} from "@/lib/domain/password_age.ts";

const NOON = Date.UTC(2026, 0, 1, 12);
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

Deno.test.each([
  ["never expires by default", 0, 9999 * DAY, false, "ok"],
  ["is fine before its last day ends", 90, 90 * DAY - 1, false, "ok"],
  ["expires on the hour", 90, 90 * DAY, false, "expired"],
  ["stays expired", 90, 900 * DAY, false, "expired"],
  ["must be changed where that was asked for", 0, 0, true, "mustChange"],
  ["must be changed rather than is expired", 90, 91 * DAY, true, "mustChange"],
])("a password %s", (_what, passwordMaxAge, age, mustChange, standing) => {
  const state = { passwordChangedAt: NOON, mustChange };
  const found = standingOfPassword(state, { passwordMaxAge }, NOON + age);
  assertEquals(found, standing);
});

Deno.test.each([
  ["without a rule", 0, 0, false, null],
  ["at once", 24, 0, false, NOON + DAY],
  ["just before", 24, DAY - 1, false, NOON + DAY],
  ["at the edge", 24, DAY, false, null],
  ["later", 24, 2 * DAY, false, null],
  ["at once, where it must be changed", 24, 0, true, null],
])("too young %s", (_what, passwordMinAge, age, mustChange, until) => {
  const state = { passwordChangedAt: NOON, mustChange };
  const found = youngUntil(state, { passwordMinAge }, NOON + age);
  assertEquals(found, until);
});

Deno.test.each([[0, 1], [1, 1], [2, 2], [24, 24]])(
  "a history of %d refuses the last %d",
  (passwordHistory, refused) => {
    assertEquals(refusedPasswords({ passwordHistory }), refused);
  },
);
