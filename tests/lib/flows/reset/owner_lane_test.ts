/** What a stranger gets wrong or uses up, and the owner on a device that has signed in before. */
import { assert, assertEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import { finishReset } from "@/lib/flows/reset/finish_reset.ts";
import { ownBudgets } from "@/lib/flows/reset/reset_budgets.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import {
  ANN,
  NEW,
  openLost,
  TYPED,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import {
  enter,
  note,
  proved,
  send,
} from "@/tests/lib/flows/reset/reset_proofs.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { ask, begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  PASSWORD,
  type World,
} from "@/tests/support/world.ts";

/** Ann's reset on a device that has signed in before. */
async function own(world: World): Promise<string> {
  const device = "D".repeat(22);
  const typed = { userName: "ann", password: PASSWORD, block: BLOCK };
  assert((await signIn(world, { ...typed, device })).ok);
  const cookie = await begin(world, { device });
  assert((await look(world, cookie)).session.lane !== null);
  return cookie;
}

const { wrong } = LIMITS.aikagi.method;

Deno.test("wrong codes of an app that a stranger types stop nobody on a device of the owner's", async () => {
  using world = await openLost({ methods: ["totp"] }, withApp);
  const stranger = await begin(world);
  const type = async (cookie: string) =>
    (await takeTotp(world, proofCase(await look(world, cookie)), "000000"))
      .kind;
  for (let i = 0; i < wrong; i++) await type(stranger);
  assertEquals(await type(stranger), "four");
  const cookie = await own(world);
  assertEquals(resetWays(world, await look(world, cookie)), ["totp"]);
  for (let i = 1; i < wrong; i++) assertEquals(await type(cookie), "wrong");
  assertEquals(await type(cookie), "four");
  assertEquals(await type(await own(world)), "four");
});

Deno.test("so with recovery codes", async () => {
  using world = await openLost({ methods: ["recoveryCodes"] }, () => ({
    recoveryCodes: { hashes: ["k0.none"], confirmedAt: NOON },
  }));
  const type = async (cookie: string) => {
    const proving = proofCase(await look(world, cookie));
    return (await proveRecoveryCode(world, proving, "0123456789ABC")).kind;
  };
  const stranger = await begin(world);
  for (let i = 0; i < wrong; i++) await type(stranger);
  assertEquals(await type(stranger), "blocked");
  assertEquals(await type(await own(world)), "wrong");
});

Deno.test("so with mails that a stranger has sent, and their codes", async () => {
  using world = await openLost();
  let tried = 0;
  for (;;) {
    const stranger = await begin(world);
    if ((await send(world, stranger, { place: 2 })).kind !== "sent") break;
    for (let i = 0; i < 5; i++, tried++) {
      await enter(
        world,
        stranger,
        world.lastCode() === "000000" ? "1" : "000000",
      );
    }
    world.wait(3 * MINUTE);
  }
  assert(tried >= wrong, `${tried}`);
  const cookie = await own(world);
  assertEquals((await send(world, cookie, { place: 2 })).kind, "sent");
  assertEquals((await enter(world, cookie, world.lastCode())).kind, "right");
});

Deno.test("so with numbers that a stranger types", async () => {
  using world = await openLost();
  const stranger = await begin(world);
  const typed = "090-1234-0000";
  for (let i = 0; i < 5; i++) await send(world, stranger, { typed });
  assertEquals((await send(world, stranger, { typed: TYPED })).kind, "numbers");
  assertEquals(
    (await send(world, await own(world), { typed: TYPED })).kind,
    "sent",
  );
});

const DEVICE = "D".repeat(22);

/** Whether a reset that begins there has the device's lane. */
async function isKnown(world: World, identifier = "ann"): Promise<boolean> {
  const cookie = await begin(world, { identifier, device: DEVICE });
  return (await look(world, cookie)).session.lane !== null;
}

async function signInThere(world: World, password: string): Promise<boolean> {
  const typed = { userName: "ann", password, block: BLOCK, device: DEVICE };
  return (await signIn(world, typed)).ok;
}

const ADDRESS = "ann@corp.example";

Deno.test("a device is known to the account, in whichever spelling a reset begins", async () => {
  using world = await openLost({ ownDomains: ["corp.example"] });
  const account = { id: ANN, userName: "ann", groups: [] };
  const contact = { email: "ann@mail.example" };
  world.directory = memoryDirectory(PASSWORD, [{ ...account, contact }]);
  assert(await signInThere(world, PASSWORD));
  for (const name of ["ann", " ANN", ADDRESS, "ann@mail.example"]) {
    assert(await isKnown(world, name), name);
  }
  assert(!await isKnown(world, "nobody"));
});

Deno.test("a reset makes every device a stranger's, until it signs in again", async () => {
  using world = await openLost();
  assert(await signInThere(world, PASSWORD));
  assert(await isKnown(world));
  const visit = await look(world, await proved(world));
  assertEquals(await finishReset(world, visit, NEW), { kind: "done" });
  await world.settle();
  assert(!await isKnown(world));
  assert(await signInThere(world, NEW));
  assert(await isKnown(world));
});

Deno.test("a reset that the directory did not take leaves the devices known", async () => {
  using world = await openLost();
  assert(await signInThere(world, PASSWORD));
  const setPassword = () => Promise.resolve({ kind: "unreachable" } as const);
  const down = { ...world, directory: { ...world.directory, setPassword } };
  const visit = await look(world, await proved(world));
  await finishReset(down, visit, NEW);
  assert(await isKnown(world));
});

Deno.test("“this was not me” makes every device a stranger's", async () => {
  using world = await openLost();
  assert(await signInThere(world, PASSWORD));
  const [person] = await read(world.kv, [personRef(ANN)] as const);
  const at = { changedAt: NOON, now: NOON };
  const frozen = freeze(person.value ?? NEWCOMER, at);
  await commit(world.kv, [change(person, { ...frozen, frozenAt: null })]);
  assert(!await isKnown(world));
});

Deno.test("all the devices that know somebody have one budget of texts, new ones as well", async () => {
  using world = await openLost();
  const text = async (i: number) => {
    const device = `${i}`.repeat(22);
    const typed = { userName: "ann", password: PASSWORD, block: BLOCK };
    assert((await signIn(world, { ...typed, device })).ok);
    const cookie = await begin(world, { device });
    assert((await look(world, cookie)).session.lane !== null);
    return (await send(world, cookie, { typed: TYPED })).kind;
  };
  const kinds: string[] = [];
  for (let i = 0; i < 6; i++) kinds.push(await text(i));
  assertEquals(kinds, [...Array(5).fill("sent"), "limit"]);
});

Deno.test("a device is counted in one budget by whichever name, which the end gives back", async () => {
  using world = await openLost();
  const account = { id: ANN, userName: "ann", groups: [] };
  const contact = { email: "ann@mail.example" };
  world.directory = memoryDirectory(PASSWORD, [{ ...account, contact }]);
  assert(await signInThere(world, PASSWORD));
  const request = (i: number) => ({
    identifier: i % 2 === 0 ? "ann" : "ann@mail.example",
    device: DEVICE,
  });
  for (let i = 0; i < 20; i++) await begin(world, request(i));
  for (const i of [0, 1]) {
    assertEquals((await ask(world, request(i))).kind, "limit");
  }
  world.wait(60 * MINUTE);
  const cookie = await begin(world, request(1));
  const { session } = await look(world, cookie);
  const refs = ownBudgets(session).map((budget) => budgetRef(world, budget));
  const used = async () =>
    (await read(world.kv, refs)).filter(({ value }) => value !== null).length;
  assertEquals(await used(), 1);
  await send(world, cookie, { typed: TYPED });
  assertEquals((await enter(world, cookie, world.lastCode())).kind, "right");
  const done = await look(world, await note(world, cookie, "sms"));
  assertEquals(await finishReset(world, done, NEW), { kind: "done" });
  await world.settle();
  assertEquals(await used(), 0);
});
