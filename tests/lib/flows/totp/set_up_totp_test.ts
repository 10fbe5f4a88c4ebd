import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { fromBase32 } from "@/lib/crypto/base32.ts";
import { stepAt, totp } from "@/lib/crypto/totp.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { beginTotp } from "@/lib/flows/totp/begin_totp.ts";
import { enterTotp } from "@/lib/flows/totp/enter_totp.ts";
import { removeTotp } from "@/lib/flows/totp/remove_totp.ts";
import { signOut } from "@/lib/flows/sign_out.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { MINUTE, NOON, openWorld, type World } from "@/tests/support/world.ts";

const POLICY: Partial<Policy> = { methods: ["phone", "totp"] };
const PERIOD = 30_000;

async function begin(world: World, cookie: string): Promise<string> {
  const begun = await beginTotp(world, await world.visit(cookie));
  assert(begun.kind === "open", begun.kind);
  return begun.seed;
}

/** What the app shows now, or so many steps from now. */
function shown(world: World, seed: string, steps = 0): string {
  const bytes = fromBase32(seed);
  assert(bytes !== null);
  return totp(bytes, stepAt(world.now()) + steps);
}

/** A code that is right at no step near now. */
function wrong(world: World, seed: string): string {
  const near = [-3, -2, -1, 0, 1, 2].map((by) => shown(world, seed, by));
  const free = ["000000", "111111", "222222", "333333", "444444", "555555"];
  return [...free, "666666"].find((code) => !near.includes(code)) ?? "";
}

async function enter(world: World, cookie: string, code: string) {
  const answer = await enterTotp(world, await world.visit(cookie), code);
  await world.settle();
  return answer;
}

async function setUp(world: World, cookie: string): Promise<string> {
  const seed = await begin(world, cookie);
  const answer = await enter(world, cookie, shown(world, seed));
  assertEquals(answer, { kind: "right" });
  return seed;
}

/** Gives the account a phone that is told of changes. */
async function addPhone(world: World, cookie: string): Promise<void> {
  const { entries, person } = await world.visit(cookie);
  const phone = {
    number: world.keyring.seal("number", "+819012345678"),
    index: "index",
    region: "JP",
    channel: "sms",
    locale: "en",
    confirmedAt: world.now(),
  } as const;
  await commit(world.kv, [
    change(entries.person, { ...person, phones: [phone] }),
  ]);
}

Deno.test("enterTotp() makes the seed the account's app with its first code, sealed", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const seed = await begin(world, cookie);
  assertEquals((await world.visit(cookie)).person.totp, null);
  assertEquals(await enter(world, cookie, shown(world, seed)), {
    kind: "right",
  });
  const { person, setup } = await world.visit(cookie);
  assertEquals(setup, null);
  assertEquals(world.keyring.open("totp", person.totp?.secret ?? ""), seed);
  assertEquals(person.totp?.step, stepAt(NOON));
  assertEquals(person.totp?.confirmedAt, NOON);
});

Deno.test("beginTotp() shows one seed for the whole session, another in the next", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const visit = await world.visit(cookie);
  const begun = await Promise.all(
    Array.from({ length: 10 }, () => beginTotp(world, visit)),
  );
  assertEquals(new Set(begun.map((one) => JSON.stringify(one))).size, 1);
  const seed = await begin(world, cookie);
  assertEquals(begun[0], { kind: "open", seed });
  assertNotEquals(await begin(world, await world.enter()), seed);
});

Deno.test("beginTotp() begins anew where the session was setting up something else", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const { entries } = await world.visit(cookie);
  const other = { kind: "passkey", challenge: "c", at: NOON } as const;
  await commit(world.kv, [change(entries.setup, other)]);
  assertEquals(await enter(world, cookie, "123456"), { kind: "none" });
  await setUp(world, cookie);
});

const TAKEN: readonly [steps: number, kind: string][] = [
  [-4, "wrong"],
  [-3, "skewed"],
  [-2, "skewed"],
  [-1, "right"],
  [0, "right"],
  [1, "skewed"],
  [2, "skewed"],
  [3, "wrong"],
];
for (const [steps, kind] of TAKEN) {
  Deno.test(`enterTotp() answers the code of ${steps} steps from now with "${kind}"`, async () => {
    using world = await openWorld(POLICY);
    const cookie = await world.enter();
    const seed = await begin(world, cookie);
    const answer = await enter(world, cookie, shown(world, seed, steps));
    assertEquals(answer.kind, kind);
    const { person } = await world.visit(cookie);
    assertEquals(person.totp !== null, kind === "right");
    assertEquals(person.failures.totp?.wrong ?? 0, kind === "right" ? 0 : 1);
  });
}

Deno.test("enterTotp() takes a code until just before the end of the next step", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const seed = await begin(world, cookie);
  const code = shown(world, seed); // NOON is the first moment of a step.
  world.wait(2 * PERIOD);
  assertEquals((await enter(world, cookie, code)).kind, "skewed");
  world.wait(-1);
  assertEquals((await enter(world, cookie, code)).kind, "right");
});

Deno.test("enterTotp() blocks at the 20th wrong code in a row, over sessions, for a day", async () => {
  using world = await openWorld(POLICY);
  let cookie = await world.enter();
  for (let i = 0; i < 20; i++) {
    if (i === 10) cookie = await world.enter();
    const seed = await begin(world, cookie);
    const answer = await enter(world, cookie, wrong(world, seed));
    const until = NOON + 24 * 60 * MINUTE;
    const expected = i < 19
      ? { kind: "wrong" as const, left: 19 - i }
      : { kind: "blocked" as const, until };
    assertEquals(answer, expected);
  }
  const visit = await world.visit(cookie);
  assertEquals((await beginTotp(world, visit)).kind, "blocked");
  world.wait(24 * 60 * MINUTE);
  await setUp(world, await world.enter());
});

Deno.test("enterTotp() is right once for 200 parallel right codes", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  await addPhone(world, cookie);
  const seed = await begin(world, cookie);
  const visit = await world.visit(cookie);
  const code = shown(world, seed);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => enterTotp(world, visit, code)),
  );
  await world.settle();
  assertEquals(answers.filter(({ kind }) => kind === "right").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "used").length, 199);
  assertEquals(world.sent.length, 1);
});

Deno.test("enterTotp() counts each of parallel wrong codes", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const code = wrong(world, await begin(world, cookie));
  const visit = await world.visit(cookie);
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => enterTotp(world, visit, code)),
  );
  assertEquals(answers.filter(({ kind }) => kind === "wrong").length, 19);
  assertEquals(answers.filter(({ kind }) => kind === "blocked").length, 21);
});

Deno.test("enterTotp() replaces the old app only with the first code of the new one, and tells the phone", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const old = await setUp(world, cookie);
  await addPhone(world, cookie);
  world.wait(2 * PERIOD);
  const seed = await begin(world, cookie);
  assertNotEquals(seed, old);
  const answer = await enter(world, cookie, shown(world, old));
  assertEquals(answer.kind, "wrong");
  const { person } = await world.visit(cookie);
  assertEquals(world.keyring.open("totp", person.totp?.secret ?? ""), old);
  assertEquals(world.sent.length, 0);
  assertEquals((await enter(world, cookie, shown(world, seed))).kind, "right");
  const { totp } = (await world.visit(cookie)).person;
  assertEquals(world.keyring.open("totp", totp?.secret ?? ""), seed);
  assertEquals(world.sent.map(({ to }) => to), ["+819012345678"]);
});

Deno.test("enterTotp() takes no code of another session's or another person's seed", async () => {
  using world = await openWorld(POLICY);
  const [one, two, ben] = [
    await world.enter(),
    await world.enter(),
    await world.enter("ben"),
  ];
  const seeds = [await begin(world, one), await begin(world, ben)];
  await begin(world, two);
  for (const seed of seeds) {
    const answer = await enter(world, two, shown(world, seed));
    assertEquals(answer.kind, "wrong");
  }
});

Deno.test("a set-up needs a fresh proof to begin, and 15 minutes later to end", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  await addPhone(world, cookie);
  world.wait(5 * MINUTE);
  const late = await world.visit(cookie);
  assertEquals(await beginTotp(world, late), { kind: "stale" });
  assertEquals(await enterTotp(world, late, "123456"), { kind: "stale" });

  const next = await world.enter();
  const seed = await begin(world, next);
  world.wait(15 * MINUTE - 1);
  assertEquals(await begin(world, next), seed);
  const visit = await world.visit(next);
  world.wait(1);
  const after = { ...visit, now: world.now() };
  assertEquals(await beginTotp(world, after), { kind: "stale" });
  const code = shown(world, seed, -1);
  assertEquals(await enterTotp(world, after, code), { kind: "stale" });
  assertEquals((await enterTotp(world, visit, code)).kind, "right");
  await world.settle();
});

Deno.test("a policy that closes the app is obeyed at once", async () => {
  using world = await openWorld({ methods: ["phone"] });
  const visit = await world.visit(await world.enter());
  assertEquals(await beginTotp(world, visit), { kind: "closed" });
  assertEquals(await enterTotp(world, visit, "123456"), { kind: "closed" });
});

Deno.test("removeTotp() removes it once, tells the phone, and needs a fresh proof", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  await setUp(world, cookie);
  await addPhone(world, cookie);
  const visit = await world.visit(cookie);
  const old = { ...visit, now: NOON + 5 * MINUTE };
  assertEquals(await removeTotp(world, old, NOON), { kind: "stale" });
  assertEquals(await removeTotp(world, visit, NOON - 1), { kind: "none" });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => removeTotp(world, visit, NOON)),
  );
  await world.settle();
  const removed = answers.filter(({ kind }) => kind === "removed").length;
  assertEquals(removed, 1);
  assertEquals((await world.visit(cookie)).person.totp, null);
  assertEquals(world.sent.length, 1);
});

Deno.test("removeTotp() gives no new tries to whoever sets it up again", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  await setUp(world, cookie);
  const code = wrong(world, await begin(world, cookie));
  for (let i = 0; i < 3; i++) await enter(world, cookie, code);
  await removeTotp(world, await world.visit(cookie), NOON);
  const { person } = await world.visit(cookie);
  assertEquals([person.totp, person.failures.totp?.wrong], [null, 3]);
});

Deno.test("signOut() forgets the seed that waits", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  await begin(world, cookie);
  const visit = await world.visit(cookie);
  await signOut(world, visit);
  const found = await world.kv.get(visit.entries.setup.ref.key);
  assertEquals(found.value, null);
});

Deno.test("setting an app up takes one read for each page and two commits", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const count = { reads: 0, commits: 0 };
  const deps = { ...world, kv: countingKv(world.kv, count) };
  const visit = async () => {
    const opened = await openVisit(deps, cookie);
    assert(isSignedIn(opened));
    return opened;
  };
  const begun = await beginTotp(deps, await visit());
  assert(begun.kind === "open");
  await beginTotp(deps, await visit());
  await enterTotp(deps, await visit(), shown(world, begun.seed));
  assertEquals(count, { reads: 3, commits: 2 });
});
