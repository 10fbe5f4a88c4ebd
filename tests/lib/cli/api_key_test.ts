import { assert, assertEquals, assertMatch } from "@std/assert";
import { runApiKey } from "@/lib/cli/api_key.ts";
import { bearerKey } from "@/lib/domain/api_key.ts";
import { fakeIo } from "@/tests/lib/cli/fake_io.ts";
import {
  type AdminWorld,
  openAdminWorld,
} from "@/tests/lib/flows/admin/admin_world.ts";

async function run(world: AdminWorld, line: string) {
  const io = fakeIo();
  const code = await runApiKey(line.split(" ").filter(Boolean), {
    ...world,
    io,
  });
  return { code, said: io.said, complaints: io.complaints.join() };
}

Deno.test("api-key add prints the key once, and the store has its digest alone", async () => {
  using world = await openAdminWorld();
  const { code, said: [key = ""] } = await run(world, "add intranet");
  assertEquals(code, 0);
  assertEquals(bearerKey(`Bearer ${key}`), key);
  const stored = await Array.fromAsync(world.kv.list({ prefix: [] }));
  assert(!Deno.inspect(stored, { depth: 9 }).includes(key));
  const { said } = await run(world, "list");
  assertEquals(said, ["intranet\t2026-01-01T12:00:00.000Z"]);
});

Deno.test("api-key remove takes a key away, and its name is free again", async () => {
  using world = await openAdminWorld();
  const before = await run(world, "add a");
  assertEquals((await run(world, "add a")).code, 1);
  assertEquals((await run(world, "remove a")).code, 0);
  assertEquals((await run(world, "remove a")).code, 1);
  assertEquals((await run(world, "list")).said, []);
  const after = await run(world, "add a");
  assert(after.said[0] !== before.said[0]);
  const keys = world.kv.list({ prefix: ["api_keys"] });
  assertEquals((await Array.fromAsync(keys)).length, 1);
});

Deno.test("of 200 keys of one name at once one is made", async () => {
  using world = await openAdminWorld();
  const made = await Promise.all(
    Array.from({ length: 200 }, () => run(world, "add same")),
  );
  assertEquals(made.filter(({ code }) => code === 0).length, 1);
  const keys = world.kv.list({ prefix: ["api_keys"] });
  assertEquals((await Array.fromAsync(keys)).length, 1);
});

Deno.test.each([[""], ["add"], ["add a b"], ["list a"], ["help"]])(
  "api-key %j is answered with the usage",
  async (line) => {
    using world = await openAdminWorld();
    const { code, complaints } = await run(world, line);
    assertEquals(code, 2);
    assertMatch(complaints, /^Usage:/);
  },
);

Deno.test.each([["a/b"], ["ä"], ["x".repeat(65)]])(
  "api-key add %j is refused with the reason",
  async (name) => {
    using world = await openAdminWorld();
    const { code, complaints } = await run(world, `add ${name}`);
    assertEquals(code, 1);
    assertMatch(complaints, /1 to 64 letters/);
  },
);

Deno.test.each([
  [null],
  ["Bearer"],
  ["Bearer x"],
  [`Basic aikagi_${"a".repeat(43)}`],
  [`Bearer aikagi_${"a".repeat(44)}`],
  [`Bearer  aikagi_${"a".repeat(42)}`],
])("bearerKey(%j) is none", (header) => {
  assertEquals(bearerKey(header), null);
});
