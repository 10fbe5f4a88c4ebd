import { assert, assertEquals, assertRejects } from "@std/assert";
import * as z from "zod/mini";
import { absent, change } from "@/lib/store/entries.ts";
import { commitGrouped } from "@/lib/store/group_commit.ts";
import type { Change, Ref } from "@/lib/store/record.ts";
import { commit, read, transact } from "@/lib/store/records.ts";

function ref(name: string): Ref<number> {
  return { key: ["counts", name], schema: z.number() };
}

function add(name: string, amount = 1): Change[] {
  return [change(absent(ref(name)), amount)];
}

/** A store's commit that waits until it is let go, and notes what it was given. */
function slow(kv: Deno.Kv) {
  const given: string[][] = [];
  const gate = Promise.withResolvers<void>();
  const direct = async (changes: readonly Change[]) => {
    given.push(changes.map(({ entry }) => String(entry.ref.key[1])));
    await gate.promise;
    return await commitNow(kv, changes);
  };
  return { given, open: gate.resolve, direct };
}

async function commitNow(
  kv: Deno.Kv,
  changes: readonly Change[],
): Promise<string | null> {
  const atomic = kv.atomic();
  for (const { entry, to } of changes) {
    const { key } = entry.ref;
    atomic.check({ key, versionstamp: entry.versionstamp ?? null })
      .set(key, to);
  }
  const result = await atomic.commit();
  return result.ok ? result.versionstamp : null;
}

Deno.test("commitGrouped() commits at once where the store is idle", async () => {
  using kv = await Deno.openKv(":memory:");
  const { given, open, direct } = slow(kv);
  open();
  assert(await commitGrouped(kv, add("a"), direct));
  assert(await commitGrouped(kv, add("b"), direct));
  assertEquals(given, [["a"], ["b"]]);
});

Deno.test("commitGrouped() takes together what waits, and tells each", async () => {
  using kv = await Deno.openKv(":memory:");
  const { given, open, direct } = slow(kv);
  const done = ["a", "b", "c", "d"]
    .map((name) => commitGrouped(kv, add(name), direct));
  open();
  const versions = await Promise.all(done);
  assertEquals(given, [["a"], ["b", "c", "d"]]);
  assertEquals(new Set(versions).size, 2);
  assert(!versions.includes(null));
});

Deno.test("commitGrouped() leaves what names the same record for the next time, in order", async () => {
  using kv = await Deno.openKv(":memory:");
  const { given, open, direct } = slow(kv);
  const done = [
    add("a"),
    [...add("b", 1), ...add("c", 1)],
    [...add("c", 2), ...add("d", 2)],
    add("e"),
    add("b", 3),
  ].map((changes) => commitGrouped(kv, changes, direct));
  open();
  const [, first, second, , third] = await Promise.all(done);
  assertEquals(given, [["a"], ["b", "c", "e"], ["c", "d", "b"], ["c", "d"], [
    "b",
  ]]);
  assert(first !== null);
  assertEquals([second, third], [null, null]);
  assertEquals((await kv.get(["counts", "c"])).value, 1);
  assertEquals((await kv.get(["counts", "d"])).value, null);
});

Deno.test("commitGrouped() lets one that lost a race stop no other", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(["counts", "taken"], 9);
  const { open, direct } = slow(kv);
  const done = ["a", "b", "taken", "c"]
    .map((name) => commitGrouped(kv, add(name), direct));
  open();
  const versions = await Promise.all(done);
  assertEquals(versions.map((version) => version === null), [
    false,
    false,
    true,
    false,
  ]);
  assertEquals((await kv.get(["counts", "taken"])).value, 9);
});

Deno.test("commitGrouped() gives a fault to those alone that have it", async () => {
  using kv = await Deno.openKv(":memory:");
  const { open, direct } = slow(kv);
  const failing = (changes: readonly Change[]) =>
    changes.some(({ entry }) => entry.ref.key[1] === "bad")
      ? Promise.reject(new TypeError("too large"))
      : direct(changes);
  const [a, b, bad, c] = ["a", "b", "bad", "c"]
    .map((name) => commitGrouped(kv, add(name), failing));
  open();
  await assertRejects(() => bad ?? Promise.resolve(), TypeError, "too large");
  assert((await Promise.all([a, b, c])).every((version) => version));
  assert(await commitGrouped(kv, add("d"), failing));
});

Deno.test("commitGrouped() keeps within what Deno KV takes in one commit", async () => {
  using kv = await Deno.openKv(":memory:");
  const { given, open, direct } = slow(kv);
  const done = Array.from(
    { length: 201 },
    (_, i) => commitGrouped(kv, add(`n${i}`), direct),
  );
  open();
  assert((await Promise.all(done)).every((version) => version));
  assertEquals(given.map(({ length }) => length), [1, 60, 60, 60, 20]);
});

Deno.test("200 transactions at once on two records each lose no update", async () => {
  using kv = await Deno.openKv(":memory:");
  const names = ["a", "b", "c", "d", "e"];
  await Promise.all(Array.from({ length: 200 }, async (_, i) => {
    const own = [names[i % 5], names[(i * 3 + 1) % 5]];
    const refs = [...new Set(own)].map((name) => ref(name ?? ""));
    await transact(kv, await read(kv, refs), (entries) => ({
      changes: entries.map((entry) => change(entry, (entry.value ?? 0) + 1)),
      result: null,
    }));
  }));
  const found = await read(kv, names.map(ref));
  const want = names.map((_, at) =>
    Array.from({ length: 200 }, (_, i) => i)
      .filter((i) => i % 5 === at || (i * 3 + 1) % 5 === at).length
  );
  assertEquals(found.map(({ value }) => value), want);
  assert(await commit(kv, add("f")));
});
