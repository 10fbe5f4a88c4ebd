import { assert, assertEquals } from "@std/assert";
import { stepAt, totp } from "@/lib/crypto/totp.ts";
import type { Person } from "@/lib/domain/person.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveTotp, takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";
import { MINUTE, NOON, openWorld, type World } from "@/tests/support/world.ts";

const SEED = new TextEncoder().encode("12345678901234567890");
const BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const STEP = stepAt(NOON);

/** Gives the person of a new session an app whose last code was of that step. */
async function withApp(world: World, step: number): Promise<string> {
  const cookie = await world.enter();
  const { entries, person } = await world.visit(cookie);
  const secret = world.keyring.seal("totp", BASE32);
  const app = { ...person, totp: { secret, step, confirmedAt: NOON } };
  await commit(world.kv, [change(entries.person, app)]);
  return cookie;
}

async function take(world: World, cookie: string, code: string) {
  return await takeTotp(world, proofCase(await world.visit(cookie)), code);
}

const TAKEN: readonly [steps: number, kind: string][] = [
  [-2, "wrong"],
  [-1, "right"],
  [0, "right"],
  [1, "wrong"],
  [2, "wrong"],
];
for (const [steps, kind] of TAKEN) {
  Deno.test(`takeTotp() answers the code of ${steps} steps from now with "${kind}"`, async () => {
    using world = await openWorld();
    const cookie = await withApp(world, STEP - 10);
    const answer = await take(world, cookie, totp(SEED, STEP + steps));
    assertEquals(answer.kind, kind);
  });
}

Deno.test("takeTotp() takes each step once, and none before it after that", async () => {
  using world = await openWorld();
  const cookie = await withApp(world, STEP - 10);
  const now = totp(SEED, STEP);
  assertEquals(await take(world, cookie, now), { kind: "right" });
  assertEquals(await take(world, cookie, now), { kind: "used" });
  const earlier = totp(SEED, STEP - 1);
  assertEquals(await take(world, cookie, earlier), { kind: "used" });
  world.wait(30_000);
  assertEquals(await take(world, cookie, now), { kind: "used" });
  const next = totp(SEED, STEP + 1);
  assertEquals(await take(world, cookie, next), { kind: "right" });
  const { person } = await world.visit(cookie);
  assertEquals(person.totp?.step, STEP + 1);
});

Deno.test("takeTotp() lets one of 200 parallel right codes through", async () => {
  using world = await openWorld();
  const cookie = await withApp(world, STEP - 1);
  const proving = proofCase(await world.visit(cookie));
  const code = totp(SEED, STEP);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => takeTotp(world, proving, code)),
  );
  assertEquals(answers.filter(({ kind }) => kind === "right").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "used").length, 199);
});

Deno.test("takeTotp() looks at 20 of 200 parallel guesses, and blocks for a day", async () => {
  using world = await openWorld();
  const cookie = await withApp(world, STEP - 1);
  const proving = proofCase(await world.visit(cookie));
  const guesses = Array.from(
    { length: 200 },
    (_, i) => String((Number(totp(SEED, STEP)) + 1 + i) % 1e6).padStart(6, "0"),
  ).filter((code) => code !== totp(SEED, STEP - 1));
  const answers = await Promise.all(
    guesses.map((code) => takeTotp(world, proving, code)),
  );
  assertEquals(answers.filter(({ kind }) => kind === "wrong").length, 19);
  const until = NOON + 24 * 60 * MINUTE;
  assertEquals(await take(world, cookie, totp(SEED, STEP)), {
    kind: "blocked",
    until,
  });
  world.wait(24 * 60 * MINUTE);
  const next = totp(SEED, stepAt(world.now()));
  assertEquals(await take(world, await world.enter(), next), { kind: "right" });
});

Deno.test("takeTotp() says that no app is set up, and counts nothing", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  assertEquals(await take(world, cookie, "123456"), { kind: "none" });
  const { entries } = await world.visit(cookie);
  assertEquals(entries.person.value, null);
});

Deno.test("proveTotp() changes nothing where the answer does not", async () => {
  using world = await openWorld();
  const { person, limits, now } = await world.visit(await withApp(world, STEP));
  const code = totp(SEED, STEP);
  const same = proveTotp(world, person, { code, limits, now, lane: "own" });
  assertEquals(same.answer, { kind: "used" });
  assert(same.person === person);
  const wrong: { person: Person | null } = proveTotp(world, person, {
    code: totp(SEED, STEP + 5),
    limits,
    now,
    lane: "own",
  });
  assertEquals(wrong.person?.failures.totp?.wrong, 1);
  assertEquals(person.failures.totp, undefined);
});
