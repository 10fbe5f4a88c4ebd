import { assert, assertEquals } from "@std/assert";
import type { SetPasswordAnswer } from "@/lib/directory/directory.ts";
import { disableAccount } from "@/lib/flows/admin/disable_account.ts";
import { mustChange } from "@/lib/flows/admin/must_change.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import {
  type Embedded,
  FIRST,
  openEmbedded,
} from "@/tests/support/embedded.ts";

const HOUR = 60 * 60_000;
const SECOND = "eight yellow tricycles";

/** The password of that number, long enough. */
function numbered(i: number): string {
  return `a password of number ${i}`;
}

/** Sets a password by either way. */
type Way = (
  world: Embedded,
  id: string,
  passwords: { old: string; new: string },
) => Promise<SetPasswordAnswer>;

const WAYS: readonly [string, Way][] = [
  [
    "setPassword()",
    ({ directory }, id, typed) => directory.setPassword(id, typed.new),
  ],
  [
    "changePassword()",
    ({ directory }, _id, typed) => directory.changePassword("ANN", typed),
  ],
];

for (const [name, way] of WAYS) {
  Deno.test(`${name} puts the new password in the place of the old`, async () => {
    using world = await openEmbedded();
    const id = await world.add("ann");
    const typed = { old: FIRST, new: SECOND };
    assertEquals(await way(world, id, typed), { kind: "set" });
    assert(await world.directory.verify("ann", SECOND));
    assertEquals(await world.directory.verify("ann", FIRST), null);
    const dump = await Array.fromAsync(world.kv.list({ prefix: [] }));
    assert(!Deno.inspect(dump, { depth: 9 }).includes(SECOND));
  });

  Deno.test.each([
    ["", { kind: "length", least: 15 }],
    ["x".repeat(14), { kind: "length", least: 15 }],
    ["\u{1f511}".repeat(14), { kind: "length", least: 15 }],
    ["x".repeat(1025), null],
  ])(`${name} says which rule refuses %j`, async (password, rule) => {
    using world = await openEmbedded();
    const id = await world.add("ann");
    const answer = await way(world, id, { old: FIRST, new: password });
    assertEquals(answer, { kind: "policy", rule } as SetPasswordAnswer);
    assert(await world.directory.verify("ann", FIRST));
  });

  Deno.test.each([[0, 1], [1, 1], [2, 2], [5, 5]])(
    `${name} with a history of %d refuses the last %d, and takes the one before`,
    async (passwordHistory, refused) => {
      using world = await openEmbedded({ passwordHistory });
      const id = await world.add("ann");
      let old = FIRST;
      for (let i = 1; i <= refused; i++) {
        const typed = { old, new: numbered(i) };
        assertEquals(await way(world, id, typed), { kind: "set" });
        old = typed.new;
      }
      for (let i = 1; i <= refused; i++) {
        const typed = { old, new: numbered(i) };
        assertEquals(await way(world, id, typed), { kind: "history" });
      }
      assertEquals(await way(world, id, { old, new: FIRST }), { kind: "set" });
    },
  );

  Deno.test(`${name} opens the lock, and needs no further change`, async () => {
    using world = await openEmbedded();
    const id = await world.add("ann");
    await mustChange({ kv: world.kv, log: () => {} }, "ann");
    for (let i = 0; i < 10; i++) await world.directory.verify("ann", "wrong");
    const typed = { old: FIRST, new: SECOND };
    assertEquals(await way(world, id, typed), { kind: "set" });
    const account = await world.directory.verify("ann", SECOND);
    assertEquals(account?.standing, "ok");
  });

  Deno.test(`${name} says "unreachable" where nothing was written`, async () => {
    using world = await openEmbedded();
    const id = await world.add("ann");
    const typed = { old: FIRST, new: SECOND };
    const before = await findAccount(world.kv, "ann");
    world.broken.read = new Error("gone");
    assertEquals(await way(world, id, typed), { kind: "unreachable" });
    world.broken.read = null;
    assertEquals(world.faults.length, 1);
    assertEquals(await findAccount(world.kv, "ann"), before);
    assertEquals(await way(world, id, typed), { kind: "set" });
  });

  Deno.test(`${name} says "unknown" where the answer to the write was lost`, async () => {
    using world = await openEmbedded();
    const id = await world.add("ann");
    const typed = { old: FIRST, new: SECOND };
    world.broken.commit = new Error("connection reset");
    assertEquals(await way(world, id, typed), { kind: "unknown" });
    world.broken.commit = null;
    assert(await world.directory.verify("ann", SECOND)); // It had been made.
  });

  Deno.test(`${name} of two at once lets the second meet the first`, async () => {
    using world = await openEmbedded();
    const id = await world.add("ann");
    const typed = { old: FIRST, new: SECOND };
    const answers = await Promise.all([
      way(world, id, typed),
      way(world, id, typed),
    ]);
    const kinds = answers.map(({ kind }) => kind).sort();
    const second = name === "setPassword()" ? "history" : "wrong";
    assertEquals(kinds, ["set", second].sort());
  });
}

Deno.test("a store that is busy all along has written nothing, and the answer says so", async () => {
  using world = await openEmbedded();
  const id = await world.add("ann");
  world.broken.commit = new Error("database is locked");
  const answer = await world.directory.setPassword(id, SECOND);
  assertEquals(answer, { kind: "unreachable" });
  world.broken.commit = null;
  assert(await world.directory.verify("ann", FIRST));
});

Deno.test("setPassword() heeds no minimum age; changePassword() does, until the hour", async () => {
  using world = await openEmbedded({ passwordMinAge: 24 });
  const id = await world.add("ann");
  const { setPassword, changePassword } = world.directory;
  const until = world.now() + 24 * HOUR;
  const typed = { old: FIRST, new: SECOND };
  const young = { kind: "young", until } as const;
  assertEquals(await changePassword("ann", typed), young);
  const wrong = { old: "wrong", new: SECOND };
  assertEquals(await changePassword("ann", wrong), { kind: "wrong" });
  world.wait(24 * HOUR - 1);
  assertEquals(await changePassword("ann", typed), young);
  world.wait(1);
  assertEquals(await changePassword("ann", typed), { kind: "set" });
  assertEquals(await setPassword(id, numbered(1)), { kind: "set" });
  const again = { old: numbered(1), new: numbered(2) };
  assertEquals((await changePassword("ann", again)).kind, "young");
  await mustChange({ kv: world.kv, log: () => {} }, "ann");
  assertEquals(await changePassword("ann", again), { kind: "set" });
});

Deno.test("changePassword() is wrong for whoever cannot sign in, after one hash", async () => {
  using world = await openEmbedded();
  await world.add("ann");
  await world.add("ben", { disabled: true });
  const { changePassword } = world.directory;
  for (const [name, old] of [["ann", "x"], ["ben", FIRST], ["zoe", FIRST]]) {
    world.hashes.count = 0;
    Object.assign(world.count, { reads: 0, commits: 0 });
    const answer = await changePassword(`${name}`, {
      old: `${old}`,
      new: SECOND,
    });
    assertEquals(answer, { kind: "wrong" });
    assertEquals(world.hashes.count, 1);
    assertEquals(world.count, { reads: 2, commits: 0 });
  }
});

Deno.test("setPassword() and unlock() are forbidden for nobody and for the disabled", async () => {
  using world = await openEmbedded();
  const { setPassword, unlock } = world.directory;
  const ben = await world.add("ben", { disabled: true });
  const ann = await world.add("ann");
  await disableAccount(world, "ann");
  for (const id of ["nobody", ben, ann]) {
    assertEquals(await setPassword(id, SECOND), { kind: "forbidden" });
    assertEquals(await unlock(id), { kind: "forbidden" });
  }
});

Deno.test("setPassword() costs one read, one commit and a hash for each password", async () => {
  using world = await openEmbedded({ passwordHistory: 3 });
  const id = await world.add("ann");
  for (const [i, hashes] of [2, 3, 4, 4].entries()) {
    world.hashes.count = 0;
    Object.assign(world.count, { reads: 0, commits: 0 });
    await world.directory.setPassword(id, numbered(i));
    assertEquals(world.count, { reads: 1, commits: 1 });
    assertEquals(world.hashes.count, hashes);
  }
});

Deno.test("unlock() opens the account for the password that it has", async () => {
  using world = await openEmbedded();
  const id = await world.add("Ann");
  const { verify, unlock } = world.directory;
  assertEquals(await unlock(id), { kind: "set" });
  for (let i = 0; i < 12; i++) await verify("ann", "wrong");
  assertEquals(await verify("ann", FIRST), null);
  assertEquals(await unlock(id), { kind: "set" });
  assert(await verify("ann", FIRST));
});

Deno.test("unlock() says whether it is known what became of it", async () => {
  using world = await openEmbedded();
  const id = await world.add("ann");
  world.broken.commit = new Error("connection reset");
  assertEquals(await world.directory.unlock(id), { kind: "unknown" });
  world.broken.read = new Error("gone");
  assertEquals(await world.directory.unlock(id), { kind: "unreachable" });
});
