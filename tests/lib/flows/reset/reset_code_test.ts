import { assert, assertEquals } from "@std/assert";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  enterReset,
  resetDestinations,
  sendReset,
} from "@/lib/flows/reset/reset_code.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";
import { laneOf } from "@/lib/domain/lane.ts";
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

const WRONG = "090-9999-9999";
const HOUR = 60 * MINUTE;

async function channels(world: World, cookie: string): Promise<string[]> {
  return resetDestinations(world, await look(world, cookie))
    .map(({ channel }) => channel);
}

Deno.test("sendReset() texts whoever knows the whole number, in any form", async () => {
  for (
    const typed of [
      TYPED,
      "+81 90 1234 5678",
      "０９０１２３４５６７８",
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
      kind: "numbers",
      until,
    });
  }
  assertEquals((await send(world, cookie, { place: 2 })).kind, "sent");
  world.wait(HOUR - 1);
  const again = await begin(world);
  assertEquals((await send(world, again, { typed: TYPED })).kind, "numbers");
  world.wait(1);
  assertEquals((await send(world, again, { typed: TYPED })).kind, "sent");
  assertEquals(world.sent.map(({ channel }) => channel), ["email", "sms"]);
});

Deno.test("sendReset() takes nothing for a number but the number", async () => {
  using world = await openLost();
  const cookie = await begin(world);
  for (const [i, typed] of [null, "", "ring me\r\n"].entries()) {
    assertEquals(await send(world, cookie, { typed }), {
      kind: "mismatch",
      left: 4 - i,
    });
  }
  assertEquals(world.sent, []);
});

Deno.test("sendReset() takes one number of many at once no oftener than in a row", async () => {
  using world = await openLost({ limits: "azure-2016" });
  const cookie = await begin(world);
  const guesses = Array.from(
    { length: 40 },
    (_, i) => (`0909999${String(1000 + i)}`),
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
    const sent = await send(world, own, { place, typed: number });
    assertEquals(sent.kind, "sent");
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
  assertEquals(await keys() - before, 3, "network, address, block");
  const ann = await begin(world);
  const then = await keys();
  await send(world, ann);
  assertEquals(await keys() - then, 5, "network, address twice, domain, site");
});

Deno.test("a code of a reset counts in that reset alone", async () => {
  using world = await openLost();
  const [one, other] = [await begin(world), await begin(world)];
  await send(world, one, { typed: TYPED });
  const code = world.lastCode();
  assertEquals((await enter(world, other, code)).kind, "none");
  const visit = await look(world, one);
  const { support: _, ...practice } = visit.session;
  const run = { ...visit, session: practice };
  assertEquals((await enterReset(world, run, code)).kind, "none");
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

Deno.test("a landline is offered to a stranger as a mobile is, and told from one by whoever knows its number", async () => {
  using world = await openLost({ methods: ["phone"] }, (world) => ({
    phones: [phoneOf(world, "+81312345678", NOON)],
  }));
  const cookie = await begin(world);
  const places = resetDestinations(world, await look(world, cookie));
  assertEquals(places.map(({ channel }) => channel), ["sms", "voice"]);
  const wrong = "03-1234-5679";
  const right = "03-1234-5678";
  const other = await send(world, cookie, { typed: wrong });
  assertEquals(other.kind, "mismatch");
  const answer = await send(world, cookie, { typed: right });
  assertEquals(answer, { kind: "channel", why: "landline" });
  const called = await send(world, cookie, { place: 1, typed: right });
  assertEquals(called.kind, "sent");
  assertEquals(world.sent.length, 1);
});

Deno.test("a landline is told from a mobile no oftener than numbers may be typed", async () => {
  using world = await openLost({ methods: ["phone"] }, (world) => ({
    phones: [phoneOf(world, "+81312345678", NOON)],
  }));
  const cookie = await begin(world);
  const right = "03-1234-5678";
  for (let i = 0; i < 5; i++) {
    const typed = `03-1234-567${i}`;
    assertEquals((await send(world, cookie, { typed })).kind, "mismatch");
  }
  assertEquals((await send(world, cookie, { typed: right })).kind, "numbers");
});

Deno.test("sendReset() in a practice tells no right number from a wrong one while the phone is blocked", async () => {
  using world = await openLost();
  const visit = await world.visit(await world.enter());
  const until = NOON + HOUR;
  const failures = { phone: { wrong: 20, since: NOON, until } };
  const person = { ...visit.person, failures };
  const [destination] = resetDestinations(world, visit);
  assert(destination);
  const asked = { destination, block: BLOCK, locale: "en" };
  for (const typed of [WRONG, TYPED]) {
    const answer = await sendReset(world, { ...visit, person }, {
      ...asked,
      typed,
    });
    assertEquals(answer, { kind: "blocked", until });
  }
  const { kind } = await sendReset(world, visit, { ...asked, typed: TYPED });
  assertEquals(kind, "sent");
  await world.settle();
});

Deno.test("sendReset() of a stranger over the limit goes by the number, and sends a long code", async () => {
  using world = await openLost();
  const cookie = await begin(world);
  const { session, person, entries } = await look(world, cookie);
  const failures = {
    [`${laneOf(session)}.phone`]: {
      wrong: 20,
      since: NOON,
      until: NOON + HOUR,
    },
  };
  await commit(world.kv, [change(entries.person, { ...person, failures })]);
  const wrong = await send(world, cookie, { typed: WRONG });
  assertEquals(wrong.kind, "mismatch");
  assertEquals(await send(world, cookie, { typed: TYPED }), { kind: "sent" });
  assertEquals(world.lastCode().length, 20);
});
