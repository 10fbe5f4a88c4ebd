import { assert, assertEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { addAccount } from "@/lib/flows/admin/add_account.ts";
import { unfreezeAccount } from "@/lib/flows/admin/unfreeze_account.ts";
import { openMessage } from "@/lib/flows/sealed_message.ts";
import { listOutgoing } from "@/lib/store/outbox.ts";
import { personRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import {
  type AdminWorld,
  NOON,
  openAdminWorld,
} from "@/tests/lib/flows/admin/admin_world.ts";
import { phoneOf, putPerson, readStop } from "@/tests/support/people.ts";

const HOUR = 60 * 60_000;

/** Ann, frozen, with an old phone and one of the moment of the change. */
async function frozen(world: AdminWorld): Promise<string> {
  const added = await addAccount(world, {
    userName: "Ann",
    password: "seven green bicycles",
    groups: [],
  });
  assert(added.kind === "added");
  const phones = [
    phoneOf(world, "+819012345678", NOON - HOUR),
    phoneOf(world, "+818012345678", NOON),
  ];
  const person = { ...NEWCOMER, phones };
  const stopped = freeze(person, { changedAt: NOON, now: NOON });
  await putPerson(world, added.id, stopped);
  return added.id;
}

async function personOf(world: AdminWorld, id: string) {
  const [{ value }] = await read(world.kv, [personRef(id)] as const);
  return value ?? NEWCOMER;
}

Deno.test("unfreezeAccount() opens recovery, drops what is doubted and stages the notices", async () => {
  using world = await openAdminWorld();
  const id = await frozen(world);
  const answer = await unfreezeAccount(world, "ann", { keep: false });
  assertEquals(answer, { kind: "done", doubted: ["phone"] });
  const { frozenAt, phones, epoch } = await personOf(world, id);
  assertEquals([frozenAt, phones.length, epoch], [null, 1, NOON]);
  const messages = (await listOutgoing(world.kv)).map(({ value }) =>
    openMessage(world.keyring, value?.message ?? "")
  );
  assertEquals(messages.map(({ to }) => to).toSorted(), [
    "+818012345678",
    "+819012345678",
  ]);
  assertEquals(new Set(messages.map(readStop)).size, 1);
});

Deno.test("unfreezeAccount() keeps what the person has said to be theirs", async () => {
  using world = await openAdminWorld();
  const id = await frozen(world);
  const answer = await unfreezeAccount(world, "Ann", { keep: true });
  assertEquals(answer, { kind: "done", doubted: ["phone"] });
  assertEquals((await personOf(world, id)).phones.length, 2);
});

Deno.test("unfreezeAccount() does nothing twice, and nothing for nobody", async () => {
  using world = await openAdminWorld();
  await frozen(world);
  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      () => unfreezeAccount(world, "ann", { keep: false }),
    ),
  );
  const done = answers.filter(({ kind }) => kind === "done");
  const already = answers.filter(({ kind }) => kind === "already");
  assertEquals([done.length, already.length], [1, 19]);
  assertEquals((await listOutgoing(world.kv)).length, 2);
  for (const name of ["zoe", "", "x".repeat(5000)]) {
    const answer = await unfreezeAccount(world, name, { keep: false });
    assertEquals(answer, { kind: "unknown" });
  }
});

Deno.test("unfreezeAccount() changes nothing under the wrong key", async () => {
  using world = await openAdminWorld();
  const id = await frozen(world);
  const other = keyring([{ id: "k9", secret: new Uint8Array(32).fill(3) }]);
  const deps = { ...world, keyring: other };
  const answer = await unfreezeAccount(deps, "ann", { keep: false });
  assertEquals(answer, { kind: "keys" });
  assertEquals((await personOf(world, id)).frozenAt, NOON);
});
