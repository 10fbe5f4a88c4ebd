import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  LIMITS,
  type Limits,
  type Preset,
  resendWait,
  type Window,
} from "@/lib/domain/limits.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What each preset promises: code life, tries, wrong, within, wait, first resend, sends per number. */
const PROMISES: [Preset, number[], (number)[], number, number[][]][] = [
  [
    "aikagi",
    [10 * MINUTE, 5],
    [20, 30 * DAY, DAY],
    30 * SECOND,
    [[5, 10 * MINUTE], [10, DAY]],
  ],
  ["entra", [5 * MINUTE, 5], [5, HOUR, DAY], 30 * SECOND, [[5, DAY]]],
  ["azure-2016", [105 * MINUTE, 5], [5, HOUR, DAY], 10 * SECOND, [[5, DAY]]],
];

for (const [preset, code, method, first, number] of PROMISES) {
  Deno.test(`LIMITS holds what ${preset} promises`, () => {
    const limits = LIMITS[preset];
    assertEquals([limits.code.life, limits.code.tries], code);
    const { wrong, within, wait } = limits.method;
    assertEquals([wrong, within, wait], method);
    assertEquals(limits.resend.first, first);
    assertEquals(pairs(limits.send.number), number);
    assertEquals(limits.resend.longest, 32 * MINUTE);
    assertEquals(limits.resend.jitter, 0.1);
    assertEquals(pairs([limits.newNumbers]), [[5, DAY]]);
    assertEquals(pairs(limits.signIn.pair), [[5, 15 * MINUTE]]);
    assertEquals(pairs(limits.signIn.block), [[50, 15 * MINUTE]]);
    assertEquals(pairs(limits.signIn.account), [[100, DAY]]);
    const own = preset === "aikagi";
    assertEquals(
      pairs(limits.reset.pair),
      own ? [[20, HOUR], [50, DAY]] : [[5, DAY]],
    );
    assertEquals(
      pairs(limits.reset.numbers),
      own ? [[5, HOUR], [10, DAY]] : [[5, DAY]],
    );
    assertEquals(
      pairs(limits.reset.account),
      own ? [[2_000, DAY]] : [[5, DAY]],
    );
    assertEquals(
      pairs(limits.reset.allNumbers),
      own ? [[40, DAY]] : [[5, DAY]],
    );
    assertEquals(pairs(limits.identify.account), [[3, 15 * MINUTE]]);
    const { by, row } = limits.method;
    assertEquals([by, row], [own ? "block" : "account", 100]);
  });
}

function pairs(windows: readonly Window[]): number[][] {
  return windows.map(({ max, within }) => [max, within]);
}

function windowsOf(
  { send, signIn, newNumbers, reset, identify }: Limits,
): Window[] {
  return [send, signIn, reset, identify]
    .flatMap((budgets) => Object.values<readonly Window[]>(budgets))
    .concat([[newNumbers]]).flat();
}

const PRESETS = Object.entries(LIMITS);

for (const [preset, limits] of PRESETS) {
  Deno.test(`LIMITS of ${preset} can be kept`, () => {
    for (const { max, within } of windowsOf(limits)) {
      assert(Number.isInteger(max) && max > 0);
      assert(within > 0 && within <= DAY);
    }
    assert(limits.method.wrong <= limits.method.row);
    assert(limits.method.row <= 100, "NIST SP 800-63B-4 §3.2.2");
    assert(limits.code.tries <= limits.method.wrong);
  });

  Deno.test(`LIMITS of ${preset} give a wider budget to a wider subject`, () => {
    const { number, account, prefix, block, country, site } = limits.send;
    const perDay = [number, account, prefix, block, country, site]
      .map((windows) => windows.find(({ within }) => within === DAY)?.max ?? 0);
    assertEquals(perDay, [...perDay].sort((a, b) => a - b));
    assert(perDay[0] !== 0);
  });

  Deno.test(`LIMITS of ${preset} let a code be sent again before its number's budget ends`, () => {
    const waits = [1, 2, 3].map((sends) => resendWait(limits, sends, 1));
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    assert(total < limits.code.life);
  });
}

const WAITS: [sends: number, random: number, wait: number][] = [
  [1, 0, 30 * SECOND],
  [1, 0.5, 31.5 * SECOND],
  [1, 1, 33 * SECOND],
  [2, 0, 60 * SECOND],
  [3, 0, 120 * SECOND],
  [4, 0, 240 * SECOND],
  [7, 0, 32 * MINUTE],
  [7, 1, 35.2 * MINUTE],
  [8, 0, 32 * MINUTE],
  [5_000, 0, 32 * MINUTE],
  [0, 0, 30 * SECOND],
];

for (const [sends, random, wait] of WAITS) {
  Deno.test(`resendWait() after ${sends} sends and a jitter of ${random} is ${wait} ms`, () => {
    assertEquals(resendWait(LIMITS.aikagi, sends, random), wait);
  });
}

Deno.test("resendWait() never shrinks, and never exceeds the longest and its jitter", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), share, (sends, at) => {
    for (const [, limits] of PRESETS) {
      const { longest, jitter } = limits.resend;
      const wait = resendWait(limits, sends, at);
      assert(Number.isInteger(wait));
      assert(wait <= resendWait(limits, sends + 1, at));
      assert(wait <= Math.ceil(longest * (1 + jitter)));
    }
  }));
});
