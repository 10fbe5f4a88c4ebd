/** What is asked of strangers, and of the owner on a new device, when many proofs were wrong: one too long to guess. */
import { assert, assertEquals } from "@std/assert";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { renewSession } from "@/lib/flows/renew_session.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { beginTotp } from "@/lib/flows/totp/begin_totp.ts";
import { enterTotp } from "@/lib/flows/totp/enter_totp.ts";
import { decoyRef } from "@/lib/store/resets.ts";
import {
  BY_APP,
  guess,
  network,
  shown,
  type,
  typeSignedIn,
} from "@/tests/lib/flows/reset/guessing.ts";
import { openLost, withApp } from "@/tests/lib/flows/reset/lost_people.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { appShows } from "@/tests/support/totp.ts";
import { BLOCK, MINUTE, PASSWORD, type World } from "@/tests/support/world.ts";

const DAY = 24 * 60 * MINUTE;
const NAMES = ["ann", "nobody"] as const;
const FOUR = "0".repeat(24);

/** A hundred wrong codes of an app, from five networks. */
async function guessAll(world: World, identifier: string) {
  for (let i = 0; i < 5; i++) {
    await guess(world, { identifier, from: network(i), times: 20 });
  }
}

/** Puts another app in the place of ann's, as she does who has just proved herself by the one before. */
async function setUpAnew(world: World): Promise<void> {
  const signedIn = await world.visit(await world.enter());
  const cookie = await renewSession(world, signedIn, "totp");
  assert(cookie !== null);
  const begun = await beginTotp(world, await world.visit(cookie));
  assert(begun.kind === "open");
  const code = appShows(begun.seed, world.now());
  const answer = await enterTotp(world, await world.visit(cookie), code);
  assertEquals(answer, { kind: "right" });
  await world.settle();
}

Deno.test("20 wrong codes of an app in a reset stop nobody who is signed in, and the other way round", async () => {
  using world = await openLost({ methods: ["totp", "email"] }, withApp);
  const stranger = await begin(world);
  for (let i = 0; i < 20; i++) await type(world, stranger);
  assertEquals((await type(world, stranger)).kind, "four");
  assertEquals(await typeSignedIn(world, shown(world)), "right");
  for (let i = 0; i < 20; i++) await typeSignedIn(world, "000000");
  world.wait(MINUTE);
  assertEquals(await typeSignedIn(world, shown(world)), "blocked");
  const elsewhere = await begin(world, { block: network(1) });
  const right = await type(world, elsewhere, shown(world));
  assertEquals(right.kind, "right");
});

Deno.test("a network that got 20 wrong is asked for four codes of the app, and no other, known name or not", async () => {
  for (const identifier of NAMES) {
    using world = await openLost(BY_APP, withApp);
    const from = network(1);
    const answers = await guess(world, { identifier, from, times: 21 });
    assertEquals(answers[18], { kind: "wrong", left: 1 });
    assertEquals(answers.slice(19), [{ kind: "four" }, { kind: "four" }]);
    const there = await begin(world, { identifier, block: from });
    assertEquals(resetWays(world, await look(world, there)), ["totp"]);
    assertEquals(await type(world, there, FOUR), { kind: "apart" });
    const here = await begin(world, { identifier });
    assertEquals(await type(world, here, FOUR), { kind: "long" });
    assertEquals(await type(world, here), { kind: "wrong", left: 19 });
    world.wait(DAY);
    const later = await begin(world, { identifier, block: from });
    assertEquals(await type(world, later), { kind: "wrong", left: 19 });
  }
});

Deno.test("100 wrong ones from everywhere ask everybody for four who is not known, known name or not", async () => {
  for (const identifier of NAMES) {
    using world = await openLost(BY_APP, withApp);
    await guessAll(world, identifier);
    // Longer than any decoy is kept that nobody has guessed at.
    world.wait(300 * DAY);
    const later = await begin(world, { identifier, block: network(9) });
    assertEquals(resetWays(world, await look(world, later)), ["totp"]);
    assertEquals(await type(world, later), { kind: "four" });
    for (let i = 0; i < 30; i++) {
      assertEquals(await type(world, later, FOUR), { kind: "apart" });
    }
  }
});

Deno.test("four codes in a row get the owner in on a new device, once, and not in another order", async () => {
  using world = await openLost(BY_APP, withApp);
  await guessAll(world, "ann");
  const fresh = () => begin(world, { block: network(9) });
  const cookie = await fresh();
  const four = shown(world, 4);
  const codes = four.match(/.{6}/g) ?? [];
  assertEquals(await type(world, cookie, codes[3]), { kind: "four" });
  const swapped = [codes[1], codes[0], codes[2], codes[3]].join("");
  const repeated = (codes[3] ?? "").repeat(4);
  for (const wrong of [swapped, repeated]) {
    assertEquals(await type(world, cookie, wrong), { kind: "apart" });
  }
  const many = await Promise.all(
    Array.from({ length: 20 }, () => type(world, cookie, four)),
  );
  assertEquals(many.filter(({ kind }) => kind === "right").length, 1);
  assertEquals((await type(world, await fresh(), four)).kind, "used");
});

Deno.test("four codes count while the last of them does", async () => {
  for (const [steps, kind] of [[1, "right"], [2, "apart"]] as const) {
    using world = await openLost(BY_APP, withApp);
    await guessAll(world, "ann");
    const four = shown(world, 4);
    world.wait(steps * 30_000);
    assertEquals((await type(world, await begin(world), four)).kind, kind);
  }
});

Deno.test("none of four codes counts that was used before", async () => {
  using world = await openLost(BY_APP, withApp);
  await guessAll(world, "ann");
  const fresh = () => begin(world, { block: network(9) });
  const seen = shown(world, 4);
  assertEquals((await type(world, await fresh(), seen)).kind, "right");
  for (let used = 3; used >= 0; used--) {
    world.wait(30_000);
    const { kind } = await type(world, await fresh(), shown(world, 4));
    assertEquals(kind, used > 0 ? "used" : "right");
  }
});

Deno.test("four codes on a known device end what is counted there", async () => {
  using world = await openLost(BY_APP, withApp);
  const device = "D".repeat(22);
  const typed = { userName: "ann", password: PASSWORD, block: BLOCK };
  assert((await signIn(world, { ...typed, device })).ok);
  const cookie = await begin(world, { device });
  for (let i = 0; i < 20; i++) await type(world, cookie);
  assertEquals((await type(world, cookie)).kind, "four");
  assertEquals((await type(world, cookie, shown(world, 4))).kind, "right");
  assertEquals(await type(world, cookie), { kind: "wrong", left: 19 });
});

Deno.test("what the owner proves, and what they set up, shows a stranger nothing", async () => {
  using world = await openLost(BY_APP, withApp);
  await guessAll(world, "ann");
  const stranger = await begin(world, { block: network(9) });
  assertEquals(await typeSignedIn(world, shown(world)), "right");
  assertEquals((await type(world, stranger)).kind, "four");
  world.wait(2 * MINUTE);
  const own = await begin(world);
  assertEquals((await type(world, own, shown(world, 4))).kind, "right");
  assertEquals((await type(world, stranger)).kind, "four");
  await setUpAnew(world);
  assertEquals((await type(world, stranger)).kind, "four");
});

Deno.test("wrong ones in a row are forgotten after 400 days, known name or not", async () => {
  for (const identifier of NAMES) {
    for (const days of [399, 401]) {
      using world = await openLost(BY_APP, withApp);
      await guessAll(world, identifier);
      world.wait(days * DAY);
      const from = network(9);
      const [first] = await guess(world, { identifier, from, times: 1 });
      assertEquals(
        first,
        days < 400 ? { kind: "four" } : { kind: "wrong", left: 19 },
      );
    }
  }
});

Deno.test("a decoy is kept as long as what is wrong in a row counts", () => {
  const { keepOf, keep } = decoyRef("x");
  const row = { wrong: 0, since: 1, until: null, row: 1 };
  assertEquals(keepOf?.(NEWCOMER), keep);
  const guessed = { ...NEWCOMER, failures: { "reset.totp": row } };
  assertEquals(keepOf?.(guessed), 400 * DAY);
});

Deno.test("200 wrong codes at once from a network get no more judged than its limit", async () => {
  using world = await openLost(BY_APP, withApp);
  const cookie = await begin(world);
  const all = await Promise.all(
    Array.from({ length: 200 }, () => type(world, cookie)),
  );
  const judged = all.filter(({ kind }) => kind === "wrong").length;
  assertEquals(judged, 19);
  assertEquals(all.filter(({ kind }) => kind === "four").length, 181);
});

Deno.test("the presets of Microsoft count a person's wrong codes together, as it does, and ask for long ones where it locks", async () => {
  using world = await openLost({ ...BY_APP, limits: "entra" }, withApp);
  await guess(world, { from: network(1), times: 5 });
  const elsewhere = await begin(world);
  assertEquals(await type(world, elsewhere), { kind: "four" });
  const right = await type(world, elsewhere, shown(world, 4));
  assertEquals(right.kind, "right");
});
