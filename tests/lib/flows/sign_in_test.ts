import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
} from "@std/assert";
import {
  type Directory,
  DirectoryUnavailableError,
} from "@/lib/directory/directory.ts";
import { NEWCOMER, nextEpoch } from "@/lib/domain/person.ts";
import { personRef } from "@/lib/store/people.ts";
import { confirmPassword } from "@/lib/flows/confirm_password.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { signOut } from "@/lib/flows/sign_out.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import { commit, read } from "@/lib/store/records.ts";
import {
  BLOCK,
  MINUTE,
  openWorld,
  PASSWORD,
  type World,
} from "@/tests/support/world.ts";

async function isOpen(world: World, cookie: string): Promise<boolean> {
  const open = isSignedIn(await openVisit(world, cookie));
  await world.settle();
  return open;
}

function guess(world: World, password: string, block = BLOCK) {
  return signIn(world, { userName: "ann", password, block });
}

Deno.test("signIn() opens a session for the right password alone", async () => {
  using world = await openWorld();
  assertEquals(await guess(world, "wrong"), { ok: false });
  const answer = await guess(world, PASSWORD);
  assert(answer.ok);
  assert(await isOpen(world, answer.cookie));
});

Deno.test("signIn() takes five guesses of a pair in 15 minutes, then the caller waits, not the account", async () => {
  using world = await openWorld();
  for (let i = 0; i < 5; i++) await guess(world, "wrong");
  assertEquals(await guess(world, PASSWORD), { ok: false });
  assert((await guess(world, PASSWORD, "198.51.100.0/24")).ok);
  world.wait(15 * MINUTE - 1);
  assertEquals(await guess(world, PASSWORD), { ok: false });
  world.wait(1);
  assert((await guess(world, PASSWORD)).ok);
});

Deno.test("signIn() keeps its limit past the first window", async () => {
  using world = await openWorld();
  for (let window = 0; window < 3; window++) {
    for (let i = 0; i < 5; i++) await guess(world, "wrong");
    assertEquals(await guess(world, PASSWORD), { ok: false });
    world.wait(15 * MINUTE);
  }
});

Deno.test("signIn() asks the directory about at most five of 200 parallel guesses", async () => {
  using world = await openWorld();
  await Promise.all(Array.from({ length: 200 }, () => guess(world, "wrong")));
  const locked = world.events.filter((name) => name === "authn_login_fail_max");
  assertEquals(locked.length, 195);
  assertEquals(await guess(world, PASSWORD), { ok: false });
});

Deno.test("signIn() forgets the wrong guesses of a pair, and counts none of the right ones", async () => {
  using world = await openWorld();
  for (let round = 0; round < 60; round++) {
    assertEquals(await guess(world, "wrong"), { ok: false });
    assert((await guess(world, PASSWORD)).ok);
    world.wait(20 * 1000);
  }
});

Deno.test("a session ends 15 minutes after its last use, and 60 after its start", async () => {
  using world = await openWorld();
  const idle = await world.enter();
  world.wait(15 * MINUTE - 1);
  assert(await isOpen(world, idle));
  world.wait(15 * MINUTE);
  assert(!await isOpen(world, idle));

  const busy = await world.enter();
  for (let i = 0; i < 5; i++) {
    world.wait(10 * MINUTE);
    assert(await isOpen(world, busy));
  }
  world.wait(10 * MINUTE - 1);
  assert(await isOpen(world, busy));
  world.wait(1);
  assert(!await isOpen(world, busy));
});

Deno.test("openVisit() knows no forged, foreign or half cookie", async () => {
  using world = await openWorld();
  const [token] = (await world.enter("ann")).split(".");
  const cookies = [`${token}.a-ben`, `${token}`, "x.a-ann", "", ".", "a.b.c"];
  for (const cookie of cookies) assert(!await isOpen(world, cookie));
});

Deno.test("signOut() ends the session on the server", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await signOut(world, await world.visit(cookie));
  assert(!await isOpen(world, cookie));
});

Deno.test("raising a person's epoch ends every session", async () => {
  using world = await openWorld();
  const cookies = [await world.enter(), await world.enter()];
  const { person, entries } = await world.visit(cookies[0] ?? "");
  const next = { ...person, epoch: person.epoch + 1 };
  await commit(world.kv, [change(entries.person, next)]);
  for (const cookie of cookies) assert(!await isOpen(world, cookie));
  assert(await isOpen(world, await world.enter()));
});

Deno.test("confirmPassword() moves the person to a new session", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  const visit = await world.visit(cookie);
  const wrong = { password: "wrong", block: BLOCK };
  assertEquals(await confirmPassword(world, visit, wrong), { ok: false });
  const right = { password: PASSWORD, block: BLOCK };
  const answer = await confirmPassword(world, visit, right);
  assert(answer.ok);
  assertNotEquals(answer.cookie, cookie);
  assert(await isOpen(world, answer.cookie));
  assert(!await isOpen(world, cookie));
});

Deno.test("signIn() opens nothing for an account that is shut out while the password is checked", async () => {
  using world = await openWorld();
  const inner = world.directory;
  const verify: Directory["verify"] = async (userName, password) => {
    const account = await inner.verify(userName, password);
    world.wait(1); // The hash takes its time, and meanwhile the account is disabled.
    const [person] = await read(world.kv, [personRef("a-ann")] as const);
    const who = person.value ?? NEWCOMER;
    const epoch = nextEpoch(who, world.now());
    await commit(world.kv, [change(person, { ...who, epoch })]);
    return account;
  };
  world.directory = { ...inner, verify };
  assertEquals(await guess(world, PASSWORD), { ok: false });
});

Deno.test("signIn() counts no guess that the directory could not answer", async () => {
  using world = await openWorld();
  const inner = world.directory;
  const verify = () => Promise.reject(new DirectoryUnavailableError("busy"));
  world.directory = { ...inner, verify };
  for (let i = 0; i < 6; i++) {
    await assertRejects(
      () => guess(world, PASSWORD),
      DirectoryUnavailableError,
    );
  }
  world.directory = inner;
  assert((await guess(world, PASSWORD)).ok);
});
