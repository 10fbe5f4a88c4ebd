import { assertEquals } from "@std/assert";
import type { Breached } from "@/lib/crypto/breached.ts";
import type { PasswordChecks } from "@/lib/flows/deps.ts";
import {
  judgeNewPassword,
  type PasswordVerdict,
} from "@/lib/flows/judge_new_password.ts";
import { CHEAP_CHECKS } from "@/tests/support/cheap_checks.ts";

const RULES = { userName: "ann.marley", minLength: 15 };

/** Judges with those checks; what was logged besides. */
async function judge(
  password: string,
  passwords: PasswordChecks = CHEAP_CHECKS,
) {
  const log: unknown[] = [];
  const deps = {
    passwords,
    host: "key.example",
    log: (...entry: unknown[]) => log.push(entry),
  };
  return { verdict: await judgeNewPassword(deps, password, RULES), log };
}

const VERDICTS: [password: string, verdict: PasswordVerdict][] = [
  ["purple tiger kitchen", "ok"],
  ["むらさき きりん だいどころ たな", "ok"],
  ["سلحفاة زرقاء في المطبخ", "ok"],
  ["👩‍👩‍👧‍👦🐢🍳 purple", "ok"],
  ["\u202eeltrut elprup nehctik", "ok"],
  ["   spaces   around   ", "ok"],
  ["", "short"],
  ["fourteen chars", "short"],
  ["x".repeat(1_025), "long"],
  ["x".repeat(1_048_576), "long"],
  ["👩".repeat(1_048_576), "long"],
  ["passwordpassword", "common"],
  ["\0".repeat(20), "common"],
  ["ann.marley.ann.marley", "name"],
  ["purple\0tiger kitchen", "control"],
  ["purple\ntiger kitchen", "control"],
  ["purple\x7ftiger kitchen", "control"],
  ["a weak one but long", "weak"],
  ["weak and leaked too", "weak"],
  ["this one has leaked", "breached"],
];
for (const [password, verdict] of VERDICTS) {
  const shown = JSON.stringify(password.slice(0, 30));
  Deno.test(`judgeNewPassword() finds ${shown}… ${verdict}`, async () => {
    assertEquals(await judge(password), { verdict, log: [] });
  });
}

Deno.test("judgeNewPassword() asks nobody where nobody is to be asked", async () => {
  const checks = { ...CHEAP_CHECKS, breached: null };
  const { verdict } = await judge("this one has leaked", checks);
  assertEquals(verdict, "ok");
});

Deno.test("judgeNewPassword() asks for no more than it needs", async () => {
  const asked: string[] = [];
  const checks: PasswordChecks = {
    strength({ password }) {
      asked.push(`strength ${password.length}`);
      return Promise.resolve(password.includes("weak") ? 0 : 4);
    },
    breached(password) {
      asked.push(`breached ${password.length}`);
      return Promise.resolve({ ok: true, breached: false });
    },
  };
  await judge("short", checks);
  await judge("x".repeat(100_000), checks);
  await judge("weak weak weak weak weak w", checks);
  assertEquals(asked, ["strength 26"]);
  await judge("purple tiger kitchen", checks);
  assertEquals(asked, ["strength 26", "strength 20", "breached 20"]);
});

const FAULTS: Breached[] = [
  { ok: false, why: "late" },
  { ok: false, why: "unreachable" },
  { ok: false, why: "answer" },
];
for (const fault of FAULTS) {
  Deno.test(`judgeNewPassword() skips and logs a list that fails: ${fault.ok || fault.why}`, async () => {
    const breached = () => Promise.resolve(fault);
    const judged = await judge("purple tiger kitchen", {
      ...CHEAP_CHECKS,
      breached,
    });
    const why = fault.ok ? null : fault.why;
    const log = [["sys_breached_fail", { why }]];
    assertEquals(judged, { verdict: "ok", log });
  });
}

Deno.test("judgeNewPassword() skips and logs a strength that nobody says", async () => {
  const strength = () => Promise.resolve(null);
  const judged = await judge("a weak one but long", {
    ...CHEAP_CHECKS,
    strength,
  });
  assertEquals(judged, { verdict: "ok", log: [["sys_strength_fail"]] });
});

Deno.test("judgeNewPassword() tells the meter whose password it is", async () => {
  const told: (readonly string[])[] = [];
  await judge("purple tiger kitchen", {
    breached: null,
    strength({ about }) {
      told.push(about);
      return Promise.resolve(3);
    },
  });
  const about = ["ann.marley", "ann", "marley", "key", "example", "aikagi"];
  assertEquals(told, [about]);
});
