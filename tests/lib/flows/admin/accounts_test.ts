import { assert, assertEquals } from "@std/assert";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { addAccount, type AddAnswer } from "@/lib/flows/admin/add_account.ts";
import { changePolicy } from "@/lib/flows/admin/change_policy.ts";
import {
  disableAccount,
  enableAccount,
} from "@/lib/flows/admin/disable_account.ts";
import { listAccounts } from "@/lib/flows/admin/list_accounts.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import {
  type AdminWorld,
  NOON,
  openAdminWorld,
} from "@/tests/lib/flows/admin/admin_world.ts";

const PASSWORD = "seven green bicycles";

function add(
  world: AdminWorld,
  userName: string,
  groups: string[] = [],
): Promise<AddAnswer> {
  return addAccount(world, { userName, password: PASSWORD, groups });
}

async function epochOf(
  { kv }: AdminWorld,
  userName: string,
): Promise<number | null> {
  const account = await findAccount(kv, userName);
  const [person] = await read(kv, [personRef(account?.id ?? "")]);
  return person.value?.epoch ?? null;
}

Deno.test("addAccount() keeps the account with a hash of the password", async () => {
  using world = await openAdminWorld();
  const answer = await add(world, " Ann ", ["staff", "it", "staff"]);
  const found = await findAccount(world.kv, "ann");
  assert(found !== null && answer.kind === "added");
  const { passwordHash, ...account } = found;
  assertEquals(account, {
    id: answer.id,
    userName: "Ann",
    disabled: false,
    groups: ["staff", "it"],
    createdAt: NOON,
    contact: null,
    passwordChangedAt: null,
    mustChange: false,
    history: [],
  });
  assert(await world.hasher.verify(PASSWORD, passwordHash));
  const dump = Deno.inspect(
    await Array.fromAsync(world.kv.list({ prefix: [] })),
  );
  assert(!dump.includes(PASSWORD));
});

Deno.test.each([["ann"], ["ANN"], [" ann"], ["ａｎｎ"]])(
  "addAccount() refuses %j where there is an Ann",
  async (userName) => {
    using world = await openAdminWorld();
    await add(world, "Ann");
    assertEquals(await add(world, userName), { kind: "taken" });
    assertEquals((await listAccounts(world)).length, 1);
  },
);

Deno.test("addAccount() makes one account of five that race for its name", async () => {
  using world = await openAdminWorld();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => add(world, "ann")),
  );
  const kinds = answers.map(({ kind }) => kind).sort();
  assertEquals(kinds, ["added", "taken", "taken", "taken", "taken"]);
  assertEquals((await listAccounts(world)).length, 1);
});

Deno.test.each([
  ["a".repeat(113), "added"],
  ["鍵".repeat(113), "added"],
  ["a", "added"],
  ["ann@example.org", "added"],
  ["a".repeat(114), "long"],
  ["\ufdfa".repeat(50), "long"],
  ["", "empty"],
  [" \u3000", "empty"],
  ["an\nn", "characters"],
  ["an\0n", "characters"],
  ["an\u007fn", "characters"],
  ["ann\u200b", "characters"],
  ["ann\u202e", "characters"],
  ["ann\ud800", "characters"],
])("addAccount() for the name %j: %s", async (userName, expected) => {
  using world = await openAdminWorld();
  const answer = await add(world, userName);
  assertEquals(answer.kind === "name" ? answer.why : answer.kind, expected);
  assertEquals(
    (await listAccounts(world)).length,
    expected === "added" ? 1 : 0,
  );
});

Deno.test.each([
  ["staff", "added"],
  ["Human Resources", "added"],
  ["", "empty"],
  ["a,b", "characters"],
  [" staff", "characters"],
  ["a\tb", "characters"],
  ["a".repeat(114), "long"],
])("addAccount() for the group %j: %s", async (group, expected) => {
  using world = await openAdminWorld();
  const answer = await add(world, "ann", ["fine", group]);
  assertEquals(answer.kind === "group" ? answer.why : answer.kind, expected);
});

Deno.test.each([
  ["fourteen chars", "short", 15],
  ["passwordpassword", "common", 15],
  ["ann-larsson-1234", "name", 15],
  ["a".repeat(1025), "long", 15],
])(
  "addAccount() refuses the password %j: %s",
  async (password, why, minLength) => {
    using world = await openAdminWorld();
    const answer = await addAccount(world, {
      userName: "ann-larsson",
      password,
      groups: [],
    });
    assertEquals(answer, { kind: "password", why, minLength } as AddAnswer);
  },
);

Deno.test("addAccount() asks for as many characters as the policy says", async () => {
  using world = await openAdminWorld();
  await changePolicy(world, "passwordLength", "21");
  assertEquals(await add(world, "ann"), {
    kind: "password",
    why: "short",
    minLength: 21,
  });
  await changePolicy(world, "passwordLength", "20");
  assertEquals((await add(world, "ann")).kind, "added");
});

Deno.test("listAccounts() lists accounts by name, without hashes", async () => {
  using world = await openAdminWorld();
  assertEquals(await listAccounts(world), []);
  await add(world, "ben");
  await add(world, "Ann", ["staff"]);
  await disableAccount(world, "ben");
  assertEquals(await listAccounts(world), [
    { userName: "Ann", groups: ["staff"], disabled: false, createdAt: NOON },
    { userName: "ben", groups: [], disabled: true, createdAt: NOON },
  ]);
});

Deno.test("disableAccount() ends every session, of newcomers too", async () => {
  using world = await openAdminWorld();
  await add(world, "Ann");
  assertEquals(await disableAccount(world, "ANN"), { kind: "done" });
  assertEquals((await findAccount(world.kv, "ann"))?.disabled, true);
  assertEquals(await epochOf(world, "ann"), NOON);
});

Deno.test("disableAccount() leaves what the person has registered", async () => {
  using world = await openAdminWorld();
  const answer = await add(world, "Ann");
  assert(answer.kind === "added");
  const ref = personRef(answer.id);
  const before = { ...NEWCOMER, epoch: 4, lastRegion: "JP" };
  await commit(world.kv, [change(absent(ref), before)]);
  await disableAccount(world, "Ann");
  const [person] = await read(world.kv, [ref]);
  assertEquals(person.value, { ...before, epoch: NOON });
});

Deno.test("disableAccount() and enableAccount() do nothing twice", async () => {
  using world = await openAdminWorld();
  await add(world, "Ann");
  assertEquals(await enableAccount(world, "Ann"), { kind: "already" });
  const [one, other] = await Promise.all([
    disableAccount(world, "Ann"),
    disableAccount(world, "Ann"),
  ]);
  assertEquals([one.kind, other.kind].sort(), ["already", "done"]);
  assertEquals(await epochOf(world, "ann"), NOON);
});

Deno.test("enableAccount() lets the account in, and no old session", async () => {
  using world = await openAdminWorld();
  await add(world, "Ann");
  await disableAccount(world, "Ann");
  assertEquals(await enableAccount(world, "ann"), { kind: "done" });
  assertEquals((await findAccount(world.kv, "ann"))?.disabled, false);
  assertEquals(await epochOf(world, "ann"), NOON);
});

Deno.test.each([["zoe"], [""], ["x".repeat(5000)]])(
  "nobody is disabled or enabled by the name %j",
  async (userName) => {
    using world = await openAdminWorld();
    assertEquals(await disableAccount(world, userName), { kind: "unknown" });
    assertEquals(await enableAccount(world, userName), { kind: "unknown" });
  },
);
