import { assertEquals } from "@std/assert";
import type { Deps } from "@/lib/flows/deps.ts";
import { enterReset, resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { enterPractice } from "@/lib/flows/registration/practice_code.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { noteReset } from "@/lib/flows/reset/note_proof.ts";
import { openReset } from "@/lib/flows/reset/open_reset.ts";
import { openResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { drawCodes } from "@/lib/flows/recovery_codes/draw_codes.ts";
import {
  ANN,
  NUMBER,
  openLost,
  TYPED,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, note, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { phoneOf, putPerson, SEED } from "@/tests/support/people.ts";
import { appShows } from "@/tests/support/totp.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  type World,
} from "@/tests/support/world.ts";

const WRONG = { number: "090-9999-9999", region: "JP" };
const HOUR = 60 * MINUTE;

async function channels(world: World, cookie: string): Promise<string[]> {
  return resetDestinations(world, await look(world, cookie))
    .map(({ channel }) => channel);
}

Deno.test("sendReset() texts whoever knows the whole number, in any form", async () => {
  for (
    const typed of [
      TYPED,
      { number: "+81 90 1234 5678", region: "" },
      { number: "０９０１２３４５６７８", region: "JP" },
    ]
  ) {
    using world = await openLost();
    const cookie = await begin(world);
    assertEquals(await send(world, cookie, { typed }), { kind: "sent" });
    assertEquals(world.sent.map(({ to }) => to), ["+819012345678"]);
    assertEquals((await enter(world, cookie, world.lastCode())).kind, "right");
    const next = await note(world, cookie, "sms");
    assertEquals(await openResetVisit(world, cookie), null);
    const { session, verification } = await look(world, next);
    assertEquals(session.practice, ["sms"]);
    assertEquals(verification, null);
    assertEquals((await send(world, next, { place: 2 })).kind, "none");
  }
});

Deno.test("sendReset() counts wrong numbers, never says the right one, and takes none past the limit", async () => {
  using world = await openLost();
  const cookie = await begin(world);
  const lefts: unknown[] = [];
  for (let i = 0; i < 5; i++) {
    lefts.push(await send(world, cookie, { typed: WRONG }));
  }
  assertEquals(
    lefts,
    [4, 3, 2, 1, 0].map((left) => ({ kind: "mismatch", left })),
  );
  const until = NOON + HOUR;
  for (const typed of [WRONG, TYPED]) {
    assertEquals(await send(world, cookie, { typed }), {
      kind: "limit",
      until,
    });
  }
  assertEquals((await send(world, cookie, { place: 2 })).kind, "sent");
  world.wait(HOUR - 1);
  const again = await begin(world);
  assertEquals((await send(world, again, { typed: TYPED })).kind, "limit");
  world.wait(1);
  assertEquals((await send(world, again, { typed: TYPED })).kind, "sent");
  assertEquals(world.sent.map(({ channel }) => channel), ["email", "sms"]);
});

Deno.test("sendReset() counts no text that is no number, and takes none without one", async () => {
  using world = await openLost();
  const cookie = await begin(world);
  for (
    const typed of [null, { number: "", region: "JP" }, {
      number: "ring me\r\n",
      region: "__proto__",
    }]
  ) {
    assertEquals(await send(world, cookie, { typed }), {
      kind: "mismatch",
      left: 5,
    });
  }
  assertEquals(world.sent, []);
});

Deno.test("sendReset() takes one number of many at once no oftener than in a row", async () => {
  using world = await openLost({ limits: "azure-2016" });
  const cookie = await begin(world);
  const guesses = Array.from(
    { length: 40 },
    (_, i) => ({ number: `0909999${String(1000 + i)}`, region: "JP" }),
  );
  const answers = await Promise.all(
    guesses.map((typed) => send(world, cookie, { typed })),
  );
  const counted = answers.filter(({ kind }) => kind === "mismatch").length;
  assertEquals(counted, 5);
});

Deno.test("sendReset() sends the code again, by call as well, without the number being typed anew", async () => {
  using world = await openLost();
  const cookie = await begin(world);
  await send(world, cookie, { typed: TYPED });
  assertEquals((await send(world, cookie)).kind, "waiting");
  world.wait(2 * MINUTE);
  assertEquals((await send(world, cookie, { place: 1 })).kind, "sent");
  assertEquals(world.sent.map(({ channel }) => channel), ["sms", "voice"]);
  const other = await begin(world);
  assertEquals((await send(world, other)).kind, "mismatch");
});

Deno.test("sendReset() goes nowhere that was not offered", async () => {
  using world = await openLost();
  const cookie = await begin(world);
  for (
    const destination of [
      { index: "k1.other", channel: "sms" },
      { index: "", channel: "email" },
    ] as const
  ) {
    assertEquals((await send(world, cookie, { destination })).kind, "none");
  }
});

Deno.test("sendReset() calls the office phone, and takes what the directory has where that is as good as confirmed", async () => {
  const contact = {
    mobile: "+81 90 8765 4321",
    email: "ann@home.example",
    officePhone: { number: "+81 3-1234-5678", extension: "12" },
  };
  const policy = {
    methods: ["phone", "email", "officePhone"],
    useDirectoryContacts: "confirmed",
  } as const;
  using plain = await openWorld(policy);
  const account = { id: ANN, userName: "ann", groups: [], contact };
  const find = () => Promise.resolve(account);
  const world = { ...plain, directory: { ...plain.directory, find } };
  const cookie = await begin(world);
  assertEquals(await channels(world, cookie), [
    "sms",
    "voice",
    "email",
    "voice",
  ]);
  for (
    const [place, number, to] of [
      [0, "090-8765-4321", "+819087654321"],
      [2, null, "ann@home.example"],
      [3, "03-1234-5678", "+81312345678"],
    ] as const
  ) {
    const own = await begin(world);
    const typed = number === null ? null : { number, region: "JP" };
    assertEquals((await send(world, own, { place, typed })).kind, "sent");
    const last = world.sent.at(-1);
    assertEquals(last?.to, to);
    const { verification } = await look(world, own);
    const code = world.keyring.open("code", verification?.code ?? "");
    assertEquals((await enter(world, own, code)).kind, "right");
  }
});

Deno.test("a decoy's message is claimed and settled, and never given to the delivery", async () => {
  using world = await openLost({ methods: ["email"] });
  const cookie = await begin(world, { identifier: "nobody" });
  assertEquals((await send(world, cookie)).kind, "sent");
  assertEquals(world.sent, []);
  assertEquals((await look(world, cookie)).receipt?.state, "sent");
  assertEquals((await enter(world, cookie, "000000")).kind, "wrong");
});

Deno.test("a decoy's message stands as real ones do while the gateway is away", async () => {
  using world = await openLost({ methods: ["email"] });
  world.gateway.receipt = { ok: false, why: "unreachable" };
  const states: unknown[] = [];
  for (const identifier of ["ann", "nobody"]) {
    const cookie = await begin(world, { identifier });
    await send(world, cookie);
    states.push((await look(world, cookie)).receipt);
  }
  assertEquals(states[1], states[0]);
  world.gateway.receipt = { ok: false, why: "refused" };
  const cookie = await begin(world);
  world.wait(2 * MINUTE);
  await send(world, cookie);
  const nobody = await begin(world, { identifier: "nobody2" });
  await send(world, nobody);
  assertEquals((await look(world, nobody)).receipt?.state, "sent");
});

Deno.test("a decoy's message uses up nothing that everybody shares", async () => {
  using world = await openLost({ methods: ["email"] });
  const keys = async () => {
    const entries = await Array.fromAsync(
      world.kv.list({ prefix: ["usage"] }),
    );
    return entries.length;
  };
  const nobody = await begin(world, { identifier: "nobody" });
  const before = await keys();
  await send(world, nobody);
  assertEquals(await keys() - before, 3, "address, account, block");
  const ann = await begin(world);
  const then = await keys();
  await send(world, ann);
  assertEquals(await keys() - then, 4, "address, account, domain, site");
});

Deno.test("a code of a reset counts in that reset alone", async () => {
  using world = await openLost();
  const [one, other] = [await begin(world), await begin(world)];
  await send(world, one, { typed: TYPED });
  const code = world.lastCode();
  assertEquals((await enter(world, other, code)).kind, "none");
  const visit = await look(world, one);
  assertEquals((await enterPractice(world, visit, code)).kind, "none");
  assertEquals((await enter(world, one, code)).kind, "right");
  assertEquals((await enter(world, one, code)).kind, "used");
});

Deno.test("of 200 at once one uses a code, a recovery code, a step of the app, and a reset's token", async () => {
  using world = await openLost({
    methods: ["phone", "totp", "recoveryCodes"],
  });
  const drawn = await drawCodes(world, ANN, 2);
  await putPerson(world, ANN, {
    ...withApp(world),
    phones: [phoneOf(world, NUMBER, NOON)],
    recoveryCodes: {
      hashes: drawn.map(({ hash }) => hash),
      confirmedAt: NOON,
    },
  });
  const cookie = await begin(world);
  await send(world, cookie, { typed: TYPED });
  const all = <Answer>(job: () => Promise<Answer>) =>
    Promise.all(Array.from({ length: 200 }, job));
  const rights = (answers: readonly { kind: string }[]) =>
    answers.filter(({ kind }) => kind === "right").length;
  const sent = world.lastCode();
  const visit = await look(world, cookie);
  assertEquals(rights(await all(() => enterReset(world, visit, sent))), 1);
  const shown = appShows(SEED, world.now());
  const app = proofCase(await look(world, cookie));
  assertEquals(rights(await all(() => takeTotp(world, app, shown))), 1);
  const saved = proofCase(await look(world, cookie));
  const code = drawn[0]?.code ?? "";
  const used = await all(() => proveRecoveryCode(world, saved, code));
  assertEquals(rights(used), 1);
  const last = await look(world, cookie);
  const moved = await all(() => noteReset(world, last, "sms"));
  assertEquals(moved.filter((each) => each !== null).length, 1);
  await world.settle();
});

Deno.test("a reset of a store that is contended is opened all the same", async () => {
  using world = await openLost();
  let refusals = 3;
  const kv = new Proxy(world.kv, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "atomic" || refusals-- <= 0) {
        return typeof value === "function" ? value.bind(target) : value;
      }
      return () =>
        target.atomic().check({ key: ["policy"], versionstamp: null });
    },
  });
  const deps: Deps = { ...world, kv };
  const request = { identifier: "ann", block: BLOCK, locale: "en" };
  const answer = await openReset(deps, {
    ...request,
    device: null,
    passed: "none",
  });
  assertEquals(answer.kind, "opened");
});
