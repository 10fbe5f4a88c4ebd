import { assert, assertEquals } from "@std/assert";
import { countFailure, STOPPED } from "@/lib/domain/failures.ts";
import { inRow } from "@/lib/domain/in_row.ts";
import { judgeProof } from "@/lib/domain/judge_proof.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { METHODS } from "@/lib/domain/method.ts";
import { NEWCOMER, NO_FAILURES, type Person } from "@/lib/domain/person.ts";
import {
  forgetTallies,
  type Lane,
  laneOf,
  readTally,
  type Tally,
  writeTally,
} from "@/lib/domain/tally.ts";

const DAY = 24 * 60 * 60_000;
const { aikagi } = LIMITS;
const LANES: readonly Lane[] = ["own", "known", "reset.a", "reset.b"];

/** The person after so many proofs, each a wait after the one before. */
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
  ["reset.a", ["own", "known", "reset.b"]],
];

for (const [lane, left] of CLEARS) {
  Deno.test(`a right proof of ${lane} clears its method for itself and less known devices, for no network, and no other method`, () => {
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
    for (const each of [lane, "reset.a"] as const) {
      assertEquals(
        readTally(who, { method: "phone", lane: each }, 0).row ?? 0,
        0,
      );
    }
    const anew = forgetTallies(who, "phone");
    assertEquals(LANES.filter((each) => wrong(anew, each, "phone") > 0), []);
    assertEquals(
      LANES.filter((each) => wrong(anew, each, "officePhone") > 0),
      LANES,
    );
  });
}

Deno.test("a right proof of the owner's leaves every network its wait, and takes the stop of a row off it", () => {
  const [a, b] = (["reset.a", "reset.b"] as const)
    .map((lane) => ({ method: "totp", lane }) as const);
  assert(a && b);
  let who = after(NEWCOMER, a, { times: 20, every: 1 });
  who = after(who, b, { times: 15, every: 1 });
  const { wrong, since, until } = readTally(who, a, 0);
  assert(until !== null && until < STOPPED);
  for (const lane of ["own", "known"] as const) {
    const tally = { method: "totp", lane } as const;
    const open = writeTally(who, tally, NO_FAILURES);
    assertEquals(readTally(open, a, 0), { wrong, since, until, row: 0 });
    const { failures } = who;
    const { "reset.b.totp": last = NO_FAILURES } = failures;
    const stopped = {
      ...who,
      failures: { ...failures, "reset.b.totp": { ...last, until: STOPPED } },
    };
    const opened = writeTally(stopped, tally, NO_FAILURES);
    assertEquals(readTally(opened, b, 0), { ...last, until: null, row: 0 });
  }
});

Deno.test("100 in a row from any networks stop a stranger's proofs, whatever time goes by, and the owner's go on", () => {
  let who = NEWCOMER;
  const proof = (lane: Lane, right: boolean, at: number) =>
    judgeProof(
      readTally(who, { method: "totp", lane }, at),
      { right, at },
      aikagi,
    );
  for (let i = 1; i < 100; i++) {
    const lane: Lane = `reset.${i % 7}`;
    const { answer, failures } = proof(lane, false, i * 40 * DAY);
    assertEquals(answer.kind, "wrong");
    who = writeTally(who, { method: "totp", lane }, failures);
  }
  const last = proof("reset.new", false, 0);
  assertEquals(last.answer, { kind: "blocked", until: null });
  assertEquals(proof("reset.new", true, 0).answer.kind, "right");
  who = writeTally(who, { method: "totp", lane: "reset.new" }, last.failures);
  for (const lane of ["reset.new", "reset.other"] as const) {
    const { answer } = proof(lane, true, 4_000 * DAY);
    assertEquals(answer, { kind: "blocked", until: null });
  }
  for (const lane of ["own", "known"] as const) {
    assertEquals(proof(lane, true, 0).answer, { kind: "right" });
    const open = writeTally(who, { method: "totp", lane }, NO_FAILURES);
    assertEquals(
      readTally(open, { method: "totp", lane: "reset.new" }, 0).until,
      null,
    );
  }
  assertEquals(inRow(who), "stopped");
  assertEquals(inRow(forgetTallies(who, "totp")), "none");
});

Deno.test("what strangers have in a row is forgotten 400 days later, and a stop never", () => {
  const tally = { method: "totp", lane: "reset.a" } as const;
  const open = after(NEWCOMER, tally, { times: 99, every: 1_000 * 60 * 60 });
  const { failures: { "reset.totp": all } } = open;
  assert(all?.since);
  const end = all.since + 400 * DAY;
  const rowAt = (now: number) => readTally(open, tally, now).row ?? 0;
  assertEquals(rowAt(end - 1), rowAt(0));
  assert(rowAt(0) > 20);
  assertEquals(rowAt(end), 0);
  const anew = countFailure(readTally(open, tally, end), end, aikagi);
  assertEquals(anew.row, 1);
  assertEquals(inRow(open), "open");
  const stopped = { ...all, row: 100, until: STOPPED };
  const who = { ...open, failures: { "reset.totp": stopped } };
  assertEquals(readTally(who, tally, 4_000 * DAY).until, STOPPED);
  assertEquals(inRow(who), "stopped");
});

Deno.test("one network alone gets 20 a day, and stops for good at 100", () => {
  const tally = { method: "totp", lane: "reset.a" } as const;
  let who = NEWCOMER;
  let taken = 0;
  for (let at = 0; at < 10 * DAY; at += DAY / 40) {
    const before = readTally(who, tally, at);
    const { failures, answer } = judgeProof(
      before,
      { right: false, at },
      aikagi,
    );
    if (failures === before) continue;
    taken++;
    who = writeTally(who, tally, failures);
    if (taken % 20 === 0) assertEquals(answer.kind, "blocked");
  }
  assertEquals(taken, 100);
  assertEquals(readTally(who, tally, 0).until, STOPPED);
});

Deno.test("somebody signed in waits after 20, and no row stops them", () => {
  const tally = { method: "totp", lane: "own" } as const;
  const who = after(NEWCOMER, tally, { times: 400, every: 2 * DAY });
  assertEquals(who.failures.totp?.row, undefined);
  assertEquals(readTally(who, tally, 0).until === STOPPED, false);
  const known = { method: "totp", lane: "known" } as const;
  const there = after(NEWCOMER, known, { times: 400, every: 2 * DAY });
  assertEquals(readTally(there, known, 0).until, STOPPED);
});

Deno.test("passkeys are stopped for one network alone: nobody guesses a signature", () => {
  const tally = { method: "passkey", lane: "reset.a" } as const;
  const who = after(NEWCOMER, tally, { times: 20, every: 1 });
  assertEquals(readTally(who, tally, 0).until === null, false);
  assertEquals(readTally(who, { ...tally, lane: "reset.b" }, 0), NO_FAILURES);
  assertEquals(inRow(who), "none");
});

Deno.test("a person's record remembers 50 networks for each method, the newest", () => {
  let who = NEWCOMER;
  for (let i = 0; i < 80; i++) {
    for (const method of ["passkey", "email"] as const) {
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
