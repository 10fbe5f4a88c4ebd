/** Migration 4, from the rows that earlier versions stored. */
import { assertEquals } from "@std/assert";
import { phoneHolders } from "@/lib/store/migrations/m0004_phone_holders.ts";
import { migrate } from "@/lib/store/migrations/run.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";

const ROOT = "people_by_phone";

async function openOld(rows: readonly [index: string, account: string][]) {
  const kv = await Deno.openKv(":memory:");
  await kv.set(["meta", "schema"], 3);
  for (const [index, account] of rows) {
    await kv.set([ROOT, index, account], { v: 1, value: account });
  }
  return kv;
}

async function holdersOf(kv: Deno.Kv, index: string) {
  return (await read(kv, [phoneHoldersRef(index)]))[0].value;
}

async function keysOf(kv: Deno.Kv): Promise<Deno.KvKey[]> {
  const all = await Array.fromAsync(kv.list({ prefix: [ROOT] }));
  return all.map(({ key }) => key);
}

Deno.test("phoneHolders folds the rows of each number into one record", async () => {
  using kv = await openOld([["k1.x", "a"], ["k1.x", "b"], ["k1.y", "a"]]);
  await migrate(kv);
  assertEquals(await holdersOf(kv, "k1.x"), ["a", "b"]);
  assertEquals(await holdersOf(kv, "k1.y"), ["a"]);
  assertEquals(await keysOf(kv), [[ROOT, "k1.x"], [ROOT, "k1.y"]]);
});

Deno.test("phoneHolders goes on where it was interrupted, and is done once", async () => {
  using kv = await openOld([["k1.x", "a"], ["k1.x", "b"]]);
  await kv.set([ROOT, "k1.x"], { v: 1, value: ["c", "a"] });
  await phoneHolders.up(kv);
  assertEquals(await holdersOf(kv, "k1.x"), ["c", "a", "b"]);
  const { versionstamp } = await kv.get([ROOT, "k1.x"]);
  await phoneHolders.up(kv);
  assertEquals((await kv.get([ROOT, "k1.x"])).versionstamp, versionstamp);
});

Deno.test("phoneHolders is run by several processes at once", async () => {
  const rows = Array.from({ length: 20 }, (_, i) => ["k1.x", `a${i}`] as const);
  using kv = await openOld(rows.map(([index, id]) => [index, id]));
  await Promise.all(Array.from({ length: 5 }, () => phoneHolders.up(kv)));
  const found = await holdersOf(kv, "k1.x");
  assertEquals(found?.toSorted(), rows.map(([, id]) => id).toSorted());
  assertEquals(await keysOf(kv), [[ROOT, "k1.x"]]);
});
