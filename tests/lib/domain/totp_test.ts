import { assertEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { type Failures, NO_FAILURES } from "@/lib/domain/person.ts";
import {
  judgeTotp,
  skewedSteps,
  takenSteps,
  type TotpAnswer,
} from "@/lib/domain/totp.ts";

const NOW = 1_000_000_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { aikagi, entra } = LIMITS;

function failed(wrong: number, until: number | null = null): Failures {
  return { wrong, since: NOW - HOUR, until };
}

const FIRST = { used: -1, failures: NO_FAILURES };

interface Row {
  what: string;
  state: { used: number; failures: Failures };
  step: number | null;
  answer: TotpAnswer;
  wrong: number;
}

const ROWS: readonly Row[] = [
  {
    what: "the first right code",
    state: FIRST,
    step: 7,
    answer: { kind: "right" },
    wrong: 0,
  },
  {
    what: "the code of step 0",
    state: FIRST,
    step: 0,
    answer: { kind: "right" },
    wrong: 0,
  },
  {
    what: "the next step's code",
    state: { used: 7, failures: failed(3) },
    step: 8,
    answer: { kind: "right" },
    wrong: 0,
  },
  {
    what: "the same step's code",
    state: { used: 7, failures: failed(3) },
    step: 7,
    answer: { kind: "used" },
    wrong: 3,
  },
  {
    what: "an earlier step's code",
    state: { used: 7, failures: NO_FAILURES },
    step: 6,
    answer: { kind: "used" },
    wrong: 0,
  },
  {
    what: "the first wrong code",
    state: FIRST,
    step: null,
    answer: { kind: "wrong", left: 19 },
    wrong: 1,
  },
  {
    what: "the last wrong code but one",
    state: { used: 7, failures: failed(18) },
    step: null,
    answer: { kind: "wrong", left: 1 },
    wrong: 19,
  },
  {
    what: "the last wrong code",
    state: { used: 7, failures: failed(19) },
    step: null,
    answer: { kind: "blocked", until: NOW + DAY },
    wrong: 20,
  },
  {
    what: "a right code just before the wait is over",
    state: { used: 7, failures: failed(20, NOW + 1) },
    step: 8,
    answer: { kind: "blocked", until: NOW + 1 },
    wrong: 20,
  },
  {
    what: "a right code when the wait is over",
    state: { used: 7, failures: failed(20, NOW) },
    step: 8,
    answer: { kind: "right" },
    wrong: 0,
  },
  {
    what: "a wrong code when the wait is over",
    state: { used: 7, failures: failed(20, NOW) },
    step: null,
    answer: { kind: "wrong", left: 19 },
    wrong: 1,
  },
];

for (const { what, state, step, answer, wrong } of ROWS) {
  Deno.test(`judgeTotp() answers ${what} with "${answer.kind}"`, () => {
    const judged = judgeTotp(state, { step, at: NOW }, aikagi);
    assertEquals(judged.answer, answer);
    assertEquals(judged.failures.wrong, wrong);
  });
}

Deno.test("judgeTotp() forgets wrong codes older than the preset's window", () => {
  const state = { used: 7, failures: failed(4) };
  const judged = judgeTotp(state, { step: null, at: NOW }, entra);
  assertEquals(judged.answer, { kind: "wrong", left: 4 });
  const before = judgeTotp(state, { step: null, at: NOW - 1 }, entra);
  assertEquals(before.answer.kind, "blocked");
});

Deno.test("takenSteps() and skewedSteps() are six different steps in a row", () => {
  assertEquals(takenSteps(100), [100, 99]);
  const all = [...takenSteps(100), ...skewedSteps(100)];
  assertEquals(all.toSorted(), [100, 101, 102, 97, 98, 99]);
});
