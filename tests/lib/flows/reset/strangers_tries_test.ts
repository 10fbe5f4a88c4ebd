/** What strangers get wrong or use up, and the owner on a device that is new. */
import { assert, assertEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import { WRONG_PROOFS } from "@/lib/flows/proofs/note_wrong.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveQuestions } from "@/lib/flows/proofs/prove_questions.ts";
import { sendProof } from "@/lib/flows/proofs/send_proof.ts";
import { makeChallenge } from "@/lib/flows/reset/challenge.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { usageRef } from "@/lib/store/usage.ts";
import {
  BY_APP,
  guess,
  network,
  type,
} from "@/tests/lib/flows/reset/guessing.ts";
import {
  ANN,
  openLost,
  TYPED,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { ask, begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { questionsOf } from "@/tests/support/answers.ts";
import { BLOCK, MINUTE, PASSWORD, type World } from "@/tests/support/world.ts";

Deno.test("numbers that a stranger types leave the owner on a new device room, known name or not", async () => {
  using world = await openLost();
  const typed = "090-1234-0000";
  for (let i = 0; i < 3; i++) {
    const stranger = await begin(world, { block: network(i) });
    for (let n = 0; n < 6; n++) await send(world, stranger, { typed });
    assertEquals(
      (await send(world, stranger, { typed: TYPED })).kind,
      "numbers",
    );
  }
  const own = await begin(world);
  const sent = await send(world, own, { typed: TYPED });
  assertEquals(sent.kind, "sent");
});

Deno.test("numbers typed for one account have an end, from wherever", async () => {
  using world = await openLost();
  const typed = "090-1234-0000";
  let wrong = 0;
  for (let i = 0; i < 12; i++) {
    const stranger = await begin(world, { block: network(i) });
    for (let n = 0; n < 5; n++) {
      const { kind } = await send(world, stranger, { typed });
      if (kind === "mismatch") wrong++;
    }
  }
  assertEquals(wrong, LIMITS.aikagi.reset.allNumbers[0]?.max);
});

Deno.test("resets that strangers begin for a name keep nobody out who passes a challenge, known name or not", async () => {
  for (const identifier of ["ann", "nobody"]) {
    using world = await openLost();
    for (let i = 0; i < 60; i++) {
      const block = network(Math.floor(i / 20));
      assertEquals((await ask(world, { identifier, block })).kind, "opened");
    }
    const full = await ask(world, { identifier, block: network(0) });
    assertEquals(full.kind, "limit");
    const plain = await ask(world, { identifier, passed: "none" });
    assertEquals(plain.kind, "challenge");
    for (const passed of ["work", "ticket"] as const) {
      assertEquals((await ask(world, { identifier, passed })).kind, "opened");
    }
  }
});

Deno.test("wrong proofs spread over many accounts ask everybody for a challenge, but a known device", async () => {
  using world = await openLost(BY_APP, withApp);
  const { max = 0 } = LIMITS.aikagi.identify.wrong[0] ?? {};
  const free = async (identifier: string) =>
    (await ask(world, { identifier, passed: "none", block: network(250) }))
      .kind;
  for (let i = 0; i < max; i++) {
    if (i === max - 1) assertEquals(await free("ann"), "opened");
    const asked = { identifier: `n${i}`, from: network(i) };
    await guess(world, { ...asked, times: 1 });
  }
  assertEquals(
    world.events.filter((e) => e === "excess_wrong_proofs").length,
    1,
  );
  assertEquals(await free("ann"), "challenge");
  assertEquals(await free("nobody"), "challenge");
  const device = "D".repeat(22);
  const typed = { userName: "ann", password: PASSWORD, block: BLOCK };
  assert((await signIn(world, { ...typed, device })).ok);
  const known = await ask(world, { device, passed: "none" });
  assertEquals(known.kind, "opened");
  world.wait(60 * MINUTE);
  assertEquals(await free("ann"), "opened");
});

Deno.test("the more proofs are wrong on the site, the harder its challenges", async () => {
  using world = await openLost();
  const ref = usageRef(world.keyring.digest("usage", "reset.wrong", "site"));
  const bits: number[] = [];
  for (const many of [1, 250, 500, 1_000]) {
    await commit(world.kv, [change(guarded(ref), [[world.now(), many]])]);
    const whose = { identifier: "zed", block: BLOCK };
    bits.push((await makeChallenge(world, whose)).bits);
  }
  assertEquals(bits, [16, 17, 18, 20]);
});

Deno.test("mails that strangers ask for leave the owner on a new device their own, and texts as well, known name or not", async () => {
  for (const identifier of ["ann", "nobody"]) {
    using world = await openLost({ methods: ["email"] });
    const mail = async (from: string) => {
      const cookie = await begin(world, { identifier, block: from });
      return (await send(world, cookie, { block: from })).kind;
    };
    for (let i = 0; i < 3; i++) {
      const kinds: string[] = [];
      for (let n = 0; n < 6; n++) kinds.push(await mail(network(i)));
      assertEquals(kinds, [...Array(5).fill("sent"), "limit"]);
    }
    assertEquals(await mail(BLOCK), "sent");
  }
  using world = await openLost();
  for (let n = 0; n < 5; n++) {
    const stranger = await begin(world, { block: network(1) });
    await send(world, stranger, { place: 2, block: network(1) });
  }
  const own = await send(world, await begin(world), { typed: TYPED });
  assertEquals(own.kind, "sent");
});

Deno.test("the mails that strangers ask for have an end, from wherever", async () => {
  using world = await openLost({ methods: ["email"] });
  let sent = 0;
  for (let i = 0; i < 40; i++) {
    const block = network(i);
    const { kind } = await send(world, await begin(world, { block }), {
      block,
    });
    if (kind === "sent") sent++;
  }
  assertEquals(sent, LIMITS.aikagi.mails.address[0]?.max);
});

Deno.test("texts that strangers ask for leave whoever is signed in their own", async () => {
  using world = await openLost();
  const kinds: string[] = [];
  for (let i = 0; i < 6; i++) {
    const block = network(i);
    const stranger = await begin(world, { block });
    kinds.push((await send(world, stranger, { typed: TYPED, block })).kind);
  }
  assertEquals(kinds, [...Array(5).fill("sent"), "limit"]);
  const visit = await world.visit(await world.enter());
  const [phone] = visit.person.phones;
  const sent = await sendProof(world, visit, {
    index: phone?.index ?? "",
    channel: "sms",
    block: BLOCK,
    locale: "en",
  });
  assertEquals(sent.kind, "sent");
  await world.settle();
});

/** How many wrong proofs the site has counted. */
async function counted(world: World): Promise<number> {
  await world.settle();
  const [{ value }] = await read(
    world.kv,
    [budgetRef(world, WRONG_PROOFS)] as const,
  );
  return (value ?? []).reduce((sum, [, count]) => sum + count, 0);
}

Deno.test("every wrong proof of a stranger counts on the site, the one that ends a code or closes a method as well", async () => {
  using world = await openLost({ methods: ["totp", "email"] }, withApp);
  const cookie = await begin(world);
  for (let i = 0; i < 25; i++) await type(world, cookie);
  assertEquals(await counted(world), 20);
  assertEquals((await send(world, cookie)).kind, "sent");
  const code = world.lastCode() === "000000" ? "111111" : "000000";
  const kinds: string[] = [];
  for (let i = 0; i < 7; i++) {
    kinds.push((await enter(world, cookie, code)).kind);
  }
  assertEquals(kinds.slice(4), ["tries", "tries", "tries"]);
  assertEquals(await counted(world), 25);
});

Deno.test("so does every wrong set of answers, and none of somebody signed in", async () => {
  using world = await openLost();
  const questions = await questionsOf(world, ANN);
  const [ann] = await read(world.kv, [personRef(ANN)] as const);
  assert(ann.value !== null);
  await commit(world.kv, [change(ann, { ...ann.value, questions })]);
  const answers = { count: 2, answers: ["no", "no"] };
  const signedIn = await world.visit(await world.enter());
  await proveQuestions(world, proofCase(signedIn), answers);
  assertEquals(await counted(world), 0);
  const cookie = await begin(world);
  for (let i = 0; i < 6; i++) {
    const proving = proofCase(await look(world, cookie));
    await proveQuestions(world, proving, answers);
  }
  assertEquals(await counted(world), 4);
});
