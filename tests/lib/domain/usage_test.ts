import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { LIMITS, type Window } from "@/lib/domain/limits.ts";
import { leftOf, reserve, spend, type Usage } from "@/lib/domain/usage.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Spends at each time, and returns what was allowed and what is left in the log. */
function run(windows: readonly Window[], times: readonly number[]) {
  let usage: Usage = [];
  let longest = 0;
  const allowed: number[] = [];
  const untils: number[] = [];
  for (const now of times) {
    const spent = spend(usage, windows, now);
    if (spent.ok) {
      allowed.push(now);
      usage = spent.usage;
      longest = Math.max(longest, usage.length);
    } else untils.push(spent.until);
  }
  return { usage, allowed, untils, longest };
}

/** The most that fell into any stretch of that length. */
function busiest(times: readonly number[], within: number): number {
  let most = 0;
  let from = 0;
  for (const [to, at] of times.entries()) {
    while ((times[from] ?? 0) <= at - within) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

const three: Window = { max: 3, within: 100 };

const cases: [
  string,
  readonly Window[],
  number[],
  allowed: number[],
  untils: number[],
][] = [
  ["allows up to the limit", [three], [0, 1, 2], [0, 1, 2], []],
  ["refuses the next", [three], [0, 1, 2, 3], [0, 1, 2], [100]],
  ["refuses just before the first leaves", [three], [0, 1, 2, 99], [0, 1, 2], [
    100,
  ]],
  ["allows as the first leaves", [three], [0, 1, 2, 100], [0, 1, 2, 100], []],
  [
    "waits for the second after that",
    [three],
    [0, 1, 2, 100, 100],
    [0, 1, 2, 100],
    [101],
  ],
  [
    "does not count what it refused",
    [three],
    [0, 1, 2, 50, 60, 70, 80, 90, 100, 101],
    [0, 1, 2, 100, 101],
    [100, 100, 100, 100, 100],
  ],
  [
    "lets no double burst through at an edge",
    [three],
    [99, 99, 99, 101, 101, 101],
    [99, 99, 99],
    [199, 199, 199],
  ],
  [
    "allows all again after a quiet stretch",
    [three],
    [0, 1, 2, 500, 500, 500, 500],
    [0, 1, 2, 500, 500, 500],
    [600],
  ],
  [
    "keeps several windows on one log",
    [{ max: 2, within: 10 }, three],
    [0, 0, 0, 10, 20],
    [0, 0, 10],
    [10, 100],
  ],
  [
    "names the later end where two windows are full",
    [{ max: 3, within: 10 }, three],
    [0, 1, 2, 3],
    [0, 1, 2],
    [100],
  ],
  [
    "takes a clock that goes back as standing still",
    [three],
    [200, 150, 100, 50, 299, 300],
    [200, 150, 100, 300],
    [300, 300],
  ],
];

for (const [what, windows, times, allowed, untils] of cases) {
  Deno.test(`spend() ${what}`, () => {
    const done = run(windows, times);
    assertEquals(done.allowed, allowed);
    assertEquals(done.untils, untils);
  });
}

Deno.test("spend() forgets what no window needs", () => {
  assertEquals(run([three], [0, 1, 2, 101, 102]).usage, [
    [101, 1],
    [102, 1],
  ]);
});

/** Times that crowd and pause, so that windows fill and empty. */
const rhythm = fc.array(
  fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 40 })),
  { maxLength: 60 },
).map((bursts) => {
  let now = 0;
  return bursts.flatMap(([pause, size]) => {
    now += pause;
    return Array.from({ length: size }, (_, i) => now + Math.floor(i / 3));
  }).sort((a, b) => a - b);
});

const someWindow = fc.record({
  max: fc.integer({ min: 1, max: 300 }),
  within: fc.integer({ min: 1, max: 2_000 }),
});
const someWindows = fc.array(someWindow, { minLength: 1, maxLength: 3 });

Deno.test("spend() never lets more than max into any stretch", () => {
  fc.assert(fc.property(someWindows, rhythm, (windows, times) => {
    const { allowed } = run(windows, times);
    for (const { max, within } of windows) {
      assert(busiest(allowed, within) <= max);
    }
  }));
});

Deno.test("spend() refuses nothing that an exact log would allow, up to 100", () => {
  const small = fc.record({
    max: fc.integer({ min: 1, max: 100 }),
    within: fc.integer({ min: 1, max: 2_000 }),
  });
  const windows = fc.array(small, { minLength: 1, maxLength: 3 });
  fc.assert(fc.property(windows, rhythm, (windows, times) => {
    const exact: number[] = [];
    for (const now of times) {
      const fits = windows.every(({ max, within }) =>
        exact.filter((at) => at > now - within).length < max
      );
      if (fits) exact.push(now);
    }
    assertEquals(run(windows, times).allowed, exact);
  }));
});

Deno.test("spend() allows at `until` and not a millisecond sooner", () => {
  fc.assert(fc.property(someWindows, rhythm, (windows, times) => {
    const { usage } = run(windows, times);
    const now = times.at(-1) ?? 0;
    const spent = spend(usage, windows, now);
    if (spent.ok) return;
    assert(spent.until > now);
    assert(!spend(usage, windows, spent.until - 1).ok);
    assert(spend(usage, windows, spent.until).ok);
  }));
});

Deno.test("spend() delays by at most two hundredths of the window where it joins", () => {
  const window = { max: 1_000, within: 10_000 };
  const { allowed } = run([window], Array.from({ length: 1_000 }, (_, i) => i));
  assertEquals(allowed.length, 1_000);
  const { usage } = run([window], allowed);
  const spent = spend(usage, [window], 1_000);
  assert(!spent.ok && spent.until >= 10_000 && spent.until <= 10_200);
});

/** Every budget of every preset. */
const BUDGETS = Object.entries(LIMITS).flatMap(([preset, limits]) => {
  const { send, signIn, stop, reset, identify, help } = limits;
  const all = { send, signIn, stop, reset, identify, help };
  return Object.entries(all).flatMap(([kind, budgets]) =>
    Object.entries(budgets).map(([name, windows]) =>
      [`${preset}'s ${kind} ${name}`, windows] as const
    )
  );
});

/** Each once: presets share most. */
const DISTINCT = new Map(
  BUDGETS.map(([, windows]) => [JSON.stringify(windows), windows]),
);

for (const [name, windows] of BUDGETS) {
  Deno.test(`spend() keeps ${name} to its edge`, () => {
    const last = Math.max(...windows.map(({ within }) => within));
    for (const window of windows) {
      const { max, within } = window;
      const full = Array.from({ length: max }, () => 0);
      const { allowed, usage } = run([window], [...full, 0, within - 1]);
      assertEquals(allowed.length, max);
      assert(spend(usage, [window], within).ok);
    }
    const most = Math.min(...windows.map(({ max }) => max));
    const full = Array.from({ length: most + 1 }, () => 0);
    const { allowed, usage } = run(windows, full);
    assertEquals(allowed.length, most);
    assert(spend(usage, windows, last).ok);
  });
}

Deno.test("spend() keeps the log of every preset's budgets short", () => {
  for (const windows of DISTINCT.values()) {
    const most = Math.max(...windows.map(({ max }) => max));
    const step = Math.floor(DAY / most / 2);
    const times = Array.from({ length: 2 * most }, (_, i) => i * step);
    const { longest, allowed } = run(windows, times);
    assert(longest <= 102 * windows.length);
    for (const { max, within } of windows) {
      assert(busiest(allowed, within) <= max);
    }
  }
});

Deno.test("leftOf() is what the tightest window still has room for", () => {
  const windows = [{ max: 3, within: MINUTE }, { max: 4, within: HOUR }];
  assertEquals(leftOf([], windows, 0), 3);
  const usage: Usage = [[0, 1], [0, 1], [1, 1]];
  assertEquals(leftOf(usage, windows, 1), 0);
  assertEquals(leftOf(usage, windows, MINUTE), 1);
  assertEquals(leftOf(usage, windows, MINUTE + 1), 1);
  assertEquals(leftOf(usage, windows, HOUR), 3);
});

Deno.test("reserve() puts what is over behind what waits already, and lets no window overflow", () => {
  const windows = [{ max: 2, within: HOUR }, { max: 5, within: DAY }];
  let usage: Usage = [];
  const times: number[] = [];
  for (let i = 0; i < 8; i++) {
    const next = reserve(usage, windows, i);
    usage = next.usage;
    times.push(next.at);
  }
  assertEquals(times.slice(0, 3), [0, 1, HOUR]);
  assertEquals(times, times.toSorted((a, b) => a - b));
  for (const { max, within } of windows) {
    assert(busiest(times, within) <= max);
  }
});
