import { assert, assertEquals } from "@std/assert";
import {
  countWrong,
  IN_A_ROW,
  isLocked,
  type WrongSignIns,
} from "@/lib/domain/wrong_sign_ins.ts";

const NOON = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;

/** After so many wrong ones, each as soon as the lock before it has ended. */
function after(wrong: number, lockAfter = 10): WrongSignIns {
  let [state, now]: [WrongSignIns | null, number] = [null, NOON];
  for (let i = 0; i < wrong; i++) {
    state = countWrong(state, { lockAfter, now });
    now = state.until ?? now;
  }
  assert(state !== null);
  return state;
}

Deno.test.each([
  [1, 0],
  [9, 0],
  [10, 1],
  [11, 2],
  [12, 4],
  [13, 8],
  [14, 16],
  [15, 32],
  [16, 60],
  [17, 60],
  [2000, 60],
])("the %d. wrong sign-in locks for %d minutes", (wrong, minutes) => {
  const { at, until, count } = after(wrong);
  assertEquals(until, minutes === 0 ? null : at + minutes * MINUTE);
  assertEquals(count, wrong);
});

Deno.test.each([[1], [3]])("lockAfter %d locks at that one", (lockAfter) => {
  assertEquals(after(lockAfter, lockAfter).until, NOON + MINUTE);
  if (lockAfter > 1) assertEquals(after(lockAfter - 1, lockAfter).until, null);
});

Deno.test("lockAfter 0 never locks", () => {
  assertEquals(after(500, 0).until, null);
});

Deno.test.each([
  [0, true],
  [MINUTE - 1, true],
  [MINUTE, false],
  [MINUTE + 1, false],
])("a lock of a minute, %d ms on, holds: %j", (passed, holds) => {
  assertEquals(isLocked(after(10), NOON + passed), holds);
});

Deno.test("nothing is locked before anything was wrong", () => {
  assertEquals(isLocked(null, NOON), false);
});

Deno.test("a wrong sign-in while it is locked changes nothing", () => {
  const locked = after(10);
  const now = NOON + MINUTE - 1;
  assertEquals(countWrong(locked, { lockAfter: 10, now }), locked);
});

Deno.test.each([
  [IN_A_ROW - 1, 10],
  [IN_A_ROW, 1],
  [IN_A_ROW * 9, 1],
])("%d ms after nine wrong ones, the next counts as the %d.", (ms, count) => {
  const next = countWrong(after(9), { lockAfter: 10, now: NOON + ms });
  assertEquals(next.count, count);
  assertEquals(next.until !== null, count === 10);
});

Deno.test("a clock that goes back takes nothing off", () => {
  const next = countWrong(after(9), { lockAfter: 10, now: NOON - IN_A_ROW });
  assertEquals(next, { count: 10, at: NOON, until: NOON + MINUTE });
});
