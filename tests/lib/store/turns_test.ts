import { assertEquals, assertRejects } from "@std/assert";
import { takeTurn } from "@/lib/store/turns.ts";

/** A job that notes when it begins and ends. */
function job(noted: string[], name: string) {
  return async (waited: boolean) => {
    noted.push(`${name}${waited ? " waited" : ""}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    noted.push(`${name} done`);
    return name;
  };
}

Deno.test("takeTurn() lets one after the other at one key, in the order of asking", async () => {
  using kv = await Deno.openKv(":memory:");
  const noted: string[] = [];
  const results = await Promise.all(
    ["a", "b", "c"].map((name) => takeTurn(kv, ["hot"], job(noted, name))),
  );
  assertEquals(results, ["a", "b", "c"]);
  assertEquals(noted, [
    "a",
    "a done",
    "b waited",
    "b done",
    "c waited",
    "c done",
  ]);
});

Deno.test("takeTurn() makes nobody wait for another key, another store, or who is done", async () => {
  using kv = await Deno.openKv(":memory:");
  using other = await Deno.openKv(":memory:");
  const noted: string[] = [];
  await Promise.all([
    takeTurn(kv, ["hot", "1"], job(noted, "a")),
    takeTurn(kv, ["hot1"], job(noted, "b")),
    takeTurn(other, ["hot", "1"], job(noted, "c")),
  ]);
  await takeTurn(kv, ["hot", "1"], job(noted, "d"));
  assertEquals(noted.filter((each) => each.includes("waited")), []);
});

Deno.test("takeTurn() goes on after a job that failed", async () => {
  using kv = await Deno.openKv(":memory:");
  const failing = takeTurn(kv, ["hot"], () => Promise.reject(new Error("no")));
  const next = takeTurn(kv, ["hot"], () => Promise.resolve("next"));
  await assertRejects(() => failing, Error, "no");
  assertEquals(await next, "next");
});
