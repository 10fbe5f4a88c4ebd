import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { runAccount } from "@/lib/cli/account.ts";
import { keyring } from "@/lib/crypto/keyring.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { type FakeIo, fakeIo } from "@/tests/lib/cli/fake_io.ts";
import {
  type AdminWorld,
  NOON,
  openAdminWorld,
} from "@/tests/lib/flows/admin/admin_world.ts";
import { phoneOf, putPerson } from "@/tests/support/people.ts";

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
