import { assert, assertEquals } from "@std/assert";
import {
  CHALLENGE_LIFE,
  isSolution,
  suspicionOf,
  ticketWait,
  workBits,
} from "@/lib/domain/challenge.ts";

const SEED = "AAAAAAAAAAAAAAAAAAAAAAAA";
const WINDOW = { max: 8, within: 600_000 };
const NOW = 1_000_000;

/** The first number that is one. */
function solve(bits: number): string {
  let n = 0;
  while (!isSolution(SEED, `${n}`, bits)) n++;
  return `${n}`;
}

Deno.test("isSolution() takes a number with as many zero bits, and no fewer", () => {
  const answer = solve(10);
  assert(isSolution(SEED, answer, 10));
  assert(isSolution(SEED, answer, 3));
  assertEquals(isSolution(SEED, answer, 25), false);
  assertEquals(isSolution(SEED.replace("A", "C"), answer, 10), false);
});

Deno.test.each(["", "-1", "1e3", "0x10", " 7", "4294967296", "99999999999"])(
  "isSolution() takes no %s",
  (answer) => assertEquals(isSolution(SEED, answer, 0), false),
);

Deno.test("workBits() and ticketWait() grow with suspicion, and stay within their limits", () => {
  const bits = ([0, 1, 2, 3] as const).map(workBits);
  assertEquals(bits, [16, 17, 18, 20]);
  const waits = ([0, 1, 2, 3] as const).map(ticketWait);
  assertEquals(waits, waits.toSorted((a, b) => a - b));
  assert(waits.every((wait) => wait >= 10_000 && wait < CHALLENGE_LIFE / 5));
});

const PASSED: [string, number, number, number][] = [
  ["none", 0, 0, 0],
  ["one less than a quarter", 1, 0, 0],
  ["a quarter", 2, 0, 1],
  ["one less than half", 3, 0, 1],
  ["half", 4, 0, 2],
  ["one less than all", 7, 0, 2],
  ["all", 8, 0, 3],
  ["all, and the window over", 8, WINDOW.within, 0],
];

Deno.test.each(PASSED)(
  "suspicionOf() after %s of a window",
  (...[, count, later, level]) => {
    const usage = count === 0 ? [] : [[NOW, count] as const];
    const passed = [[[], WINDOW], [usage, WINDOW]] as const;
    assertEquals(suspicionOf(passed, NOW + later), level);
  },
);
