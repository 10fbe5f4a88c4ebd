import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import type { SignInLane } from "@/lib/directory/directory.ts";
import { LIMITS, type Preset } from "@/lib/domain/limits.ts";
import { confirmPassword } from "@/lib/flows/confirm_password.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import {
  BLOCK,
  MINUTE,
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
