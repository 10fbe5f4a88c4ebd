import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { runAccount } from "@/lib/cli/account.ts";
import { keyring } from "@/lib/crypto/keyring.ts";
import { credentialDigest } from "@/lib/crypto/passkey_ids.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import { embeddedAccounts } from "@/lib/flows/accounts/embedded_accounts.ts";
import { settleSignIn } from "@/lib/flows/accounts/sign_in_lock.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import { accountGuesses } from "@/lib/flows/prove.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { passkeyIndexRef, personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { type FakeIo, fakeIo } from "@/tests/lib/cli/fake_io.ts";
import {
  type AdminWorld,
  NOON,
  openAdminWorld,
} from "@/tests/lib/flows/admin/admin_world.ts";
import { appOf, emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";

const PASSWORD = "seven green bicycles";

async function run(
  world: AdminWorld,
  line: string,
  io: FakeIo = fakeIo([PASSWORD]),
) {
  const code = await runAccount(line.split(" ").filter(Boolean), {
    ...world,
    io,
  });
  return {
    code,
    said: io.said.join("\n"),
    complaints: io.complaints.join("\n"),
  };
}

Deno.test("account add makes an account with the password that was typed", async () => {
  using world = await openAdminWorld();
  const answer = await run(world, "add Ann --group staff --group it");
  assertEquals(answer, { code: 0, said: "Added Ann.", complaints: "" });
  const account = await findAccount(world.kv, "ann");
  assertEquals(account?.groups, ["staff", "it"]);
  assert(await world.hasher.verify(PASSWORD, account?.passwordHash ?? null));
});

Deno.test("account add asks a person twice", async () => {
  using world = await openAdminWorld();
  const same = fakeIo([PASSWORD, PASSWORD], true);
  assertEquals((await run(world, "add ann", same)).code, 0);
  const other = await run(
    world,
    "add ben",
    fakeIo([PASSWORD, "another"], true),
  );
  assertEquals([other.code, other.said], [1, ""]);
  assertStringIncludes(other.complaints, "differ");
  assertEquals(await findAccount(world.kv, "ben"), null);
});

Deno.test("account add adds nothing where the person gives up", async () => {
  using world = await openAdminWorld();
  for (const io of [fakeIo([]), fakeIo([], true), fakeIo([PASSWORD], true)]) {
    assertEquals((await run(world, "add ann", io)).code, 1);
  }
  assertEquals(await findAccount(world.kv, "ann"), null);
});

Deno.test.each([
  ["add ann", PASSWORD, /already/],
  ["add zoe --group a,b", PASSWORD, /group has characters/],
  [`add ${"x".repeat(114)}`, PASSWORD, /user name is longer than 113/],
  ["add zoe", "short", /too short: at least 15/],
  ["add zoe", "x".repeat(1025), /too long/],
  ["add zoe", "passwordpassword", /tried first/],
  ["add zoe-of-accounting", "zoe-of-accounting", /made of the user name/],
  ["disable zoe", "", /no account named zoe/],
  ["enable zoe", "", /no account named zoe/],
  ["unfreeze zoe", "", /no account named zoe/],
])("account %s is refused with the reason", async (line, password, why) => {
  using world = await openAdminWorld();
  await run(world, "add ann");
  const { code, said, complaints } = await run(world, line, fakeIo([password]));
  assertEquals([code, said], [1, ""]);
  assertMatch(complaints, why);
  assert(password.length < 6 || !complaints.includes(password));
});

Deno.test("account list, disable and enable say what is so", async () => {
  using world = await openAdminWorld();
  assertEquals(await run(world, "list"), {
    code: 0,
    said: "",
    complaints: "There are no accounts.",
  });
  await run(world, "add ben");
  await run(world, "add Ann --group staff --group it");
  assertStringIncludes(
    (await run(world, "disable BEN")).said,
    "ended every session",
  );
  assertStringIncludes((await run(world, "disable ben")).said, "already");
  assertEquals(
    (await run(world, "list")).said,
    "Ann\tenabled\tstaff, it\nben\tdisabled",
  );
  assertEquals((await run(world, "enable ben")).said, "Enabled ben.");
  assertStringIncludes((await run(world, "enable ben")).said, "already");
});

Deno.test.each([
  [""],
  ["help"],
  ["add"],
  ["add ann ben"],
  ["add ann --group"],
  ["add ann --password secret"],
  ["list all"],
  ["list --group staff"],
  ["disable"],
  ["enable ann ben"],
  ["disable ann --group staff"],
  ["disable ann --keep"],
  ["unfreeze"],
  ["unfreeze ann ben"],
  ["unfreeze ann --group staff"],
])(
  "account %j is answered with the usage and changes nothing",
  async (line) => {
    using world = await openAdminWorld();
    await run(world, "add ann");
    const { code, complaints } = await run(world, line);
    assertEquals(code, 2);
    assertMatch(complaints, /^Usage:/);
    assertEquals((await run(world, "list")).said, "ann\tenabled");
  },
);

/** Ann, frozen by a change that came with her second phone. */
async function freezeAnn(world: AdminWorld): Promise<void> {
  await run(world, "add Ann");
  const id = (await findAccount(world.kv, "ann"))?.id ?? "";
  const phones = [
    phoneOf(world, "+819012345678", NOON - 3_600_000),
    phoneOf(world, "+818012345678", NOON),
  ];
  const person = { ...NEWCOMER, phones };
  await putPerson(world, id, freeze(person, { changedAt: NOON, now: NOON }));
}

Deno.test("account unfreeze opens recovery and says what was taken off", async () => {
  using world = await openAdminWorld();
  await freezeAnn(world);
  const { code, said } = await run(world, "unfreeze ANN");
  assertEquals([code, said], [
    0,
    "Recovery of ANN is open again, and the person is told. Set up since the change and taken off: phone.",
  ]);
  assertMatch((await run(world, "unfreeze ann")).said, /was not frozen/);
});

Deno.test("account unfreeze --keep keeps what the person says is theirs", async () => {
  using world = await openAdminWorld();
  await freezeAnn(world);
  const { said } = await run(world, "unfreeze ann --keep");
  assertMatch(said, /kept: phone/);
});

Deno.test("account unfreeze names the settings that are missing, and changes nothing", async () => {
  using world = await openAdminWorld();
  await freezeAnn(world);
  const other = keyring([{ id: "k9", secret: new Uint8Array(32).fill(3) }]);
  const { code, complaints } = await run(
    { ...world, keyring: other },
    "unfreeze ann",
  );
  assertEquals(code, 1);
  assertMatch(complaints, /SECRET_KEYS/);
  assertEquals((await run(world, "unfreeze ann")).code, 0);
});

/** Ann with one of everything that has an index. */
async function registerAnn(world: AdminWorld): Promise<string> {
  await run(world, "add Ann");
  const id = (await findAccount(world.kv, "ann"))?.id ?? "";
  await putPerson(world, id, {
    phones: [phoneOf(world, "+819012345678", NOON)],
    email: emailOf(world, "ann@example.net", NOON),
    totp: appOf(world, NOON),
    passkeys: [PASSKEY],
  });
  const index = passkeyIndexRef(credentialDigest(PASSKEY.id));
  await commit(world.kv, [change(absent(index), id)]);
  return id;
}

const PASSKEY: Passkey = {
  id: "AAECAw",
  publicKey: "AA",
  counter: 0,
  transports: [],
  name: "Laptop",
  verified: true,
  confirmedAt: NOON,
  usedAt: null,
};

async function keysOf(world: AdminWorld, prefix: string): Promise<number> {
  return (await Array.fromAsync(world.kv.list({ prefix: [prefix] }))).length;
}

Deno.test.each([
  ["passkey", { passkeys: [] }, "people_by_passkey"],
  ["phone", { phones: [] }, "people_by_phone"],
  ["email", { email: null }, "people_by_email"],
  ["totp", { totp: null }, "no index"],
])(
  "account forget takes %s off with its index, alone, and stages the notices",
  async (method, without, index) => {
    using world = await openAdminWorld();
    const id = await registerAnn(world);
    const refs = [personRef(id)] as const;
    const [before] = await read(world.kv, refs);
    assertEquals(await run(world, `forget ANN ${method}`), {
      code: 0,
      said: `Took ${method} off the account of ANN, and the person is told.`,
      complaints: "",
    });
    const [after] = await read(world.kv, refs);
    assertEquals(after.value, { ...NEWCOMER, ...before.value, ...without });
    assertEquals(await keysOf(world, index), 0);
    assertEquals(await keysOf(world, "outbox"), 2);
    const again = await run(world, `forget ann ${method}`);
    assertEquals(again.code, 1);
    assertMatch(again.complaints, /has set up no/);
    assertEquals(await keysOf(world, "outbox"), 2);
  },
);

Deno.test.each([
  ["forget zoe passkey", /no account/],
  ["forget ann officePhone", /METHOD is one of: .*passkey/],
  ["forget ann everything", /METHOD is one of/],
  ["unlock zoe", /no account/],
  ["must-change zoe", /no account/],
])("account %s is refused", async (line, why) => {
  using world = await openAdminWorld();
  await registerAnn(world);
  const { code, said, complaints } = await run(world, line);
  assertEquals([code, said], [1, ""]);
  assertMatch(complaints, why);
});

Deno.test("account forget names the settings that are missing, and changes nothing", async () => {
  using world = await openAdminWorld();
  await registerAnn(world);
  const other = keyring([{ id: "k9", secret: new Uint8Array(32).fill(3) }]);
  const wrong = { ...world, keyring: other };
  const { code, complaints } = await run(wrong, "forget ann passkey");
  assertEquals(code, 1);
  assertMatch(complaints, /SECRET_KEYS/);
  assertEquals(await keysOf(world, "people_by_passkey"), 1);
});

Deno.test("account must-change asks once for another password", async () => {
  using world = await openAdminWorld();
  await run(world, "add Ann");
  const asked = "Ann has to change the password at the next sign-in.";
  assertEquals((await run(world, "must-change Ann")).said, asked);
  assertEquals((await findAccount(world.kv, "ann"))?.mustChange, true);
  assertMatch((await run(world, "must-change ann")).said, /already/);
  assertEquals(world.events.length, 1);
});

Deno.test("account unlock forgets wrong sign-ins from everywhere", async () => {
  using world = await openAdminWorld();
  await run(world, "add Ann");
  assertEquals((await run(world, "unlock ann")).said, "ann was not locked.");
  for (let i = 0; i < 10; i++) {
    await settleSignIn(world, "ann", { right: false, lockAfter: 10 });
  }
  const right = { right: true, lockAfter: 10 };
  assertEquals(await settleSignIn(world, "ann", right), false);
  const guesses = budgetRef(world, accountGuesses("ann"));
  await commit(world.kv, [change(absent(guesses), [[NOON, 100]])]);
  assertEquals((await run(world, "unlock ANN")).said, "Unlocked ANN.");
  assertEquals(await settleSignIn(world, "ann", right), true);
  assertEquals((await read(world.kv, [guesses]))[0].value, null);
});

Deno.test("account set moves the address by which an account is found", async () => {
  using world = await openAdminWorld();
  await run(world, "add ann --email Ann@example.net");
  const { byNameOrEmail } = embeddedAccounts(world);
  const found = async (typed: string) =>
    (await byNameOrEmail(typed))?.userName ?? null;
  assertEquals(await found("ann@example.net"), "ann");
  await run(world, "set ann --email lou@example.org");
  assertEquals(await found("ann@example.net"), null);
  assertEquals(await found("lou@example.org"), "ann");
  await run(world, "set ann --mobile +819012345678");
  assertEquals(await found("lou@example.org"), "ann");
  await run(world, "set ann --email none");
  assertEquals(await found("lou@example.org"), null);
  assertEquals(await keysOf(world, "accounts_by_email"), 0);
});
