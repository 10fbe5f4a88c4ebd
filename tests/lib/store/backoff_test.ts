import { assertEquals } from "@std/assert";
import { backOff, waitAfter } from "@/lib/store/backoff.ts";

Deno.test.each([
  [0, 0, 0],
  [0, 0.5, 2],
  [1, 0.5, 4],
  [6, 0.5, 128],
  [7, 0.5, 128],
  [40, 0.5, 128],
  [2000, 0.5, 128],
])("waitAfter() round %d, share %d is %d ms", (round, share, ms) => {
  assertEquals(waitAfter(round, share), ms);
});

Deno.test("backOff() lets others go first", async () => {
  const order: string[] = [];
  const waited = backOff(0).then(() => order.push("waited"));
  await Promise.resolve().then(() => order.push("other"));
  await waited;
  assertEquals(order, ["other", "waited"]);
});
