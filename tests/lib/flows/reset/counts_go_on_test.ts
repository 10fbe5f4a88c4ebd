/** What strangers have wrong of somebody who is stopped for a while. */
import { assert, assertEquals } from "@std/assert";
import type { Person } from "@/lib/domain/person.ts";
import { takeOver } from "@/lib/domain/strangers_counts.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import {
  BY_APP,
  guess,
  network,
  type,
  typeSignedIn,
} from "@/tests/lib/flows/reset/guessing.ts";
import { ANN, openLost, withApp } from "@/tests/lib/flows/reset/lost_people.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { enter, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { MINUTE, PASSWORD, type World } from "@/tests/support/world.ts";

const DAY = 24 * 60 * MINUTE;

/** Changes what the store has of ann. */
async function put(world: World, has: Partial<Person>): Promise<void> {
  const [ann] = await read(world.kv, [personRef(ANN)] as const);
  assert(ann.value !== null);
  await commit(world.kv, [change(ann, { ...ann.value, ...has })]);
}

/** The last answer to so many wrong codes. */
async function last(world: World, times: number, from = network(1)) {
  return (await guess(world, { from, times })).at(-1);
}

Deno.test("a stranger's count goes on while somebody is frozen, and after that", async () => {
  using world = await openLost(BY_APP, withApp);
  assertEquals(await last(world, 12), { kind: "wrong", left: 8 });
  await put(world, { frozenAt: world.now() });
  assert((await look(world, await begin(world))).session.decoy);
  assertEquals(await last(world, 7), { kind: "wrong", left: 1 });
  await put(world, { frozenAt: null });
  assertEquals(await last(world, 1), { kind: "four" });
  assertEquals(await last(world, 5, network(2)), { kind: "wrong", left: 15 });
  await put(world, { frozenAt: world.now() });
  assertEquals(await last(world, 1), { kind: "four" });
  assertEquals(await last(world, 1, network(2)), { kind: "wrong", left: 14 });
  await put(world, { frozenAt: null });
  assertEquals(await last(world, 1, network(2)), { kind: "wrong", left: 13 });
  const { person, session } = await look(world, await begin(world));
  assert(!session.decoy);
  assertEquals(person.failures["reset.totp"]?.row, 27);
});

Deno.test("what the owner got wrong stays theirs", async () => {
  using world = await openLost(BY_APP, withApp);
  await typeSignedIn(world, "000000");
  await put(world, { frozenAt: world.now() });
  await last(world, 3);
  await put(world, { frozenAt: null });
  const { person } = await look(world, await begin(world));
  assertEquals(person.failures.totp?.wrong, 1);
});

Deno.test("a hundred count while somebody is frozen, from wherever, and after that", async () => {
  using world = await openLost(BY_APP, withApp);
  for (let i = 1; i <= 9; i++) await last(world, 10, network(i));
  await put(world, { frozenAt: world.now() });
  for (let i = 0; i < 10; i++) await last(world, 1, network(i));
  assertEquals(await last(world, 1, network(20)), { kind: "four" });
  await put(world, { frozenAt: null });
  assertEquals(await last(world, 1, network(21)), { kind: "four" });
});

Deno.test("a reset from the time of the stop lowers no count", async () => {
  using world = await openLost(BY_APP, withApp);
  await last(world, 10, network(1));
  await put(world, { frozenAt: world.now() });
  const from = network(2);
  const old = await begin(world, { block: from });
  await put(world, { frozenAt: null });
  await last(world, 10, network(3));
  world.wait(MINUTE);
  assert((await type(world, old)).kind === "wrong");
  const { person } = await look(world, await begin(world));
  assertEquals(person.failures["reset.totp"]?.row, 20);
});

Deno.test("counts go on through a second stop", async () => {
  using world = await openLost(BY_APP, withApp);
  await put(world, { frozenAt: world.now() });
  await last(world, 19);
  const { person } = await look(world, await begin(world));
  await put(world, { epoch: person.epoch + 1 });
  assertEquals(await last(world, 1), { kind: "four" });
});

Deno.test("takeOver() takes the count that went further, of strangers alone", () => {
  const at = (since: number, wrong: number) => ({ wrong, since, until: null });
  const own = { "reset.a.totp": at(5, 2), "reset.b.totp": at(5, 2) };
  assertEquals(takeOver(own, { elsewhere: {}, now: 9 }), own);
  for (const behind of [at(5, 1), at(5, 2), at(4, 9)]) {
    assertEquals(
      takeOver(own, { elsewhere: { "reset.a.totp": behind }, now: 9 }),
      own,
    );
  }
  for (const further of [at(5, 3), at(6, 1)]) {
    const elsewhere = {
      "reset.a.totp": further,
      "known.totp": further,
      totp: further,
    };
    const both = { ...own, "reset.a.totp": further };
    assertEquals(takeOver(own, { elsewhere, now: 9 }), both);
  }
});

Deno.test("takeOver() takes the greater of what all have together, and 50 networks", () => {
  const all = (since: number, row: number) => ({
    wrong: 0,
    since,
    until: null,
    row,
  });
  const own = { "reset.totp": all(5, 7) };
  assertEquals(
    takeOver(own, { elsewhere: { "reset.totp": all(9, 1) }, now: 9 }),
    own,
  );
  const more = { "reset.totp": all(1, 8) };
  assertEquals(takeOver(own, { elsewhere: more, now: 9 }), more);
  const networks = Array.from({ length: 60 }, (_, since) => [
    `reset.n${since}.totp`,
    { wrong: 1, since, until: null },
  ]);
  const kept = takeOver(own, {
    elsewhere: Object.fromEntries(networks),
    now: 9,
  });
  assertEquals(Object.keys(kept).length, 51);
});

Deno.test("takeOver() takes nothing over that is forgotten, and puts what counts in its place", () => {
  const all = (since: number, row: number) => ({
    "reset.totp": { wrong: 0, since, until: null, row },
  });
  const now = 401 * DAY;
  const [old, young] = [all(0, 100), all(200 * DAY, 3)];
  assertEquals(takeOver(young, { elsewhere: old, now }), young);
  assertEquals(takeOver(old, { elsewhere: young, now }), young);
});

Deno.test("a hundred from the time of a stop are forgotten once, and the next hundred count", async () => {
  using world = await openLost(BY_APP, withApp);
  await put(world, { frozenAt: world.now() });
  for (let i = 0; i < 5; i++) await last(world, 20, network(i));
  world.wait(390 * DAY);
  await begin(world);
  await put(world, { frozenAt: null });
  world.wait(40 * DAY);
  const answers: unknown[] = [];
  for (let i = 10; i < 22; i++) {
    const from = network(i);
    answers.push(...await guess(world, { from, times: 10 }));
    world.wait(DAY);
  }
  const judged = answers.filter((each) => "left" in (each as object)).length;
  assertEquals(judged, 99);
  assertEquals(answers.at(-1), { kind: "four" });
});

Deno.test("a count goes on of somebody whom the directory alone knows", async () => {
  using world = await openLost({
    methods: ["email"],
    useDirectoryContacts: "confirmed",
  });
  const [ann] = await read(world.kv, [personRef(ANN)] as const);
  await commit(world.kv, [change(ann, null)]);
  const contact = { email: "ann@mail.example" };
  const account = { id: ANN, userName: "ann", groups: [], contact };
  const known = (disabled: boolean) =>
    memoryDirectory(PASSWORD, [{ ...account, disabled }]);
  world.directory = known(true);
  const block = network(1);
  for (let i = 0; i < 4; i++) {
    const cookie = await begin(world, { block });
    assertEquals((await send(world, cookie, { block })).kind, "sent");
    for (let n = 0; n < 5; n++) await enter(world, cookie, "000000");
    world.wait(MINUTE);
  }
  world.directory = known(false);
  const cookie = await begin(world, { block });
  assert(!(await look(world, cookie)).session.decoy);
  assertEquals((await send(world, cookie, { block })).kind, "sent");
  assertEquals((await look(world, cookie)).verification?.long, true);
});
