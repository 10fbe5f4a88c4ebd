/** How many accounts may have one number. */
import { assert, assertEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { enterCode } from "@/lib/flows/enter_code.ts";
import { removePhone } from "@/lib/flows/remove_phone.ts";
import { resendCode } from "@/lib/flows/resend_code.ts";
import { sendCode } from "@/lib/flows/send_code.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { putHolder } from "@/tests/support/phone_holders.ts";
import { BLOCK, MINUTE, openWorld, type World } from "@/tests/support/world.ts";

const SHARED = "090-1234-5678";
const E164 = "+819012345678";
const OTHER = "080-1234-5678";
const TAKEN = { kind: "number", why: "taken" } as const;

/** A world whose directory has anybody, in which `held` others have the number. */
async function openWard(cap: number, held: number): Promise<World> {
  const world = await openWorld({ accountsPerNumber: cap });
  const find = (userName: string) =>
    Promise.resolve({ id: `a-${userName}`, userName, groups: [] });
  Object.assign(world, { directory: { find, verify: find } });
  for (let i = 0; i < held; i++) await hold(world, `held-${i}`);
  return world;
}

async function hold(world: World, account: string): Promise<void> {
  await putHolder(world, account, world.keyring.digest("number", E164));
}

async function holders(world: World): Promise<readonly string[]> {
  const indexes = world.keyring.digests("number", E164);
  const found = await read(world.kv, indexes.map(phoneHoldersRef));
  return found.flatMap(({ value }) => value ?? []);
}

/** Forgets what was sent to the number before: its own budget is tested elsewhere. */
async function forget(world: World): Promise<void> {
  for await (const { key } of world.kv.list({ prefix: ["usage"] })) {
    await world.kv.delete(key);
  }
}

async function send(
  world: World,
  cookie: string,
  { number = SHARED, replaces = null as string | null } = {},
) {
  await forget(world);
  const request = {
    number,
    region: "JP",
    channel: "sms",
    replaces,
    block: BLOCK,
    locale: "en",
  } as const;
  const answer = await sendCode(world, await world.visit(cookie), request);
  await world.settle();
  return answer;
}

async function enter(world: World, cookie: string, code = world.lastCode()) {
  const attempt = { method: "phone", code, locale: "en" } as const;
  const answer = await enterCode(world, await world.visit(cookie), attempt);
  await world.settle();
  return answer.kind;
}

async function firstIndex(world: World, cookie: string): Promise<string> {
  return (await world.visit(cookie)).person.phones[0]?.index ?? "";
}

async function register(world: World, cookie: string, number = SHARED) {
  assertEquals(await send(world, cookie, { number }), { kind: "sent" });
  assertEquals(await enter(world, cookie), "right");
}

const ROWS: [cap: number, held: number, may: boolean][] = [
  [1, 0, true],
  [1, 1, false],
  [5, 4, true],
  [5, 5, false],
  [5, 6, false],
  [0, 6, true],
  [0, 999, true],
  [0, 1000, false],
];

for (const [cap, held, may] of ROWS) {
  Deno.test(`with a cap of ${cap}, a number that ${held} have is ${may ? "free" : "full"} for one more`, async () => {
    using world = await openWard(cap, Math.min(held, 10));
    const more = Array.from({ length: held }, (_, i) => `held-${i}`);
    const [index = ""] = world.keyring.digests("number", E164);
    await world.kv.set(["people_by_phone", index], { v: 1, value: more });
    const cookie = await world.enter();
    if (may) {
      await register(world, cookie);
      assertEquals((await holders(world)).length, held + 1);
    } else {
      assertEquals(await send(world, cookie), TAKEN);
      assertEquals(world.sent, []);
      assertEquals((await world.visit(cookie)).verification, null);
    }
  });
}

Deno.test("a number that filled up while its code was on the way is not bound, and nothing changes", async () => {
  using world = await openWard(2, 1);
  const cookie = await world.enter();
  await send(world, cookie);
  await hold(world, "late");
  const before = await world.visit(cookie);
  assertEquals(await enter(world, cookie), "taken");
  assertEquals(await enter(world, cookie), "taken");
  const after = await world.visit(cookie);
  assertEquals(after.person, before.person);
  assertEquals(after.verification, before.verification);
  assertEquals((await holders(world)).includes("a-ann"), false);
  assertEquals(world.sent.length, 1);
  world.wait(MINUTE);
  const again = { channel: "sms", block: BLOCK, locale: "en" } as const;
  assertEquals((await resendCode(world, after, again)).kind, "waiting");
  const later = await world.visit(cookie);
  assertEquals(await resendCode(world, later, again), TAKEN);
  assertEquals(world.sent.length, 1);
});

Deno.test("of 20 accounts that race for the last place one wins", async () => {
  using world = await openWard(5, 4);
  const racers = [];
  for (let i = 0; i < 20; i++) {
    const cookie = await world.enter(`racer-${i}`);
    assertEquals(await send(world, cookie), { kind: "sent" });
    const code = world.lastCode();
    racers.push({ visit: await world.visit(cookie), code });
  }
  const answers = await Promise.all(
    racers.map(({ visit, code }) =>
      enterCode(world, visit, { method: "phone", code, locale: "en" })
    ),
  );
  await world.settle();
  const kinds = answers.map(({ kind }) => kind);
  assertEquals(kinds.filter((kind) => kind === "right").length, 1);
  assertEquals(kinds.filter((kind) => kind === "taken").length, 19);
  assertEquals((await holders(world)).length, 5);
});

Deno.test("who has the number may confirm it again, also where the cap is lower by now", async () => {
  using world = await openWard(5, 0);
  const cookie = await world.enter();
  await register(world, cookie);
  for (let i = 0; i < 9; i++) await hold(world, `held-${i}`);
  world.wait(MINUTE);
  const replaces = await firstIndex(world, cookie);
  assertEquals(await send(world, cookie, { replaces }), { kind: "sent" });
  assertEquals(await enter(world, cookie), "right");
  assertEquals((await holders(world)).length, 10);
});

Deno.test("removing a number, or another in its place, frees its place", async () => {
  using world = await openWard(1, 0);
  const [ann, ben] = [await world.enter("ann"), await world.enter("ben")];
  await register(world, ann);
  assertEquals(await send(world, ben), TAKEN);
  const replaces = await firstIndex(world, ann);
  await send(world, ann, { number: OTHER, replaces });
  assertEquals(await enter(world, ann), "right");
  assertEquals(await holders(world), []);
  await register(world, ben);
  assertEquals(await send(world, ann), TAKEN);
  const visit = await world.visit(ben);
  await removePhone(world, visit, await firstIndex(world, ben));
  await world.settle();
  await register(world, ann);
  assertEquals(await holders(world), ["a-ann"]);
});

Deno.test("places under an older key count, and move to the newest with their account", async () => {
  using world = await openWard(3, 1);
  const cookie = await world.enter();
  await register(world, cookie);
  const old = await firstIndex(world, cookie);
  const [k1, k2] = [7, 8].map((fill) => new Uint8Array(32).fill(fill));
  assert(k1 && k2);
  const keys = [{ id: "k2", secret: k2 }, { id: "k1", secret: k1 }];
  Object.assign(world, { keyring: keyring(keys) });
  world.wait(MINUTE);

  await register(world, cookie);
  const { person } = await world.visit(cookie);
  assertEquals(person.phones.map(({ index }) => index.slice(0, 3)), ["k2."]);
  assertEquals(
    (await read(world.kv, [phoneHoldersRef(old)]))[0].value,
    ["held-0"],
  );
  const ben = await world.enter("ben");
  await send(world, ben);
  await hold(world, "late");
  assertEquals(await enter(world, ben), "taken");
  assertEquals(await send(world, await world.enter("eve")), TAKEN);
});

Deno.test("asking for full numbers counts as asking for new ones", async () => {
  using world = await openWard(1, 0);
  const cookie = await world.enter();
  const kinds: string[] = [];
  for (let i = 0; i < 6; i++) {
    const e164 = `+8190123400${i}0`;
    const index = world.keyring.digest("number", e164);
    await putHolder(world, "held", index);
    const answer = await sendCode(world, await world.visit(cookie), {
      number: e164,
      region: "JP",
      channel: "sms",
      replaces: null,
      block: BLOCK,
      locale: "en",
    });
    kinds.push(answer.kind);
  }
  assertEquals(kinds, [...Array(5).fill("number"), "limit"]);
  assertEquals(world.sent, []);
});

Deno.test("the cap costs a read only where somebody else has the number", async () => {
  for (const [held, reads, commits] of [[0, 0, 1], [1, 1, 2]] as const) {
    using world = await openWard(5, held);
    const cookie = await world.enter();
    await send(world, cookie);
    const visit = await world.visit(cookie);
    const count = { reads: 0, commits: 0 };
    const counted = { ...world, kv: countingKv(world.kv, count) };
    const attempt = {
      method: "phone",
      code: world.lastCode(),
      locale: "en",
    } as const;
    const answer = await enterCode(counted, visit, attempt);
    assertEquals(answer.kind, "right");
    assertEquals(count, { reads, commits });
    await world.settle();
  }
});
