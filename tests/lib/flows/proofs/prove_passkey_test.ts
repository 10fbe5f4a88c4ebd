import { assert, assertEquals } from "@std/assert";
import { userHandle } from "@/lib/crypto/passkey_ids.ts";
import type { Assertion } from "@/lib/crypto/assertion.ts";
import {
  offerPasskeyProof,
  type PasskeyAnswer,
  provePasskey,
} from "@/lib/flows/proofs/prove_passkey.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { added, made, used } from "@/tests/support/passkeys.ts";
import { MINUTE, NOON, openWorld, type World } from "@/tests/support/world.ts";

const POLICY = { methods: ["phone", "passkey"] } as const;

async function prove(
  world: World,
  cookie: string,
  assertion: Assertion,
): Promise<PasskeyAnswer> {
  const visit = await world.visit(cookie);
  const answer = await provePasskey(world, visit, assertion);
  await world.settle();
  return answer;
}

async function firstOf(world: World, cookie: string) {
  const { person } = await world.visit(cookie);
  await world.settle();
  const [first] = person.passkeys;
  return { ...first, wrong: person.failures.passkey?.wrong ?? 0 };
}

Deno.test("provePasskey() tells whether the person was verified, and notes counter and time", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  world.wait(MINUTE);
  for (const [counter, verified] of [[4, true], [5, false]] as const) {
    const assertion = await used(world, cookie, { passkey, counter, verified });
    const answer = await prove(world, cookie, assertion);
    assertEquals(answer, { kind: "right", verified });
    assertEquals((await firstOf(world, cookie)).counter, counter);
  }
  assertEquals((await firstOf(world, cookie)).usedAt, NOON + MINUTE);
});

Deno.test("provePasskey() takes passkeys without a counter, again and again", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  for (let i = 0; i < 3; i++) {
    const assertion = await used(world, cookie, { passkey, userHandle: null });
    assertEquals((await prove(world, cookie, assertion)).kind, "right");
  }
});

Deno.test("provePasskey() takes a challenge once: one of 200 parallel uses is right", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  const assertion = await used(world, cookie, { passkey });
  const visit = await world.visit(cookie);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => provePasskey(world, visit, assertion)),
  );
  assertEquals(answers.filter(({ kind }) => kind === "right").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "late").length, 199);
  assertEquals((await firstOf(world, cookie)).wrong, 0);
});

Deno.test("provePasskey() takes a challenge just before its end and not at it", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  const first = await used(world, cookie, { passkey });
  world.wait(5 * MINUTE - 1);
  assertEquals((await prove(world, cookie, first)).kind, "right");
  const second = await used(world, cookie, { passkey });
  world.wait(5 * MINUTE);
  assertEquals(await prove(world, cookie, second), { kind: "late" });
});

Deno.test("provePasskey() refuses a counter that is behind, and keeps the old one", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie, { counter: 9 });
  for (const counter of [9, 3, 0]) {
    const assertion = await used(world, cookie, { passkey, counter });
    assertEquals((await prove(world, cookie, assertion)).kind, "copied");
  }
  const kept = await firstOf(world, cookie);
  assertEquals([kept.counter, kept.usedAt, kept.wrong], [9, null, 3]);
  assert(world.events.includes("authn_token_reuse"));
});

Deno.test("provePasskey() counts what is wrong, uses its challenge up, and forgets at the right one", async () => {
  using world = await openWorld(POLICY);
  const [ann, ben] = [await world.enter(), await world.enter("ben")];
  const passkey = await added(world, ann);
  const foreign = await added(world, ben);
  const wrong = [
    { passkey: foreign },
    { passkey: foreign, userHandle: userHandle("a-ben") },
    { passkey, userHandle: userHandle("a-ben") },
    { passkey, origin: "https://evil.example" },
    { passkey, host: "evil.example" },
    { passkey, present: false },
    { passkey, challenge: "AAAA" },
    { passkey, type: "webauthn.create" },
  ];
  for (const [i, asked] of wrong.entries()) {
    const assertion = await used(world, ann, asked);
    const left = 20 - 1 - i;
    assertEquals(await prove(world, ann, assertion), { kind: "wrong", left });
    assertEquals(await prove(world, ann, assertion), { kind: "late" });
  }
  const right = await used(world, ann, { passkey });
  assertEquals((await prove(world, ann, right)).kind, "right");
  assertEquals((await firstOf(world, ann)).wrong, 0);
});

Deno.test("provePasskey() blocks the method at the twentieth wrong one, and adding one anew opens it", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  let answer: PasskeyAnswer = { kind: "late" };
  for (let i = 0; i < 20; i++) {
    const wrong = await used(world, cookie, { passkey, present: false });
    answer = await prove(world, cookie, wrong);
  }
  assertEquals(answer.kind, "blocked");
  const right = await used(world, cookie, { passkey });
  assertEquals((await prove(world, cookie, right)).kind, "blocked");
  await added(world, cookie);
  const again = await used(world, cookie, { passkey });
  assertEquals((await prove(world, cookie, again)).kind, "right");
});

Deno.test("provePasskey() does not take the challenge of a set-up's answer, nor its answer", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  const { attestation } = await made(world, cookie);
  const { clientDataJSON } = attestation;
  const assertion = await passkey.assert({ challenge: "" });
  const answer = await prove(world, cookie, { ...assertion, clientDataJSON });
  assertEquals(answer.kind, "wrong");
});

Deno.test("offerPasskeyProof() asks for the person's own passkeys, and for nothing without one", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const before = await offerPasskeyProof(world, await world.visit(cookie));
  assertEquals(before, null);
  const { id } = await added(world, cookie);
  const options = await offerPasskeyProof(world, await world.visit(cookie));
  assertEquals(options?.allowCredentials.map((each) => each.id), [id]);
  assertEquals(
    [options?.rpId, options?.userVerification],
    ["key.example", "preferred"],
  );
});

Deno.test("a proof by passkey takes one commit to ask and one to judge", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  const count = { reads: 0, commits: 0 };
  world.kv = countingKv(world.kv, count);
  const assertion = await used(world, cookie, { passkey });
  assertEquals((await prove(world, cookie, assertion)).kind, "right");
  assertEquals(count, { reads: 2, commits: 2 });
});
