import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import * as z from "zod/mini";
import { absent, change, guarded } from "@/lib/store/entries.ts";
import { ContentionError, StoredValueError } from "@/lib/store/errors.ts";
import type { Ref } from "@/lib/store/record.ts";
import { commit, read, transact } from "@/lib/store/records.ts";

interface Count {
  n: number;
}

const schema: z.ZodMiniType<Count> = z.object({ n: z.int() });

function countRef(...name: string[]): Ref<Count> {
  return { key: ["counts", ...name], schema };
}

function increment(kv: Deno.Kv, ref: Ref<Count>): Promise<unknown> {
  return read(kv, [ref]).then((found) =>
    transact(kv, found, ([entry]) => ({
      changes: [change(entry, { n: (entry.value?.n ?? 0) + 1 })],
      result: null,
    }))
  );
}

Deno.test("read() returns the entries in the order of the refs", async () => {
  using kv = await Deno.openKv(":memory:");
  const refs = Array.from({ length: 23 }, (_, n) => countRef(String(n)));
  await commit(kv, refs.slice(1).map((ref, n) => change(absent(ref), { n })));
  const entries = await read(kv, refs);
  assertEquals(entries.map(({ value }) => value?.n), [
    undefined,
    ...Array.from({ length: 22 }, (_, n) => n),
  ]);
  assertEquals(entries[0]?.versionstamp, null);
});

Deno.test("read() takes what a schema does not name away", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(["counts", "a"], { v: 1, value: { n: 1, more: true } });
  const [entry] = await read(kv, [countRef("a")]);
  assertEquals(entry.value, { n: 1 });
});

Deno.test.each([
  ["no envelope", { n: 1 }, "v: invalid_type"],
  ["a bare string", "secret-value", "value: invalid_type"],
  ["another version", { v: 2, value: { n: 1 } }, "v: version 2"],
  ["another shape", { v: 1, value: { n: "secret-value" } }, "n: invalid_type"],
  ["nothing inside", { v: 1, value: null }, "value: invalid_type"],
  ["undefined", undefined, "value: invalid_type"],
])(
  "read() faults on %s with the key, and not the value",
  async (_what, value, why) => {
    using kv = await Deno.openKv(":memory:");
    await kv.set(["counts", "digest"], value);
    const error = await assertRejects(
      () => read(kv, [countRef("digest")]),
      StoredValueError,
    );
    assertStringIncludes(error.message, "counts/digest");
    assertStringIncludes(error.message, why);
    assert(!Deno.inspect(error).includes("secret-value"));
  },
);

Deno.test("a fault does not repeat a name that is a key", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(["accounts_by_name", "zoe"], 1);
  const ref = { key: ["accounts_by_name", "zoe"], schema };
  const error = await assertRejects(() => read(kv, [ref]), StoredValueError);
  assertStringIncludes(error.message, "accounts_by_name/…");
  assert(!error.message.includes("zoe"));
});

Deno.test("commit() changes all records or none", async () => {
  using kv = await Deno.openKv(":memory:");
  const [a, b] = [countRef("a"), countRef("b")];
  const stale = await read(kv, [a, b]);
  await increment(kv, b);
  const refused = await commit(
    kv,
    stale.map((entry) => change(entry, { n: 9 })),
  );
  assertEquals(refused, null);
  const now = await read(kv, [a, b]);
  assertEquals(now.map(({ value }) => value), [null, { n: 1 }]);
});

Deno.test("commit() returns the version that its records then have", async () => {
  using kv = await Deno.openKv(":memory:");
  const versionstamp = await commit(kv, [
    change(absent(countRef("a")), { n: 1 }),
  ]);
  const [entry] = await read(kv, [countRef("a")]);
  assertEquals(entry.versionstamp, versionstamp);
});

Deno.test("commit() deletes where a record becomes null", async () => {
  using kv = await Deno.openKv(":memory:");
  await increment(kv, countRef("a"));
  const [entry] = await read(kv, [countRef("a")]);
  await commit(kv, [change(entry, null)]);
  assertEquals((await kv.get(["counts", "a"])).versionstamp, null);
});

Deno.test("commit() of an absent entry is refused where there is one", async () => {
  using kv = await Deno.openKv(":memory:");
  await increment(kv, countRef("a"));
  assertEquals(
    await commit(kv, [change(absent(countRef("a")), { n: 5 })]),
    null,
  );
});

Deno.test("commit() writes a guarded entry over whatever there is", async () => {
  using kv = await Deno.openKv(":memory:");
  await increment(kv, countRef("a"));
  await commit(kv, [change(guarded(countRef("a")), { n: 5 })]);
  const [entry] = await read(kv, [countRef("a")]);
  assertEquals(entry.value, { n: 5 });
});

Deno.test("a version that a migration raised is written and asked for", async () => {
  using kv = await Deno.openKv(":memory:");
  const second = { ...countRef("a"), version: 2 };
  await increment(kv, second);
  assertEquals((await kv.get(["counts", "a"])).value, {
    v: 2,
    value: { n: 1 },
  });
  await assertRejects(() => read(kv, [countRef("a")]), StoredValueError);
});

Deno.test("transact() writes nothing where a decision changes nothing", async () => {
  using kv = await Deno.openKv(":memory:");
  const found = await read(kv, [countRef("a")]);
  const answer = await transact(
    kv,
    found,
    () => ({ changes: [], result: "no" }),
  );
  assertEquals(answer, { result: "no", versionstamp: null });
});

Deno.test("transact() decides anew on what the winner wrote", async () => {
  using kv = await Deno.openKv(":memory:");
  const stale = await read(kv, [countRef("a")]);
  await increment(kv, countRef("a"));
  const seen: (number | undefined)[] = [];
  const { result, versionstamp } = await transact(kv, stale, ([entry]) => {
    seen.push(entry.value?.n);
    return { changes: [change(entry, { n: 7 })], result: entry.value };
  });
  assertEquals(seen, [undefined, 1]);
  assertEquals(result, { n: 1 });
  const [entry] = await read(kv, [countRef("a")]);
  assertEquals([entry.value, entry.versionstamp], [{ n: 7 }, versionstamp]);
});

Deno.test("transact() counts each of 200 that race for one record", async () => {
  using kv = await Deno.openKv(":memory:");
  const racers = Array.from(
    { length: 200 },
    () => increment(kv, countRef("hot")),
  );
  await Promise.all(racers);
  const [entry] = await read(kv, [countRef("hot")]);
  assertEquals(entry.value, { n: 200 });
});

Deno.test("transact() of 200 that race for one record decides about twice for each, on a file too", async () => {
  const folder = await Deno.makeTempDir();
  const kv = await Deno.openKv(`${folder}/race.kv`);
  const hot = countRef("hot");
  let decided = 0;
  const entries = await read(kv, [hot]);
  const racer = () =>
    transact(kv, entries, ([entry]) => {
      decided++;
      const n = (entry.value?.n ?? 0) + 1;
      return { changes: [change(entry, { n })], result: null };
    });
  await Promise.all(Array.from({ length: 200 }, racer));
  const [entry] = await read(kv, [hot]);
  kv.close();
  await Deno.remove(folder, { recursive: true });
  assertEquals(entry.value, { n: 200 });
  assert(decided <= 500, `${decided} decisions`);
});

Deno.test("transact() gives up in the end, naming the record", async () => {
  using kv = await Deno.openKv(":memory:");
  using _ = withoutWaiting();
  await increment(kv, countRef("a"));
  const entry = absent(countRef("a"));
  let rounds = 0;
  const hopeless = () => {
    rounds++;
    return { changes: [change(entry, { n: 1 })], result: null };
  };
  const error = await assertRejects(
    () => transact(kv, [entry], hopeless),
    ContentionError,
  );
  assertStringIncludes(error.message, "counts/a");
  assertEquals(rounds, 40);
});

/** Timers fire at once until it is disposed of. */
function withoutWaiting(): Disposable {
  const { setTimeout } = globalThis;
  // Only backOff() sets timers here, and it uses no handle.
  globalThis.setTimeout = ((run: () => void) => {
    queueMicrotask(run);
    return 0;
  }) as typeof setTimeout;
  return { [Symbol.dispose]: () => globalThis.setTimeout = setTimeout };
}

Deno.test("commit() lets the store drop each value when its ref says so", async () => {
  const kept: unknown[] = [];
  const atomic = {
    check: () => atomic,
    set(_key: unknown, _value: unknown, options: unknown) {
      kept.push(options);
      return atomic;
    },
    commit: () => Promise.resolve({ ok: true, versionstamp: "1" }),
  };
  // All that a commit takes of a store.
  const kv = { atomic: () => atomic } as unknown as Deno.Kv;
  const keepOf = ({ n }: Count) => n * 10;
  for (const each of [{}, { keep: 5 }, { keep: 5, keepOf }]) {
    const ref = { ...countRef("a"), ...each };
    await commit(kv, [change(absent(ref), { n: 1 })]);
  }
  assertEquals(kept, [{}, { expireIn: 5 }, { expireIn: 10 }]);
});
