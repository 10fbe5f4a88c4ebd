/** What strangers get wrong or use up, and the owner on a device that is new. */
import { assert, assertEquals } from "@std/assert";
import { fromBase32 } from "@/lib/crypto/base32.ts";
import { stepAt, totp } from "@/lib/crypto/totp.ts";
import { STOPPED } from "@/lib/domain/failures.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import { WRONG_PROOFS } from "@/lib/flows/proofs/note_wrong.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveQuestions } from "@/lib/flows/proofs/prove_questions.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { sendProof } from "@/lib/flows/proofs/send_proof.ts";
import { makeChallenge } from "@/lib/flows/reset/challenge.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { decoyRef } from "@/lib/store/resets.ts";
import { usageRef } from "@/lib/store/usage.ts";
import {
  ANN,
  openLost,
  TYPED,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { ask, begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { questionsOf } from "@/tests/support/answers.ts";
import { SEED } from "@/tests/support/people.ts";
import { BLOCK, MINUTE, PASSWORD, type World } from "@/tests/support/world.ts";

const DAY = 24 * 60 * MINUTE;
const BY_APP = { methods: ["totp"] } as const;
const network = (i: number) => `198.51.${i}.0/24`;

/** The code that ann's app shows now. */
function shown(world: World): string {
  const seed = fromBase32(SEED) ?? new Uint8Array();
  return totp(seed, stepAt(world.now()));
}

/** What came of a code of an app, in a reset. */
async function type(world: World, cookie: string, code = "000000") {
  const proving = proofCase(await look(world, cookie));
  return await takeTotp(world, proving, code);
}

/** The same of somebody who is signed in. */
async function typeSignedIn(world: World, code: string) {
  const visit = await world.visit(await world.enter());
  return (await takeTotp(world, proofCase(visit), code)).kind;
}

/** Types so many wrong codes from that network. */
async function guess(
  world: World,
  { from, times, identifier = "ann" }: {
    from: string;
    times: number;
    identifier?: string;
  },
) {
  const cookie = await begin(world, { identifier, block: from });
  const answers = [];
  for (let i = 0; i < times; i++) answers.push(await type(world, cookie));
  await world.settle();
  return answers;
}

Deno.test("20 wrong codes of an app in a reset stop nobody who is signed in, and the other way round", async () => {
  using world = await openLost({ methods: ["totp", "email"] }, withApp);
  const stranger = await begin(world);
  for (let i = 0; i < 20; i++) await type(world, stranger);
  assertEquals((await type(world, stranger)).kind, "blocked");
  assertEquals(await typeSignedIn(world, shown(world)), "right");
  for (let i = 0; i < 20; i++) await typeSignedIn(world, "000000");
  world.wait(MINUTE);
  assertEquals(await typeSignedIn(world, shown(world)), "blocked");
  const elsewhere = await begin(world, { block: network(1) });
  const right = await type(world, elsewhere, shown(world));
  assertEquals(right.kind, "right");
});

Deno.test("a stranger of another network closes no method to the owner on a new device, known name or not", async () => {
  for (const identifier of ["ann", "nobody"]) {
    using world = await openLost(BY_APP, withApp);
    const from = network(1);
    const answers = await guess(world, { identifier, from, times: 21 });
    assertEquals(answers[18], { kind: "wrong", left: 1 });
    assertEquals(answers[20]?.kind, "blocked");
    const there = await begin(world, { identifier, block: from });
    assertEquals(resetWays(world, await look(world, there)), []);
    const here = await begin(world, { identifier });
    assertEquals(resetWays(world, await look(world, here)), ["totp"]);
    assertEquals(await type(world, here), { kind: "wrong", left: 19 });
  }
});

Deno.test("100 wrong ones in a row from everywhere stop it for whoever is not known, whatever time goes by, known name or not", async () => {
  const seen: unknown[] = [];
  for (const identifier of ["ann", "nobody"]) {
    using world = await openLost(BY_APP, withApp);
    const answers: unknown[] = [];
    for (let day = 0; day < 3; day++) {
      const times = day === 2 ? 21 : 20;
      for (const i of [1, 2]) {
        answers.push(
          await guess(world, { identifier, from: network(i), times }),
        );
      }
      world.wait(DAY);
    }
    seen.push(JSON.parse(
      JSON.stringify(answers).replaceAll(/"until":\d+/g, '"until":0'),
    ));
    const all = answers.flat() as { kind: string; until?: number | null }[];
    assertEquals(all.filter(({ kind }) => kind === "wrong").length, 95);
    assertEquals(all.at(-1), { kind: "blocked", until: null });
    // Longer than any decoy is kept that nobody has guessed at.
    world.wait(500 * DAY);
    const later = await begin(world, { identifier, block: network(9) });
    assertEquals(resetWays(world, await look(world, later)), []);
    assertEquals(await type(world, later), { kind: "blocked", until: null });
  }
  assertEquals(seen[1], seen[0]);
});

Deno.test("a right code of somebody signed in opens it again", async () => {
  using world = await openLost(BY_APP, withApp);
  for (let i = 0; i < 5; i++) {
    await guess(world, { from: network(i), times: 20 });
  }
  const fresh = () => begin(world, { block: network(9) });
  assertEquals(resetWays(world, await look(world, await fresh())), []);
  assertEquals(await typeSignedIn(world, shown(world)), "right");
  assertEquals(resetWays(world, await look(world, await fresh())), ["totp"]);
});

Deno.test("wrong ones in a row that have stopped nothing are forgotten after 400 days, known name or not", async () => {
  for (const identifier of ["ann", "nobody"]) {
    for (const days of [399, 401]) {
      using world = await openLost(BY_APP, withApp);
      for (let i = 0; i < 5; i++) {
        const times = i === 4 ? 19 : 20;
        await guess(world, { identifier, from: network(i), times });
      }
      world.wait(days * DAY);
      const from = network(9);
      const [first] = await guess(world, { identifier, from, times: 1 });
      assertEquals(
        first,
        days < 400
          ? { kind: "blocked", until: null }
          : { kind: "wrong", left: 19 },
      );
    }
  }
});

Deno.test("a decoy is kept as long as what is wrong in a row counts: 400 days, and for ever where it is stopped", () => {
  const { keepOf, keep } = decoyRef("x");
  const guessed = (until: number | null) => {
    const row = { wrong: 0, since: 1, until, row: 1 };
    return keepOf?.({ ...NEWCOMER, failures: { "reset.totp": row } });
  };
  assertEquals(keepOf?.(NEWCOMER), keep);
  assertEquals(guessed(null), 400 * DAY);
  assertEquals(guessed(STOPPED), 0);
});

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

Deno.test("the presets of Microsoft count a person's wrong codes together, as it does", async () => {
  using world = await openLost({ ...BY_APP, limits: "entra" }, withApp);
  await guess(world, { from: network(1), times: 5 });
  const elsewhere = await begin(world);
  assertEquals(resetWays(world, await look(world, elsewhere)), []);
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
