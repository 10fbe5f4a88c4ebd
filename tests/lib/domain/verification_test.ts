import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { LIMITS, type Limits } from "@/lib/domain/limits.ts";
import { type Failures, NO_FAILURES } from "@/lib/domain/person.ts";
import { blockedUntil } from "@/lib/domain/failures.ts";
import {
  type CodeAnswer,
  type CodeState,
  judgeCode,
  type Verification,
} from "@/lib/domain/verification.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const { aikagi, entra } = LIMITS;

const code: Verification = {
  step: "code",
  id: "transaction",
  purpose: "phone.register",
  to: "sealed number",
  index: "index",
  older: [],
  others: [],
  replaces: null,
  region: "JP",
  overruled: false,
  channel: "sms",
  code: "sealed code",
  digest: "digest",
  sends: 1,
  sentAt: 0,
  resendAt: 30_000,
  until: 10 * MINUTE,
  tries: 0,
};
const used: Verification = { ...code, step: "used" };
const burnt: Verification = { ...code, step: "burnt", tries: 5 };

function failed(wrong: number, since: number): Failures {
  return { wrong, since, until: null };
}

function blocked(wrong: number, until: number): Failures {
  return { wrong, since: 0, until };
}

interface Case {
  what: string;
  from?: Partial<CodeState>;
  right?: boolean;
  at?: number;
  limits?: Limits;
  answer: CodeAnswer;
  to?: Partial<CodeState>;
}

const late: CodeAnswer = { kind: "late" };
const END = code.until;

const cases: Case[] = [
  {
    what: "takes the right code",
    right: true,
    answer: { kind: "right" },
    to: { verification: used },
  },
  {
    what: "counts a wrong code, for itself and for the method",
    answer: { kind: "wrong", left: 4 },
    to: { verification: { ...code, tries: 1 }, failures: failed(1, 1) },
  },
  {
    what: "says how many are left",
    from: { verification: { ...code, tries: 3 }, failures: failed(3, 0) },
    answer: { kind: "wrong", left: 1 },
    to: { verification: { ...code, tries: 4 }, failures: failed(4, 0) },
  },
  {
    what: "burns the code at its last try",
    from: { verification: { ...code, tries: 4 }, failures: failed(4, 0) },
    answer: { kind: "tries" },
    to: { verification: burnt, failures: failed(5, 0) },
  },
  {
    what: "takes the right code at its last try",
    from: { verification: { ...code, tries: 4 }, failures: failed(4, 0) },
    right: true,
    answer: { kind: "right" },
    to: { verification: { ...used, tries: 4 }, failures: NO_FAILURES },
  },
  {
    what: "takes no right code once burnt",
    from: { verification: burnt, failures: failed(5, 0) },
    right: true,
    answer: { kind: "tries" },
  },
  {
    what: "counts no wrong code once burnt",
    from: { verification: burnt, failures: failed(5, 0) },
    answer: { kind: "tries" },
  },
  {
    what: "takes a code just before its end",
    right: true,
    at: END - 1,
    answer: { kind: "right" },
    to: { verification: used },
  },
  { what: "takes no code at its end", right: true, at: END, answer: late },
  { what: "counts no code at its end", at: END, answer: late },
  { what: "takes no code long after", right: true, at: DAY, answer: late },
  {
    what: "calls a burnt code late once it is",
    from: { verification: burnt },
    at: END,
    answer: late,
  },
  {
    what: "says that the right code has been used",
    from: { verification: used },
    right: true,
    answer: { kind: "used" },
  },
  {
    what: "says so even after its end",
    from: { verification: used },
    right: true,
    at: END,
    answer: { kind: "used" },
  },
  {
    what: "says so even while the method is blocked",
    from: { verification: used, failures: blocked(20, DAY) },
    right: true,
    answer: { kind: "used" },
  },
  {
    what: "takes nothing else for a used code, and counts nothing",
    from: { verification: used },
    answer: late,
  },
  {
    what: "counts less than one code's tries where the method ends sooner",
    from: { failures: failed(17, 0) },
    answer: { kind: "wrong", left: 2 },
    to: { verification: { ...code, tries: 1 }, failures: failed(18, 0) },
  },
  {
    what: "stops the method at its last wrong code",
    from: { failures: failed(19, 0) },
    at: 7,
    answer: { kind: "blocked", until: 7 + DAY },
    to: {
      verification: { ...code, tries: 1 },
      failures: blocked(20, 7 + DAY),
    },
  },
  {
    what: "stops the method and burns the code at once",
    from: { verification: { ...code, tries: 4 }, failures: failed(19, 0) },
    at: 7,
    answer: { kind: "blocked", until: 7 + DAY },
    to: { verification: burnt, failures: blocked(20, 7 + DAY) },
  },
  {
    what: "takes the right code at the method's last try",
    from: { failures: failed(19, 0) },
    right: true,
    answer: { kind: "right" },
    to: { verification: used, failures: NO_FAILURES },
  },
  {
    what: "takes no right code while blocked",
    from: { verification: { ...code, until: DAY }, failures: blocked(20, 100) },
    right: true,
    at: 99,
    answer: { kind: "blocked", until: 100 },
  },
  {
    what: "counts nothing while blocked, so that trying does not prolong it",
    from: { verification: { ...code, until: DAY }, failures: blocked(20, 100) },
    at: 99,
    answer: { kind: "blocked", until: 100 },
  },
  {
    what: "says blocked before late",
    from: { failures: blocked(20, DAY) },
    at: END,
    answer: { kind: "blocked", until: DAY },
  },
  {
    what: "takes the right code as the block ends",
    from: { failures: blocked(20, 100) },
    right: true,
    at: 100,
    answer: { kind: "right" },
    to: { verification: used, failures: NO_FAILURES },
  },
  {
    what: "counts from one again after a block",
    from: { failures: blocked(20, 100) },
    at: 100,
    answer: { kind: "wrong", left: 4 },
    to: { verification: { ...code, tries: 1 }, failures: failed(1, 100) },
  },
  {
    what: "stops at the twentieth within 30 days (aikagi)",
    from: {
      verification: { ...code, until: 99 * DAY },
      failures: failed(19, 0),
    },
    at: 30 * DAY - 1,
    answer: { kind: "blocked", until: 31 * DAY - 1 },
    to: {
      verification: { ...code, until: 99 * DAY, tries: 1 },
      failures: blocked(20, 31 * DAY - 1),
    },
  },
  {
    what: "counts from one again 30 days after the first (aikagi)",
    from: {
      verification: { ...code, until: 99 * DAY },
      failures: failed(19, 0),
    },
    at: 30 * DAY,
    answer: { kind: "wrong", left: 4 },
    to: {
      verification: { ...code, until: 99 * DAY, tries: 1 },
      failures: failed(1, 30 * DAY),
    },
  },
  {
    what: "stops at the fifth within an hour (entra)",
    from: { verification: { ...code, until: DAY }, failures: failed(4, 0) },
    at: HOUR - 1,
    limits: entra,
    answer: { kind: "blocked", until: HOUR - 1 + DAY },
    to: {
      verification: { ...code, until: DAY, tries: 1 },
      failures: blocked(5, HOUR - 1 + DAY),
    },
  },
  {
    what: "counts from one again an hour after the first (entra)",
    from: { verification: { ...code, until: DAY }, failures: failed(4, 0) },
    at: HOUR,
    limits: entra,
    answer: { kind: "wrong", left: 4 },
    to: {
      verification: { ...code, until: DAY, tries: 1 },
      failures: failed(1, HOUR),
    },
  },
];

for (const { what, from, right = false, at = 1, limits, answer, to } of cases) {
  Deno.test(`judgeCode() ${what}`, () => {
    const state = { verification: code, failures: NO_FAILURES, ...from };
    const judged = judgeCode(state, { right, at }, limits ?? aikagi);
    assertEquals(judged, { ...state, ...to, answer });
  });
}

/** Types wrong codes one second apart, a new code whenever one is burnt, and returns how each was answered. */
function hammer(limits: Limits, guesses: number, from = 0): CodeAnswer[] {
  let state: CodeState = { verification: code, failures: NO_FAILURES };
  return Array.from({ length: guesses }, (_, i) => {
    const at = from + i * 1_000;
    const fresh = { ...code, until: at + limits.code.life };
    const { step, until } = state.verification;
    const verification = step === "code" && at < until
      ? state.verification
      : fresh;
    const judged = judgeCode({ ...state, verification }, {
      right: false,
      at,
    }, limits);
    state = judged;
    return judged.answer;
  });
}

for (const [preset, limits] of Object.entries(LIMITS)) {
  const { wrong, wait, within } = limits.method;

  Deno.test(`judgeCode() evaluates ${wrong} of 200 guesses over new codes (${preset})`, () => {
    const answers = hammer(limits, 200);
    const first = answers.findIndex(({ kind }) => kind === "blocked");
    assertEquals(first, wrong - 1);
    const until = (wrong - 1) * 1_000 + wait;
    for (const answer of answers.slice(first)) {
      assertEquals(answer, { kind: "blocked", until });
    }
  });

  Deno.test(`judgeCode() changes nothing at any time of a block (${preset})`, () => {
    const failures = blocked(wrong, wait);
    const verification = { ...code, until: 2 * wait };
    const state = { verification, failures };
    fc.assert(
      fc.property(fc.boolean(), fc.nat(wait - 1), (right, at) => {
        assertEquals(judgeCode(state, { right, at }, limits), {
          ...state,
          answer: { kind: "blocked", until: wait },
        });
      }),
    );
  });

  Deno.test(`judgeCode() clears the count with the right code (${preset})`, () => {
    const failures = failed(wrong - 1, 0);
    const one = judgeCode({ verification: code, failures }, {
      right: true,
      at: 1,
    }, limits);
    const two = judgeCode({ verification: code, failures: one.failures }, {
      right: false,
      at: 2,
    }, limits);
    assertEquals(two.failures, failed(1, 2));
  });

  Deno.test(`judgeCode() agrees with a plain count (${preset})`, () => {
    const steps = fc.array(
      fc.record({
        right: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
        pause: fc.nat(20 * MINUTE),
      }),
      { maxLength: 120 },
    );
    fc.assert(fc.property(steps, (steps) => {
      let failures = NO_FAILURES;
      let plain: number[] = [];
      let open = 0;
      let at = 0;
      for (const { right, pause } of steps) {
        at += pause + 1;
        const verification = { ...code, until: at + 1 };
        const judged = judgeCode(
          { verification, failures },
          { right, at },
          limits,
        );
        failures = judged.failures;
        assertEquals(judged.answer.kind === "blocked" && open > at, open > at);
        if (open > at) continue;
        const [since = at] = plain;
        if (at >= since + within) plain = [];
        plain = right ? [] : [...plain, at];
        if (plain.length === wrong) [open, plain] = [at + wait, []];
        assertEquals(blockedUntil(failures, at), open > at ? open : null);
      }
    }));
  });
}

const BLOCKS: [what: string, Failures, now: number, until: number | null][] = [
  ["where nothing failed", NO_FAILURES, 5, null],
  ["below the limit", failed(3, 0), 5, null],
  ["just before the end", blocked(20, 100), 99, 100],
  ["at the end", blocked(20, 100), 100, null],
];

for (const [what, failures, now, until] of BLOCKS) {
  Deno.test(`blockedUntil() is ${until} ${what}`, () => {
    assertEquals(blockedUntil(failures, now), until);
  });
}

Deno.test("judgeCode() leaves what it was given as it was", () => {
  const state = Object.freeze({
    verification: Object.freeze({ ...code }),
    failures: Object.freeze({ ...NO_FAILURES }),
  });
  const judged = judgeCode(state, { right: false, at: 1 }, aikagi);
  assert(judged.verification !== state.verification);
  assertEquals(state.verification.tries, 0);
});
