/** Migration 2, from what the first release stored. */
import { assertEquals } from "@std/assert";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { manyMethods } from "@/lib/store/migrations/m0002_many_methods.ts";
import { migrate } from "@/lib/store/migrations/run.ts";
import { personRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";

const PHONE = {
  number: "k1.sealed",
  index: "k1.index",
  region: "JP",
  channel: "voice",
  locale: "ja",
  confirmedAt: 1000,
} as const;
const NONE = { wrong: 0, since: null, until: null };
const BLOCKED = { wrong: 20, since: 900, until: 2000 };
const BEFORE = { epoch: 3, phone: null, phoneFailures: NONE, lastRegion: null };

const cases: [string, object, Person][] = [
  ["who had nothing", BEFORE, { ...NEWCOMER, epoch: 3 }],
  ["with a phone", { ...BEFORE, phone: PHONE, lastRegion: "JP" }, {
    ...NEWCOMER,
    epoch: 3,
    phones: [PHONE],
    lastRegion: "JP",
  }],
  ["whose phone is blocked", { ...BEFORE, phoneFailures: BLOCKED }, {
    ...NEWCOMER,
    epoch: 3,
    failures: { phone: BLOCKED },
  }],
];

async function personOf(kv: Deno.Kv): Promise<Person | null> {
  return (await read(kv, [personRef("a")] as const))[0].value;
}

for (const [who, before, after] of cases) {
  Deno.test(`manyMethods moves a person ${who}`, async () => {
    using kv = await Deno.openKv(":memory:");
    await kv.set(["meta", "schema"], 1);
    await kv.set(["people", "a"], { v: 1, value: before });
    await migrate(kv);
    assertEquals(await personOf(kv), after);
  });
}

Deno.test("manyMethods leaves a person alone who has moved", async () => {
  using kv = await Deno.openKv(":memory:");
  const value = { ...BEFORE, phone: PHONE };
  await kv.set(["people", "a"], { v: 1, value });
  await manyMethods.up(kv);
  const { versionstamp } = await kv.get(["people", "a"]);
  await Promise.all([manyMethods.up(kv), manyMethods.up(kv)]);
  assertEquals((await kv.get(["people", "a"])).versionstamp, versionstamp);
});

Deno.test("manyMethods moves 500 people and keeps each with their own phone", async () => {
  using kv = await Deno.openKv(":memory:");
  for (let i = 0; i < 500; i++) {
    const phone = { ...PHONE, index: `k1.${i}` };
    const value = { ...BEFORE, phone };
    await kv.set(["people", `p${i}`], { v: 1, value });
  }
  await manyMethods.up(kv);
  const refs = Array.from({ length: 500 }, (_, i) => personRef(`p${i}`));
  const moved = await read(kv, refs);
  assertEquals(
    moved.map(({ value }) => value?.phones.map(({ index }) => index)),
    moved.map((_, i) => [`k1.${i}`]),
  );
});
