import { assert, assertEquals } from "@std/assert";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Session } from "@/lib/domain/session.ts";
import { renewSession } from "@/lib/flows/renew_session.ts";
import { liftFreeze } from "@/lib/flows/stop/lift_freeze.ts";
import { stopAccount } from "@/lib/flows/stop/stop_account.ts";
import { emailIndexRef, phoneHoldersRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import {
  emailOf,
  phoneOf,
  putPerson,
  readStop,
} from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  type World,
} from "@/tests/support/world.ts";

const ACCOUNT = "a-ann";
const OLD = NOON - 60 * MINUTE;

/** Ann, frozen, with an old phone, and an address of the moment of the change. */
async function frozen(world: World): Promise<Person> {
  const person = freeze({
    ...NEWCOMER,
    phones: [phoneOf(world, "+819012345678", OLD)],
    email: emailOf(world, "eve@example.com", NOON),
  }, { changedAt: NOON, now: NOON });
  await putPerson(world, ACCOUNT, person);
  return person;
}

async function proved(world: World, by: Session["provedBy"]): Promise<string> {
  const cookie = await world.enter();
  if (by === "password") return cookie;
  const renewed = await renewSession(world, await world.visit(cookie), by);
  assert(renewed !== null);
  return renewed;
}

async function lift(world: World, cookie: string) {
  const answer = await liftFreeze(world, await world.visit(cookie));
  await world.settle();
  return answer.kind;
}

Deno.test("liftFreeze() opens recovery, drops what is doubted and tells everybody who was told before", async () => {
  using world = await openWorld();
  const before = await frozen(world);
  const cookie = await proved(world, "phone");
  assertEquals(await lift(world, cookie), "lifted");
  const { person } = await world.visit(cookie);
  assertEquals([person.frozenAt, person.doubtedSince, person.email], [
    null,
    null,
    null,
  ]);
  assertEquals(person.phones, before.phones);
  const [phone, email] = await read(
    world.kv,
    [
      phoneHoldersRef(before.phones[0]?.index ?? ""),
      emailIndexRef(before.email?.index ?? "", ACCOUNT),
    ] as const,
  );
  assertEquals([phone.value, email.value], [[ACCOUNT], null]);
  assertEquals(world.sent.map(({ to }) => to).toSorted(), [
    "+819012345678",
    "eve@example.com",
  ]);
  assertEquals(await lift(world, cookie), "none");
});

Deno.test("liftFreeze() is told with a code that freezes again", async () => {
  using world = await openWorld();
  await frozen(world);
  const cookie = await proved(world, "phone");
  await lift(world, cookie);
  const code = readStop(world.sent[0] ?? { text: "" });
  const { kind } = await stopAccount(world, { code, block: BLOCK });
  await world.settle();
  assertEquals(kind, "stopped");
});

Deno.test("liftFreeze() takes no password, and no proof of 5 minutes ago", async () => {
  using world = await openWorld();
  await frozen(world);
  assertEquals(await lift(world, await proved(world, "password")), "stale");
  const cookie = await proved(world, "phone");
  world.wait(5 * MINUTE);
  assertEquals(await lift(world, cookie), "stale");
  assertEquals(world.sent, []);
});

Deno.test("liftFreeze() takes a proof just before 5 minutes", async () => {
  using world = await openWorld();
  await frozen(world);
  const cookie = await proved(world, "recoveryCodes");
  world.wait(5 * MINUTE - 1);
  assertEquals(await lift(world, cookie), "lifted");
});

Deno.test("liftFreeze() is done once by 200 at once", async () => {
  using world = await openWorld();
  await frozen(world);
  const visit = await world.visit(await proved(world, "phone"));
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => liftFreeze(world, visit)),
  );
  await world.settle();
  assertEquals(answers.filter(({ kind }) => kind === "lifted").length, 1);
  assertEquals(world.sent.length, 2);
});

Deno.test("liftFreeze() does not undo a second stop that comes between", async () => {
  using world = await openWorld();
  const person = await frozen(world);
  const visit = await world.visit(await proved(world, "phone"));
  await putPerson(
    world,
    ACCOUNT,
    freeze(person, { changedAt: NOON, now: NOON }),
  );
  assertEquals((await liftFreeze(world, visit)).kind, "none");
});
