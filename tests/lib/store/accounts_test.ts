import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  accountNameRef,
  accountRef,
  canonicalName,
  findAccount,
  listAccounts,
  type StoredAccount,
} from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";

function account(id: string, userName: string): StoredAccount {
  const passwordHash = "$argon2id$";
  return {
    id,
    userName,
    passwordHash,
    disabled: false,
    groups: [],
    createdAt: 1,
    contact: null,
    passwordChangedAt: null,
    mustChange: false,
    history: [],
  };
}

async function put(kv: Deno.Kv, ...accounts: StoredAccount[]): Promise<void> {
  await commit(
    kv,
    accounts.flatMap((each) => [
      change(absent(accountRef(each.id)), each),
      change(absent(accountNameRef(each.userName)), each.id),
    ]),
  );
}

Deno.test.each([
  ["ann", "ann"],
  ["Ann", "ann"],
  ["  ann\u3000", "ann"],
  ["ＡＮＮ", "ann"],
  ["İpek", "i̇pek"],
  ["re\u0301mi", "rémi"],
  ["ﾊﾅｺ", "ハナコ"],
  ["a b", "a b"],
  ["Bob@Corp。Example", "bob@corp.example"],
  ["bob@exämple.com", "bob@xn--exmple-cua.com"],
  ["ｂｏｂ＠ｃｏｒｐ．ｅｘａｍｐｌｅ", "bob@corp.example"],
  ["bob @corp。example", "bob @corp。example"],
  ["\ud800@corp.example", "\ufffd@corp.example"],
])("canonicalName() of %j is %j", (typed, name) => {
  assertEquals(canonicalName(typed), name);
});

Deno.test("canonicalName() leaves what it made as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const name = canonicalName(typed);
      assertEquals(canonicalName(name), name);
    }),
    { numRuns: 2000 },
  );
  const part = fc.string({ unit: "binary", minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(part, part, (local, label) => {
      const name = canonicalName(`${local}@${label}.example`);
      assertEquals(canonicalName(name), name);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("findAccount() finds a name in any spelling", async () => {
  using kv = await Deno.openKv(":memory:");
  const ann = account("1", "Ann");
  await put(kv, ann, account("2", "ben"));
  for (const typed of ["Ann", "ann", " ＡＮＮ "]) {
    assertEquals(await findAccount(kv, typed), ann);
  }
});

Deno.test.each([
  [""],
  ["nn"],
  ["ann\0"],
  ["a".repeat(114)],
  ["x".repeat(100_000)],
  ["\ufdfa".repeat(113)],
  ["\ud800"],
])("findAccount() is null for %j", async (typed) => {
  using kv = await Deno.openKv(":memory:");
  await put(kv, account("1", "ann"));
  assertEquals(await findAccount(kv, typed), null);
});

Deno.test("findAccount() reads as often for a name that is unknown", async () => {
  using kv = await Deno.openKv(":memory:");
  await put(kv, account("1", "ann"));
  let reads = 0;
  const counted = Object.assign(Object.create(kv), {
    getMany: (keys: readonly Deno.KvKey[]) => (reads++, kv.getMany(keys)),
  });
  const counts: number[] = [];
  for (const typed of ["ann", "ben", "x".repeat(1000)]) {
    reads = 0;
    await findAccount(counted, typed);
    counts.push(reads);
  }
  assertEquals(counts, [2, 2, 2]);
});

Deno.test("listAccounts() lists every account", async () => {
  using kv = await Deno.openKv(":memory:");
  const all = [account("1", "ann"), account("2", "ben")];
  assertEquals(await listAccounts(kv), []);
  await put(kv, ...all);
  assertEquals(await listAccounts(kv), all);
});
