import { assertEquals } from "@std/assert";
import { countingKv } from "@/tests/support/counting_kv.ts";

Deno.test("countingKv() counts a batch once and a chain of changes once", async () => {
  using plain = await Deno.openKv(":memory:");
  const count = { reads: 0, commits: 0 };
  const kv = countingKv(plain, count);
  await kv.getMany([["a"], ["b"]]);
  await kv.get(["a"]);
  const lost = kv.atomic().check({ key: ["a"], versionstamp: "0".repeat(20) })
    .set(
      ["a"],
      1,
    );
  assertEquals(await lost.commit(), { ok: false });
  await kv.atomic().check({ key: ["a"], versionstamp: null }).set(["a"], 2)
    .delete(["b"]).commit();
  await kv.set(["b"], 3);
  assertEquals(
    (await Array.fromAsync(kv.list({ prefix: [] }))).map((entry) =>
      entry.value
    ),
    [2, 3],
  );
  assertEquals(count, { reads: 3, commits: 3 });
});
