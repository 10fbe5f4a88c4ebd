/** Migration 3, from the policies that earlier versions stored. */
import { assertEquals } from "@std/assert";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { wholePolicy } from "@/lib/store/migrations/m0003_whole_policy.ts";
import { migrate } from "@/lib/store/migrations/run.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { read } from "@/lib/store/records.ts";

const FIRST = {
  register: "groups",
  groups: ["staff"],
  methods: ["phone"],
  required: 1,
  smsCountries: ["JP"],
  voiceCountries: "all",
  limits: "entra",
  passwordLength: 20,
} as const;

Deno.test("wholePolicy fills in what a policy lacks and changes nothing else", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(["meta", "schema"], 2);
  await kv.set(["policy"], { v: 1, value: FIRST });
  await migrate(kv);
  const [{ value }] = await read(kv, [policyRef()] as const);
  assertEquals(value, { ...DEFAULT_POLICY, ...FIRST });
});

Deno.test("wholePolicy leaves a whole policy, and a store without one, alone", async () => {
  using kv = await Deno.openKv(":memory:");
  await wholePolicy.up(kv);
  assertEquals((await kv.get(["policy"])).value, null);
  await kv.set(["policy"], { v: 1, value: DEFAULT_POLICY });
  const { versionstamp } = await kv.get(["policy"]);
  await Promise.all([wholePolicy.up(kv), wholePolicy.up(kv)]);
  assertEquals((await kv.get(["policy"])).versionstamp, versionstamp);
});

Deno.test("wholePolicy is run by several processes at once", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(["policy"], { v: 1, value: FIRST });
  await Promise.all(Array.from({ length: 20 }, () => wholePolicy.up(kv)));
  const [{ value }] = await read(kv, [policyRef()] as const);
  assertEquals(value?.passwordLength, 20);
});
