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
  typeSignedIn,
} from "@/tests/lib/flows/reset/guessing.ts";
import { ANN, openLost, withApp } from "@/tests/lib/flows/reset/lost_people.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import type { World } from "@/tests/support/world.ts";

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

Deno.test("takeOver() takes the count that went further, of strangers alone", () => {
  const at = (since: number, wrong: number) => ({ wrong, since, until: null });
  const failures = { "reset.a.totp": at(5, 2), "reset.b.totp": at(5, 2) };
  const own = { failures };
  assertEquals(takeOver(own, null), failures);
  for (const behind of [at(5, 1), at(5, 2), at(4, 9)]) {
    const elsewhere = { failures: { "reset.a.totp": behind } };
    assertEquals(takeOver(own, elsewhere) === failures, true);
  }
  for (const further of [at(5, 3), at(6, 1)]) {
    const elsewhere = {
      "reset.a.totp": further,
      "known.totp": further,
      totp: further,
    };
    assertEquals(takeOver(own, { failures: elsewhere }), {
      ...failures,
      "reset.a.totp": further,
    });
  }
});
