import { assert, assertEquals } from "@std/assert";
import { countFailure } from "@/lib/domain/failures.ts";
import { hasAll } from "@/lib/domain/strangers_counts.ts";
import { judgeProof } from "@/lib/domain/judge_proof.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { METHODS } from "@/lib/domain/method.ts";
import { NEWCOMER, NO_FAILURES, type Person } from "@/lib/domain/person.ts";
import { type Lane, laneOf } from "@/lib/domain/lane.ts";
import {
  asksForLong,
  forgetTallies,
  readTally,
  stopsOf,
  type Tally,
  writeTally,
} from "@/lib/domain/tally.ts";

const DAY = 24 * 60 * 60_000;
const { aikagi } = LIMITS;
const LANES: readonly Lane[] = ["own", "known", "reset.a", "reset.b"];

const TOTP = (lane: Lane) => ({ method: "totp", lane }) as const;

/** The person after so many short proofs, each a wait after the one before. */
function after(
  person: Person,
  tally: Tally,
  { times, every = DAY, right = false }: {
    times: number;
    every?: number;
    right?: boolean;
  },
): Person {
  let who = person;
  for (let i = 0; i < times; i++) {
    const before = readTally(who, tally, i * every);
    const { failures } = judgeProof(before, { right, at: i * every }, aikagi);
    who = writeTally(who, tally, failures);
  }
  return who;
}

/** Whether a short proof is taken no more there. */
const isLong = (who: Person, lane: Lane, now: number) =>
  asksForLong(who, TOTP(lane), { now, limits: aikagi });

const wrong = (who: Person, lane: Lane, method: Tally["method"] = "totp") =>
  readTally(who, { method, lane }, 0).wrong;

Deno.test("laneOf() tells somebody signed in, a known device and a network apart", () => {
  assertEquals(laneOf({}), "own");
  assertEquals(laneOf({ lane: "device", block: "a" }), "known");
  assertEquals(laneOf({ lane: null, block: "a" }), "reset.a");
});

for (const lane of LANES) {
  Deno.test(`a wrong proof of ${lane} counts in no other lane and for no other method`, () => {
    const who = after(NEWCOMER, { method: "totp", lane }, { times: 3 });
    const counts = LANES.map((each) => wrong(who, each));
    assertEquals(counts, LANES.map((each) => each === lane ? 3 : 0));
    for (const method of METHODS.filter((each) => each !== "totp")) {
      assertEquals(readTally(who, { method, lane }, 0).wrong, 0);
      assertEquals(readTally(who, { method, lane }, 0).row ?? 0, 0);
    }
  });
}

const CLEARS: [Lane, Lane[]][] = [
  ["own", ["reset.a", "reset.b"]],
  ["known", ["own", "reset.a", "reset.b"]],
  ["reset.a", LANES as Lane[]],
];

for (const [lane, left] of CLEARS) {
  Deno.test(`a right proof of ${lane} clears its method for itself and less known devices, for no stranger, and no other method`, () => {
    let who = NEWCOMER;
    for (const each of LANES) {
      for (const method of ["phone", "officePhone"] as const) {
        who = after(who, { method, lane: each }, { times: 1 });
      }
    }
    who = after(who, { method: "phone", lane }, { times: 1, right: true });
    const still = (method: Tally["method"]) =>
      LANES.filter((each) => wrong(who, each, method) > 0);
    assertEquals(still("phone"), left);
    assertEquals(still("officePhone"), LANES);
    const phone = { method: "phone", lane: "reset.new" } as const;
    assertEquals(readTally(who, phone, 0).row, 2);
  });
}

Deno.test("a method set up anew clears it for its owner, and shows strangers nothing", () => {
  let who = NEWCOMER;
  for (const lane of LANES) who = after(who, TOTP(lane), { times: 1 });
  const anew = forgetTallies(who, "totp");
  assertEquals(LANES.filter((each) => wrong(anew, each) > 0), [
    "reset.a",
    "reset.b",
  ]);
  for (const lane of ["reset.a", "reset.b"] as const) {
    assertEquals(readTally(anew, TOTP(lane), 0), readTally(who, TOTP(lane), 0));
  }
  assertEquals(forgetTallies(who, "phone"), who);
});

Deno.test("20 wrong ones of a stranger ask for a long proof in their network for a day, and stop nothing", () => {
  const who = after(NEWCOMER, TOTP("reset.a"), { times: 20, every: 1 });
  const end = readTally(who, TOTP("reset.a"), 0).until ?? 0;
  assertEquals(end, 19 + DAY);
  assertEquals(isLong(who, "reset.a", end - 1), true);
  assertEquals(isLong(who, "reset.a", end), false);
  for (const lane of ["own", "known", "reset.b"] as const) {
    assertEquals(isLong(who, lane, 0), false);
  }
  assertEquals(stopsOf(who, TOTP("reset.a"), 0), NO_FAILURES);
  const own = after(NEWCOMER, TOTP("own"), { times: 20, every: 1 });
  assertEquals(stopsOf(own, TOTP("own"), 0).until, 19 + DAY);
  assertEquals(isLong(own, "own", 0), false);
});

Deno.test("100 in a row from any networks ask strangers everywhere for a long proof, and nobody else", () => {
  let who = NEWCOMER;
  for (let i = 1; i <= 100; i++) {
    const at = i * 40 * DAY;
    assertEquals(isLong(who, "reset.new", at), false);
    const tally = TOTP(`reset.${i % 7}`);
    const { answer, failures } = judgeProof(
      readTally(who, tally, at),
      { right: false, at },
      aikagi,
    );
    assertEquals(answer, {
      kind: "wrong",
      left: Math.min(aikagi.method.wrong - 1, 100 - i),
    });
    who = writeTally(who, tally, failures);
  }
  const now = 100 * 40 * DAY;
  for (const lane of ["reset.1", "reset.new"] as const) {
    assertEquals(isLong(who, lane, now), true);
  }
  assertEquals(isLong(who, "own", now), false);
  assertEquals(isLong(who, "known", now), false);
  for (const lane of ["own", "known", "reset.1"] as const) {
    const proved = writeTally(who, TOTP(lane), NO_FAILURES);
    assertEquals(isLong(proved, "reset.new", now), true);
  }
  assertEquals(isLong(forgetTallies(who, "totp"), "reset.new", now), true);
});

Deno.test("what strangers have in a row is forgotten 400 days later", () => {
  const who = after(NEWCOMER, TOTP("reset.a"), {
    times: 100,
    every: DAY,
  });
  const { failures: { "reset.totp": all } } = who;
  assert(all?.since);
  const end = all.since + 400 * DAY;
  assertEquals(isLong(who, "reset.b", end - 1), true);
  assertEquals(isLong(who, "reset.b", end), false);
  const anew = countFailure(readTally(who, TOTP("reset.b"), end), end, aikagi);
  assertEquals(anew.row, 1);
  assertEquals(hasAll(who), true);
  assertEquals(hasAll(NEWCOMER), false);
});

Deno.test("one network alone gets 20 a day, and no more short ones at 100", () => {
  const tally = TOTP("reset.a");
  let who = NEWCOMER;
  let taken = 0;
  for (let at = 0; at < 10 * DAY; at += DAY / 40) {
    if (isLong(who, "reset.a", at)) continue;
    const before = readTally(who, tally, at);
    const { failures } = judgeProof(before, { right: false, at }, aikagi);
    taken++;
    who = writeTally(who, tally, failures);
    assertEquals(isLong(who, "reset.a", at), taken % 20 === 0);
  }
  assertEquals(taken, 100);
});

Deno.test("a known device has a row of its own, and whoever is signed in none", () => {
  const own = after(NEWCOMER, TOTP("own"), { times: 400, every: 2 * DAY });
  assertEquals(own.failures.totp?.row, undefined);
  const there = after(NEWCOMER, TOTP("known"), { times: 100, every: 2 * DAY });
  assertEquals(isLong(there, "known", 200 * DAY), true);
  assertEquals(isLong(there, "reset.a", 200 * DAY), false);
  const proved = writeTally(there, TOTP("known"), NO_FAILURES);
  assertEquals(isLong(proved, "known", 200 * DAY), false);
});

Deno.test("a stranger's passkeys are not counted, and their recovery codes by network alone: nobody guesses these", () => {
  const lane = "reset.a";
  const passkey = { method: "passkey", lane } as const;
  assertEquals(after(NEWCOMER, passkey, { times: 20, every: 1 }), NEWCOMER);
  assertEquals(readTally(NEWCOMER, passkey, 0), NO_FAILURES);
  const codes = { method: "recoveryCodes", lane } as const;
  const who = after(NEWCOMER, codes, { times: 20, every: 1 });
  assertEquals(stopsOf(who, codes, 0).until, 19 + DAY);
  assertEquals(stopsOf(who, { ...codes, lane: "reset.b" }, 0), NO_FAILURES);
  assertEquals(hasAll(who), false);
  const own = { method: "passkey", lane: "own" } as const;
  assertEquals(after(NEWCOMER, own, { times: 1 }).failures.passkey?.wrong, 1);
});

Deno.test("a row that the version before kept of recovery codes counts no more", () => {
  const failures = { wrong: 3, since: 1, until: null, row: 100 };
  const who = { ...NEWCOMER, failures: { "known.recoveryCodes": failures } };
  const known = { method: "recoveryCodes", lane: "known" } as const;
  const { row: _, ...counted } = failures;
  assertEquals(readTally(who, known, 1), counted);
});

for (const method of METHODS) {
  Deno.test(`${method}: only what has six digits can be asked for at length, and of nobody who is signed in`, () => {
    const six = ["phone", "officePhone", "email", "totp"].includes(method);
    const count = { wrong: 20, since: 0, until: DAY };
    for (const lane of LANES) {
      const key = lane === "own" ? method : `${lane}.${method}`;
      const who = { ...NEWCOMER, failures: { [key]: count } };
      const long = asksForLong(who, { method, lane }, {
        now: 1,
        limits: aikagi,
      });
      assertEquals(long, six && lane !== "own", lane);
    }
  });
}

Deno.test("a person's record remembers 50 networks for each method, the newest", () => {
  let who = NEWCOMER;
  for (let i = 0; i < 80; i++) {
    for (const method of ["recoveryCodes", "email"] as const) {
      const tally: Tally = { method, lane: `reset.n${i}` };
      const counted = countFailure(readTally(who, tally, 0), i, aikagi);
      who = writeTally(who, tally, counted);
    }
  }
  const keys = Object.keys(who.failures);
  assertEquals(keys.length, 50 + 50 + 1);
  assertEquals(keys.includes("reset.n79.email"), true);
  assertEquals(keys.includes("reset.n29.email"), false);
});
