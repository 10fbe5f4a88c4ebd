import { assertEquals, assertRejects } from "@std/assert";
import { NewerStoreError, StoredValueError } from "@/lib/store/errors.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";
import { MIGRATIONS } from "@/lib/store/migrations/all.ts";
import { LATEST, migrate } from "@/lib/store/migrations/run.ts";

const SCHEMA = ["meta", "schema"];

/** Turns each ["old", x] into ["new", x], and stops half-way as often as told. */
function moving(id: number, breaks = 0): Migration {
  let left = breaks;
  return {
    id,
    why: "Entries were old; they are new.",
    async up(kv) {
      for await (const { key, value } of kv.list({ prefix: ["old"] })) {
        const moved = ["new", ...key.slice(1)];
        await kv.atomic().set(moved, value).delete(key).commit();
        if (left-- > 0) throw new Error("pulled the plug");
      }
    },
  };
}

function noting(id: number, seen: number[]): Migration {
  return {
    id,
    why: "For a test.",
    up: () => Promise.resolve(seen.push(id)).then(() => {}),
  };
}

async function schemaOf(kv: Deno.Kv): Promise<unknown> {
  return (await kv.get(SCHEMA)).value;
}

Deno.test("MIGRATIONS are numbered from 1 without a gap, each with a reason", () => {
  assertEquals(MIGRATIONS.map(({ id }) => id), MIGRATIONS.map((_, i) => i + 1));
  assertEquals(MIGRATIONS.at(-1)?.id, LATEST);
  assertEquals(MIGRATIONS.filter(({ why }) => !/^[A-Z].*\.$/.test(why)), []);
});

Deno.test("migrate() gives a new store its number", async () => {
  using kv = await Deno.openKv(":memory:");
  await migrate(kv);
  assertEquals(await schemaOf(kv), MIGRATIONS.length);
});

Deno.test("every migration may run again and beside itself", async () => {
  using kv = await Deno.openKv(":memory:");
  for (const { up } of MIGRATIONS) await Promise.all([up(kv), up(kv)]);
  await migrate(kv);
  for (const { up } of MIGRATIONS) await up(kv);
  assertEquals(await schemaOf(kv), MIGRATIONS.length);
});

Deno.test("migrate() runs what the store has not seen, in order, once", async () => {
  using kv = await Deno.openKv(":memory:");
  const seen: number[] = [];
  const all = [1, 2, 3].map((id) => noting(id, seen));
  await migrate(kv, all.slice(0, 1));
  await migrate(kv, all);
  await migrate(kv, all);
  assertEquals(seen, [1, 2, 3]);
  assertEquals(await schemaOf(kv), 3);
});

Deno.test("migrate() finishes what was interrupted", async () => {
  using kv = await Deno.openKv(":memory:");
  for (const name of ["a", "b", "c"]) await kv.set(["old", name], name);
  const seen: number[] = [];
  const all = [noting(1, seen), moving(2, 1), noting(3, seen)];
  await assertRejects(() => migrate(kv, all), Error, "pulled the plug");
  assertEquals([await schemaOf(kv), seen], [1, [1]]);
  await migrate(kv, all);
  assertEquals([await schemaOf(kv), seen], [3, [1, 3]]);
  const moved = await Array.fromAsync(kv.list({ prefix: ["new"] }));
  assertEquals(moved.map(({ value }) => value), ["a", "b", "c"]);
  assertEquals(await Array.fromAsync(kv.list({ prefix: ["old"] })), []);
});

Deno.test("migrate() may run in two processes at once", async () => {
  using kv = await Deno.openKv(":memory:");
  for (const name of ["a", "b", "c"]) await kv.set(["old", name], name);
  const all = () => [noting(1, []), moving(2), noting(3, [])];
  await Promise.all([migrate(kv, all()), migrate(kv, all())]);
  assertEquals(await schemaOf(kv), 3);
  const moved = await Array.fromAsync(kv.list({ prefix: ["new"] }));
  assertEquals(moved.length, 3);
});

Deno.test("migrate() never takes the number back", async () => {
  using kv = await Deno.openKv(":memory:");
  const ahead: Migration = {
    id: 1,
    why: "Another process gets further meanwhile.",
    up: (kv) => kv.set(SCHEMA, 2).then(() => {}),
  };
  await migrate(kv, [ahead, noting(2, [])]);
  assertEquals(await schemaOf(kv), 2);
});

Deno.test("migrate() refuses a store that is newer than the code", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(SCHEMA, MIGRATIONS.length + 1);
  await assertRejects(
    () => migrate(kv),
    NewerStoreError,
    `at migration ${MIGRATIONS.length + 1}`,
  );
  assertEquals(await schemaOf(kv), MIGRATIONS.length + 1);
});

Deno.test.each([["1"], [-1], [0.5], [{ v: 1, value: 1 }]])(
  "migrate() faults on %j for a number",
  async (value) => {
    using kv = await Deno.openKv(":memory:");
    await kv.set(SCHEMA, value);
    await assertRejects(() => migrate(kv), StoredValueError, "meta/schema");
  },
);

Deno.test("migrate() prints what a migration has to tell", async () => {
  using kv = await Deno.openKv(":memory:");
  const { warn } = console;
  const told: unknown[] = [];
  // deno-lint-ignore no-console -- what it is about
  console.warn = (line) => told.push(line);
  const up: Migration["up"] = (_, tell) => Promise.resolve(tell?.("settle"));
  try {
    await migrate(kv, [{ id: 1, why: "A test.", up }]);
  } finally {
    // deno-lint-ignore no-console -- as it was
    console.warn = warn;
  }
  assertEquals(told, ["settle"]);
});
