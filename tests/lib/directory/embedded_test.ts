import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { DirectoryUnavailableError } from "@/lib/directory/directory.ts";
import { embeddedDirectory } from "@/lib/directory/embedded.ts";
import { LOCK } from "@/lib/domain/wrong_sign_ins.ts";
import { read } from "@/lib/store/records.ts";
import { lockRef } from "@/lib/flows/accounts/sign_in_lock.ts";
import { mustChange } from "@/lib/flows/admin/must_change.ts";
import {
  type Embedded,
  FIRST,
  openEmbedded,
} from "@/tests/support/embedded.ts";

const DAY = 24 * 60 * 60_000;

async function wrong(world: Embedded, times: number, name = "ann") {
  for (let i = 0; i < times; i++) {
    assertEquals(await world.directory.verify(name, "wrong"), null);
  }
}

/** What a question costs the store and the hasher. */
async function cost(world: Embedded, ask: () => Promise<unknown>) {
  Object.assign(world.count, { reads: 0, commits: 0 });
  world.hashes.count = 0;
  await ask();
  return { ...world.count, hashes: world.hashes.count };
}

Deno.test("verify() returns the account, and nothing of its password", async () => {
  using world = await openEmbedded();
  const contact = { mobile: "+819012345678" };
  const id = await world.add("Ann", { contact });
  const { directory } = world;
  const known = { id, userName: "Ann", groups: ["staff"], contact };
  const signedIn = { ...known, standing: "ok" } as const;
  assertEquals(await directory.verify("ann", FIRST), signedIn);
  assertEquals(await directory.find("ann"), known);
  assertEquals(await directory.get(id), signedIn);
});

Deno.test("verify() and get() know nothing of disabled accounts, find() that they are, and none of them anything of unknown ones", async () => {
  using world = await openEmbedded();
  const contact = { email: "ben@example.net" };
  const id = await world.add("ben", { disabled: true, contact });
  const { directory } = world;
  for (const name of ["ben", "zoe", "", "x".repeat(5000)]) {
    assertEquals(await directory.verify(name, FIRST), null);
  }
  for (const name of ["zoe", "", "x".repeat(5000)]) {
    assertEquals(await directory.find(name), null);
  }
  const disabled = { id, userName: "ben", groups: ["staff"], contact };
  for (const name of ["ben", "ben@example.net"]) {
    const found = await directory.find(name);
    assertEquals(found, { ...disabled, disabled: true });
  }
  assertEquals(await directory.get(id), null);
  assertEquals(await directory.get("nobody"), null);
});

Deno.test("verify() and find() cost the same for every kind of name", async () => {
  using world = await openEmbedded();
  await world.add("ann", { contact: { email: "ann@example.net" } });
  await world.add("ben", { disabled: true });
  await world.add("lou");
  await wrong(world, 10, "lou");
  const { verify, find } = world.directory;
  const refused = { reads: 3, commits: 1, hashes: 1 };
  const found = { reads: 2, commits: 0, hashes: 0 };
  for (const name of ["ann", "ben", "zoe", "lou", "", "x".repeat(5000)]) {
    assertEquals(await cost(world, () => verify(name, "wrong")), refused, name);
    assertEquals(await cost(world, () => find(name)), found, name);
  }
  assertEquals(await cost(world, () => verify("lou", FIRST)), refused);
  for (const address of ["ann@example.net", "zoe@example.net"]) {
    assertEquals(await cost(world, () => find(address)), found, address);
  }
});

Deno.test.each([
  ["ann@example.net", true],
  ["Ann@Example.NET", true],
  [" ann@example.net ", true],
  ["ann@example.org", false],
  ["example.net", false],
])("find() by the address %j finds: %j", async (typed, finds) => {
  using world = await openEmbedded();
  const contact = { email: "Ann@example.net" };
  const id = await world.add("a.nn", { contact });
  assertEquals(
    (await world.directory.find(typed))?.id ?? null,
    finds ? id : null,
  );
  assertEquals(await world.directory.verify(typed, FIRST), null);
});

Deno.test("find() takes a name before an address, and an address of two for nobody's", async () => {
  using world = await openEmbedded();
  const contact = { email: "ann@example.net" };
  await world.add("one", { contact });
  const { find } = world.directory;
  assertEquals((await find("ann@example.net"))?.userName, "one");
  await world.add("two", { contact });
  assertEquals(await find("ann@example.net"), null);
  await world.add("ann@example.net");
  assertEquals((await find("ann@example.net"))?.userName, "ann@example.net");
});

Deno.test("verify() locks after ten wrong ones, for a time that grows", async () => {
  using world = await openEmbedded();
  await world.add("ann");
  const { verify } = world.directory;
  await wrong(world, 9);
  assert(await verify("ann", FIRST)); // A right one begins anew.
  await wrong(world, 9);
  assert(await verify("ANN", FIRST));
  await wrong(world, 10);
  for (const minutes of [1, 2, 4]) {
    assertEquals(await verify("ann", FIRST), null);
    world.wait(minutes * LOCK.first - 1);
    assertEquals(await verify("ann", FIRST), null);
    world.wait(1);
    await wrong(world, 1);
  }
  world.wait(8 * LOCK.first);
  assert(await verify("ann", FIRST));
  await wrong(world, 9);
  assert(await verify("ann", FIRST));
});

Deno.test("verify() lets known devices pass a lock, and counts nothing of theirs", async () => {
  using world = await openEmbedded();
  await world.add("ann");
  const { verify } = world.directory;
  for (let i = 0; i < 30; i++) {
    assertEquals(await verify("ann", "wrong", "device"), null);
    assertEquals(await verify("ann", FIRST, "idle"), null);
  }
  assert(await verify("ann", FIRST));
  await wrong(world, 10);
  assert(await verify("ann", FIRST, "device"));
  assertEquals(await verify("ann", FIRST), null); // The others stay out.
});

Deno.test("verify() takes no more of 200 parallel guesses than of as many in a row", async () => {
  using world = await openEmbedded();
  await world.add("ann");
  const { verify } = world.directory;
  const guesses = Array.from({ length: 200 }, () => verify("ann", "wrong"));
  const late = verify("ann", FIRST);
  assertEquals(new Set(await Promise.all(guesses)), new Set([null]));
  await late;
  const [state] = await read(world.kv, [lockRef(world, "ann")] as const);
  assert(state.value !== null && state.value.count <= 10);
  await wrong(world, 10);
  assertEquals(await verify("ann", FIRST), null);
});

Deno.test("verify() never locks where the policy says so", async () => {
  using world = await openEmbedded({ lockAfter: 0 });
  await world.add("ann");
  await wrong(world, 40);
  assert(await world.directory.verify("ann", FIRST));
});

Deno.test("verify() says how the password stands", async () => {
  using world = await openEmbedded({ passwordMaxAge: 90 });
  await world.add("ann");
  const standing = async () => {
    const account = await world.directory.verify("ann", FIRST);
    const same = await world.directory.get(account?.id ?? "");
    assertEquals(same?.standing, account?.standing);
    return account?.standing;
  };
  world.wait(90 * DAY - 1);
  assertEquals(await standing(), "ok");
  world.wait(1);
  assertEquals(await standing(), "expired");
  await mustChange({ kv: world.kv, log: () => {} }, "ann");
  assertEquals(await standing(), "mustChange");
});

Deno.test("passwordRules() states length and history, of nobody as well", async () => {
  using world = await openEmbedded({ passwordLength: 12, passwordHistory: 0 });
  const id = await world.add("ann");
  for (const account of [id, "nobody", null]) {
    assertEquals(await world.directory.passwordRules(account), [
      { kind: "length", least: 12 },
      { kind: "history", last: 1 },
    ]);
  }
});

Deno.test("whichPassword() finds the password among others, and counts nothing towards the lock", async () => {
  using world = await openEmbedded({ lockAfter: 3 });
  const { directory } = world;
  const id = await world.add("ann");
  const others = Array.from({ length: 20 }, (_, i) => `not the password ${i}`);
  assertEquals(await directory.whichPassword(id, others), null);
  assertEquals(await directory.whichPassword(id, [...others, FIRST]), 20);
  assertEquals(await directory.whichPassword("nobody", [FIRST]), null);
  assertEquals((await directory.verify("ann", FIRST))?.id, id);
});

Deno.test("the directory says that it cannot be asked where the store or the hasher fails", async () => {
  using world = await openEmbedded();
  const id = await world.add("ann");
  const { verify, find, get, passwordRules, whichPassword } = world.directory;
  world.broken.read = new Error("gone");
  for (
    const ask of [
      () => verify("ann", FIRST),
      () => find("ann"),
      () => get(id),
      () => passwordRules(id),
      () => whichPassword(id, [FIRST]),
    ]
  ) await assertRejects(ask, DirectoryUnavailableError);
  const fault = new Error("too much waits");
  const busy = embeddedDirectory({
    accounts: () => Promise.reject(fault),
    hasher: world.hasher,
    now: world.now,
    onFault: () => {},
  });
  const error = await assertRejects(
    () => busy.verify("ann", FIRST),
    DirectoryUnavailableError,
  );
  assertStrictEquals(error.cause, fault);
});
