import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import type { SignInLane } from "@/lib/directory/directory.ts";
import { LIMITS, type Preset } from "@/lib/domain/limits.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { changePassword } from "@/lib/flows/change_password.ts";
import { confirmPassword } from "@/lib/flows/confirm_password.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  PASSWORD,
  type World,
} from "@/tests/support/world.ts";

interface From {
  device?: string | null;
  userName?: string;
  block?: string;
}

function guess(world: World, password: string, from: From = {}) {
  return signIn(world, { userName: "ann", block: BLOCK, ...from, password });
}

/** Signs in and returns what the device's cookie holds then. */
async function deviceOf(world: World, from: From = {}): Promise<string> {
  const answer = await guess(world, PASSWORD, from);
  assert(answer.ok && answer.device !== undefined);
  return answer.device;
}

/** Uses up every budget that a stranger can. */
async function exhaust(world: World): Promise<void> {
  for (let i = 0; i < 25; i++) {
    for (let n = 0; n < 5; n++) {
      await guess(world, "wrong", { block: `198.51.${i}.0/24` });
      await guess(world, "wrong");
    }
  }
}

/** Notes in which lane the directory is asked. */
function watch(world: World): SignInLane[] {
  const lanes: SignInLane[] = [];
  const { directory } = world;
  world.directory = {
    ...directory,
    verify(name, password, lane) {
      lanes.push(lane ?? "any");
      return directory.verify(name, password, lane);
    },
  };
  return lanes;
}

Deno.test("a device that has signed in gets in, whatever strangers have used up", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  await exhaust(world);
  const other = { device: "A".repeat(22), block: "203.0.113.0/24" };
  assertEquals(await guess(world, PASSWORD), { ok: false });
  assertEquals(await guess(world, PASSWORD, other), { ok: false });
  const lanes = watch(world);
  assertEquals(await deviceOf(world, { device }), device);
  assertEquals(lanes, ["device"]);
});

Deno.test("what a device guesses takes nothing from anybody else", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  for (let i = 0; i < 10; i++) await guess(world, "wrong", { device });
  assertEquals(await guess(world, PASSWORD, { device }), { ok: false });
  const lanes = watch(world);
  assert((await guess(world, PASSWORD)).ok);
  assertEquals(lanes, ["any"]);
});

Deno.test.each(Object.keys(LIMITS) as Preset[])(
  "a device has ten guesses in 15 minutes with %s",
  async (limits) => {
    using world = await openWorld({ limits });
    const device = await deviceOf(world);
    for (let i = 0; i < 9; i++) await guess(world, "wrong", { device });
    await deviceOf(world, { device }); // A right one begins anew.
    for (let i = 0; i < 10; i++) await guess(world, "wrong", { device });
    const lanes = watch(world);
    assertEquals(await guess(world, PASSWORD, { device }), { ok: false });
    assertEquals(lanes, ["idle"]);
    world.wait(15 * MINUTE - 1);
    assertEquals(await guess(world, PASSWORD, { device }), { ok: false });
    world.wait(1);
    assertEquals(await deviceOf(world, { device }), device);
  },
);

Deno.test("a device has 50 guesses a day, in parallel as well", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  const lanes = watch(world);
  for (let i = 0; i < 6; i++) {
    const all = Array.from(
      { length: 20 },
      () => guess(world, "wrong", { device }),
    );
    await Promise.all(all);
    world.wait(15 * MINUTE);
  }
  assertEquals(lanes.filter((lane) => lane === "device").length, 50);
});

Deno.test("a device is known for the names that have signed in there alone", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  const lanes = watch(world);
  await guess(world, "wrong", { device, userName: "ben" });
  await guess(world, "wrong", { device, userName: "zoe" });
  await guess(world, "wrong", { device, userName: " ANN " });
  assertEquals(lanes, ["any", "any", "device"]);
  const ben = { device, userName: "ben" };
  assertEquals(await deviceOf(world, ben), device); // One cookie for both.
  lanes.length = 0;
  await guess(world, "wrong", ben);
  await guess(world, "wrong", { device });
  assertEquals(lanes, ["device", "device"]);
});

Deno.test("every browser gets a cookie of its own", async () => {
  using world = await openWorld();
  const [one, other] = [await deviceOf(world), await deviceOf(world)];
  assertNotEquals(one, other);
});

Deno.test("a device stays known under a new key, and the store does not hold its token", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  const dump = await Array.fromAsync(world.kv.list({ prefix: [] }));
  assert(!Deno.inspect(dump, { depth: 9 }).includes(device));
  const old = { id: "k1", secret: new Uint8Array(32).fill(7) };
  const fresh = { id: "k2", secret: new Uint8Array(32).fill(8) };
  world.keyring = keyring([fresh, old]);
  const lanes = watch(world);
  await guess(world, "wrong", { device });
  assertEquals(lanes, ["device"]);
});

Deno.test("giving the password again has the device's lane, too", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  const cookie = await world.enter();
  await exhaust(world);
  const visit = await world.visit(cookie);
  const typed = { password: PASSWORD, block: BLOCK };
  assertEquals(await confirmPassword(world, visit, typed), { ok: false });
  assert((await confirmPassword(world, visit, { ...typed, device })).ok);
});

/** In which lane a wrong guess from there is taken. */
async function laneOf(world: World, device: string): Promise<SignInLane> {
  const lanes = watch(world);
  await guess(world, "wrong", { device });
  return lanes[0] ?? "any";
}

Deno.test("what ends every session makes every device a stranger's, until it signs in again", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  assertEquals(await laneOf(world, device), "device");
  const [person] = await read(world.kv, [personRef("a-ann")] as const);
  const ended = { ...NEWCOMER, epoch: NOON };
  await commit(world.kv, [change(person, ended)]);
  assertEquals(await laneOf(world, device), "any");
  assertEquals(await deviceOf(world, { device }), device);
  assertEquals(await laneOf(world, device), "device");
});

Deno.test("of the devices that are known the one on which the password is changed stays so", async () => {
  using world = await openWorld();
  const [own, other] = [await deviceOf(world), await deviceOf(world)];
  const request = { userName: "ann", old: PASSWORD, block: BLOCK };
  const visit = await world.visit(await world.enter());
  const next = "a wholly new long sentence";
  const answer = await changePassword(world, visit, {
    ...request,
    new: next,
    device: own,
  });
  assertEquals(answer.kind, "changed");
  assertEquals(await laneOf(world, own), "device");
  assertEquals(await laneOf(world, other), "any");
});

Deno.test("a sign-in on a device asks the store once more where the device is known, and as often where not", async () => {
  using world = await openWorld();
  const device = await deviceOf(world);
  const count = { reads: 0, commits: 0 };
  const counted = { ...world, kv: countingKv(world.kv, count) };
  const cost = async (from: From) => {
    Object.assign(count, { reads: 0, commits: 0 });
    const typed = { userName: "ann", block: BLOCK, ...from };
    await signIn(counted, { ...typed, password: "wrong" });
    return { ...count };
  };
  const stranger = await cost({});
  assertEquals(await cost({ device: "A".repeat(22) }), stranger);
  assertEquals(await cost({ device, userName: "ben" }), stranger);
  assertEquals(await cost({ device, userName: "nobody" }), stranger);
  const { reads, commits } = stranger;
  assertEquals(await cost({ device }), { reads: reads + 1, commits });
});
