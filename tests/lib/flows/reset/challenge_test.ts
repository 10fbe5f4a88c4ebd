import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { CHALLENGE_LIFE, isSolution } from "@/lib/domain/challenge.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { checkChallenge, makeChallenge } from "@/lib/flows/reset/challenge.ts";
import {
  type Challenge,
  signChallenge,
} from "@/lib/flows/reset/challenge_token.ts";
import { BLOCK, MINUTE, openWorld, type World } from "@/tests/support/world.ts";
import { solve } from "@/tests/support/work.ts";

const WHOSE = { identifier: "ann", block: BLOCK };

/** A challenge that is cheap to solve, signed as the real ones are. */
function cheap(world: World, whose: object = {}): Challenge {
  const seed = crypto.getRandomValues(new Uint8Array(18))
    .toBase64({ alphabet: "base64url" });
  const from = world.now() + 10_000;
  const until = world.now() + CHALLENGE_LIFE;
  const what = { seed, bits: 4, from, until };
  return signChallenge(world.keyring, { ...WHOSE, ...whose }, what);
}

Deno.test("checkChallenge() takes the work of a real challenge, in any spelling of the name", async () => {
  using world = await openWorld();
  const made = await makeChallenge(world, WHOSE);
  assertEquals(made.bits, 16);
  const answer = solve(made);
  const given = { ...WHOSE, identifier: " ANN ", token: made.token, answer };
  assertEquals(await checkChallenge(world, given), { kind: "work" });
});

const REFUSED: [string, (world: World, made: Challenge) => object][] = [
  ["for another deed", (world) => ({
    ...solved(cheap(world, { action: "help" })),
  })],
  ["for another name", () => ({ identifier: "ben" })],
  ["from another block", () => ({ block: "198.51.100.0/24" })],
  ["with a changed seed", (_, { token }) => ({
    token: (token.startsWith("A") ? "B" : "A") + token.slice(1),
  })],
  ["with fewer bits in its text", (_, { token }) => ({
    token: token.replace(/^([\w-]+)\.4\./, "$1.1."),
  })],
  ["with a shorter wait in its text", (_, { token, from }) => ({
    token: token.replace(from.toString(36), (from - 9_999).toString(36)),
    answer: "",
  })],
  ["of another server", () => {
    const key = { id: "k1", secret: new Uint8Array(32).fill(8) };
    const what = { seed: "A".repeat(24), bits: 1, from: 0, until: 2 ** 42 };
    return solved(signChallenge(keyring([key]), WHOSE, what));
  }],
  ["with a number that solves less", (_, made) => ({
    answer: unsolved(made),
  })],
  ["with no number", () => ({ answer: "x" })],
  ["that is none", () => ({ token: "none" })],
];

function solved(made: Challenge) {
  return { token: made.token, answer: solve(made) };
}

/** A number with at least one zero bit, and fewer than asked. */
function unsolved({ seed, bits }: Challenge): string {
  let n = 0;
  while (!isSolution(seed, `${n}`, 1) || isSolution(seed, `${n}`, bits)) n++;
  return `${n}`;
}

Deno.test.each(REFUSED)("checkChallenge() refuses one %s", async (_, twist) => {
  using world = await openWorld();
  const made = cheap(world);
  const given = { ...WHOSE, ...solved(made), ...twist(world, made) };
  assertEquals(await checkChallenge(world, given), { kind: "wrong" });
  assertEquals(world.events, ["challenge_fail"]);
  const right = { ...WHOSE, ...solved(made) };
  assertEquals(await checkChallenge(world, right), { kind: "work" });
});

Deno.test("checkChallenge() takes each once, by work or by waiting", async () => {
  using world = await openWorld();
  const made = cheap(world);
  const worked = { ...WHOSE, ...solved(made) };
  assertEquals(await checkChallenge(world, worked), { kind: "work" });
  assertEquals(await checkChallenge(world, worked), { kind: "used" });
  world.wait(MINUTE);
  const waited = { ...worked, answer: "" };
  assertEquals(await checkChallenge(world, waited), { kind: "used" });
});

Deno.test("checkChallenge() lets one of 200 through that come with the same", async () => {
  using world = await openWorld();
  const given = { ...WHOSE, ...solved(cheap(world)) };
  const all = await Promise.all(
    Array.from({ length: 200 }, () => checkChallenge(world, given)),
  );
  assertEquals(all.filter(({ kind }) => kind === "work").length, 1);
  assertEquals(all.filter(({ kind }) => kind === "used").length, 199);
});

Deno.test("checkChallenge() takes a wait that is over, and keeps the challenge of one that is not", async () => {
  using world = await openWorld();
  const made = await makeChallenge(world, WHOSE);
  const given = { ...WHOSE, token: made.token, answer: "" };
  world.wait(9_999);
  const early = await checkChallenge(world, given);
  assertEquals(early, { kind: "early", challenge: made });
  world.wait(1);
  assertEquals(await checkChallenge(world, given), { kind: "ticket" });
});

Deno.test("checkChallenge() takes none after ten minutes, by work or by waiting", async () => {
  using world = await openWorld();
  const made = cheap(world);
  const given = { ...WHOSE, ...solved(made) };
  assertEquals(CHALLENGE_LIFE <= 10 * MINUTE, true);
  world.wait(CHALLENGE_LIFE);
  assertEquals(await checkChallenge(world, given), { kind: "late" });
  const waited = { ...given, answer: "" };
  assertEquals(await checkChallenge(world, waited), { kind: "late" });
});

Deno.test("checkChallenge() lets fewer through that wait than that work", async () => {
  using world = await openWorld();
  const [{ max, within }] = LIMITS.aikagi.challenge.ticket.block as [
    { max: number; within: number },
  ];
  const wait = async () => {
    const { token } = cheap(world);
    world.wait(10_000);
    return await checkChallenge(world, { ...WHOSE, token, answer: "" });
  };
  const first = world.now() + 10_000;
  for (let i = 0; i < max; i++) {
    assertEquals(await wait(), { kind: "ticket" });
  }
  const until = first + within;
  assertEquals(await wait(), { kind: "limit", until });
  const worked = { ...WHOSE, ...solved(cheap(world)) };
  assertEquals(await checkChallenge(world, worked), { kind: "work" });
  const elsewhere = { identifier: "ann", block: "198.51.100.0/24" };
  const { token } = cheap(world, elsewhere);
  world.wait(10_000);
  const there = { ...elsewhere, token, answer: "" };
  assertEquals(await checkChallenge(world, there), { kind: "ticket" });
  world.wait(until - world.now() - 10_000);
  assertEquals(await wait(), { kind: "ticket" });
});

Deno.test("makeChallenge() asks for more the more were passed, up to 20 bits, and forgets", async () => {
  using world = await openWorld();
  const { max } = LIMITS.aikagi.challenge.name;
  const bits: number[] = [];
  for (let i = 0; i <= max + 2; i++) {
    bits.push((await makeChallenge(world, WHOSE)).bits);
    const given = { ...WHOSE, ...solved(cheap(world)) };
    assertEquals(await checkChallenge(world, given), { kind: "work" });
  }
  assertEquals(bits, [16, 16, 17, 17, 18, 18, 18, 18, 20, 20, 20]);
  const elsewhere = { identifier: "ben", block: "198.51.100.0/24" };
  assertEquals((await makeChallenge(world, elsewhere)).bits, 16);
  world.wait(10 * MINUTE);
  assertEquals((await makeChallenge(world, WHOSE)).bits, 16);
});

Deno.test("makeChallenge() asks the same of a name that nobody has", async () => {
  using world = await openWorld();
  const known = await makeChallenge(world, WHOSE);
  const unknown = await makeChallenge(world, { ...WHOSE, identifier: "zed" });
  assertNotEquals(known.seed, unknown.seed);
  const { bits, from, until } = known;
  assertEquals({ ...unknown, bits, from, until }, unknown);
  assertEquals(known.token.length, unknown.token.length);
});

Deno.test("a challenge names nobody, and neither does the store after it", async () => {
  using world = await openWorld();
  const made = cheap(world);
  assert(!made.token.includes("ann"));
  await checkChallenge(world, { ...WHOSE, ...solved(made) });
  const stored = await Array.fromAsync(world.kv.list({ prefix: [] }));
  const text = JSON.stringify(stored.map(({ key, value }) => [key, value]));
  assert(!text.includes(made.seed));
  assert(!text.includes(BLOCK));
});

Deno.test("checkChallenge() is late where the clock went back to before it was made", async () => {
  using world = await openWorld();
  const given = { ...WHOSE, ...solved(cheap(world)) };
  world.wait(-2 * MINUTE - 1);
  assertEquals(await checkChallenge(world, given), { kind: "late" });
});
