/** What changes while a reset runs, and what its end gives back. */
import { assert, assertEquals } from "@std/assert";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import { chooseGoal } from "@/lib/flows/reset/choose_goal.ts";
import { finishReset } from "@/lib/flows/reset/finish_reset.ts";
import { ownBudgets } from "@/lib/flows/reset/reset_budgets.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { accountGuesses, prove } from "@/lib/flows/prove.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit, read } from "@/lib/store/records.ts";
import {
  ANN,
  NEW,
  openLost,
  TYPED,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { note, proved, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { emailOf, phoneOf } from "@/tests/support/people.ts";
import { BLOCK, MINUTE, PASSWORD, type World } from "@/tests/support/world.ts";

async function edit(world: World, has: Partial<Person>): Promise<void> {
  const [entry] = await read(world.kv, [personRef(ANN)] as const);
  const person = entry.value ?? NEWCOMER;
  await commit(world.kv, [change(entry, { ...person, ...has })]);
}

async function setPolicy(world: World, policy: Partial<Policy>) {
  const set = { ...DEFAULT_POLICY, ...policy };
  await commit(world.kv, [change(guarded(policyRef()), set)]);
}

const CHANGES: [string, (world: World) => Promise<void>][] = [
  ["taken off", (world) => edit(world, { phones: [] })],
  ["changed", (world) => {
    const phones = [phoneOf(world, "+819012345699", world.now())];
    return edit(world, { phones });
  }],
  ["closed by the policy", (world) => setPolicy(world, { methods: ["email"] })],
];

Deno.test.each(CHANGES)(
  "what was proved with a phone counts no more once that is %s",
  async (_, act) => {
    using world = await openLost();
    const cookie = await proved(world);
    const before = await look(world, cookie);
    assertEquals(resetWays(world, before), []);
    world.wait(MINUTE);
    await act(world);
    assertEquals(resetWays(world, await look(world, cookie)), ["send"]);
    for (const visit of [before, await look(world, cookie)]) {
      const policy = (await look(world, cookie)).policy;
      const answer = await finishReset(world, { ...visit, policy }, NEW);
      assertEquals(answer, { kind: "unproved" });
    }
  },
);

Deno.test("what was added meanwhile ends nothing, nor does a clock that went back", async () => {
  using world = await openLost();
  const cookie = await proved(world);
  world.wait(MINUTE);
  await edit(world, {
    ...withApp(world),
    email: emailOf(world, "b@example.com", world.now()),
  });
  assertEquals(resetWays(world, await look(world, cookie)), []);
  using back = await openLost();
  back.wait(-60 * MINUTE);
  const other = await proved(back);
  assertEquals(resetWays(back, await look(back, other)), []);
  assertEquals(await finishReset(back, await look(back, other), NEW), {
    kind: "done",
  });
  await back.settle();
});

Deno.test("another goal that was chosen meanwhile is not what is done", async () => {
  using world = await openLost({ unlock: "yes" });
  const cookie = await note(world, await begin(world), "sms");
  const [first, second] = ["unlock", "password"] as const;
  await chooseGoal(world, await look(world, cookie), first);
  const visit = await look(world, cookie);
  await chooseGoal(world, visit, second);
  assertEquals(await finishReset(world, visit, null), { kind: "unproved" });
  assertEquals((await look(world, cookie)).session.goal, second);
});

Deno.test("the end gives back what was used up of the owner's guesses, and of a known device's resets and numbers", async () => {
  using world = await openLost();
  const typed = { userName: "ann", password: PASSWORD, block: BLOCK };
  const device = "D".repeat(22);
  assert((await signIn(world, { ...typed, device })).ok);
  const cookie = await begin(world, { device });
  const wrong = "090-1234-0000";
  await send(world, cookie, { typed: wrong });
  await prove(world, { userName: "ann", password: "x", block: BLOCK });
  const { session } = await look(world, cookie);
  const refs = ownBudgets(session).map((budget) => budgetRef(world, budget));
  const guesses = budgetRef(world, accountGuesses("ann"));
  assert(refs.some(({ key }) => key.join() === guesses.key.join()));
  const counted = await read(world.kv, refs);
  assert(counted.every(({ value }) => value !== null));
  await send(world, cookie, { typed: TYPED });
  const done = await note(world, cookie, "sms");
  assertEquals(await finishReset(world, await look(world, done), NEW), {
    kind: "done",
  });
  await world.settle();
  const left = await read(world.kv, refs);
  assert(left.every(({ value }) => value === null));
});
