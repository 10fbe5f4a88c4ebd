/** Nothing that a stranger may see of a real name outlives what is kept of a name that nobody has. */
import { assert, assertEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { read } from "@/lib/store/records.ts";
import { decoyRef } from "@/lib/store/resets.ts";
import { openLost, withApp } from "@/tests/lib/flows/reset/lost_people.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import type { World } from "@/tests/support/world.ts";

const { keep: KEEP = 0 } = decoyRef("");

Deno.test.each(Object.entries(LIMITS))(
  "a decoy is kept for longer than wrong proofs count, or block (%s)",
  (_, { method: { within, wait } }) => assert(KEEP > within + wait),
);

/** What a stranger sees who tries so many wrong codes of an app. */
async function guess(world: World, identifier: string, times: number) {
  const cookie = await begin(world, { identifier });
  const visit = await look(world, cookie);
  const answers: unknown[] = [];
  for (let i = 0; i < times; i++) {
    const now = proofCase(await look(world, cookie));
    answers.push(await takeTotp(world, now, "111111"));
  }
  const places = resetDestinations(world, visit).map(({ index }) => index);
  return { answers, ways: resetWays(world, visit), places };
}

/** What the store drops that nobody has used for so long. */
async function forget({ kv }: World): Promise<void> {
  for await (const { key } of kv.list({ prefix: ["decoys"] })) {
    const [{ value, ref }] = await read(kv, [decoyRef(String(key[1]))]);
    const kept = value && ref.keepOf?.(value);
    if (kept && kept <= KEEP) await kv.delete(key);
  }
}

/** Wrong codes, as many as the waits let through, with a long time between, until none is taken. */
async function guessOn(world: World, identifier: string) {
  const seen: unknown[] = [];
  for (let round = 0; round < 8; round++) {
    const { answers, ways } = await guess(world, identifier, 19);
    seen.push([answers, ways]);
    world.wait(KEEP);
    await forget(world);
  }
  return seen;
}

Deno.test("what is counted in a row ends at the same guess, known or not, however long one waits", async () => {
  using world = await openLost({ methods: ["totp"] }, withApp);
  const known = await guessOn(world, "ann");
  assertEquals(await guessOn(world, "nobody"), known);
  const kinds = JSON.stringify(known).match(/"wrong"/g) ?? [];
  assertEquals(kinds.length, LIMITS.aikagi.method.row - 1);
});

Deno.test("a name that nobody has asked for in a long time is what it was, known or not", async () => {
  using world = await openLost({ methods: ["totp"] }, withApp);
  for (const identifier of ["ann", "nobody"]) {
    const before = await guess(world, identifier, 19);
    assertEquals(before.answers.at(-1), { kind: "wrong", left: 1 });
    world.wait(KEEP);
    await forget(world);
    const { answers, ...shown } = await guess(world, identifier, 1);
    assertEquals(answers, [{ kind: "wrong", left: 19 }], identifier);
    assertEquals(shown, { ways: before.ways, places: before.places });
  }
});
