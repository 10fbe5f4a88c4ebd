/** What the owner does, and what others who share a number do: a stranger who watches sees none of it. */
import { assert, assertEquals } from "@std/assert";
import type { Account } from "@/lib/directory/directory.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER, nextEpoch, type Person } from "@/lib/domain/person.ts";
import { finishReset } from "@/lib/flows/reset/finish_reset.ts";
import { linkedReset } from "@/lib/flows/reset/mail_link.ts";
import { noteElsewhere, noteReset } from "@/lib/flows/reset/note_proof.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import {
  ANN,
  NEW,
  openLost,
  TYPED,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, note, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { ask, begin, isOn, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { emailOf, putPerson } from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  PASSWORD,
  readCode,
  type World,
} from "@/tests/support/world.ts";

const DEVICE = "D".repeat(22);
const HOME = "198.51.100.0/24";
const WRONG = "090-1234-0000";
const PEOPLE: Account[] = [{ id: ANN, userName: "ann", groups: ["staff"] }];

async function edit(world: World, make: (person: Person) => Person) {
  const [entry] = await read(world.kv, [personRef(ANN)] as const);
  await commit(world.kv, [change(entry, make(entry.value ?? NEWCOMER))]);
}

/** Ann sets a new password, from home, on a device that knows her. */
async function getBackIn(world: World): Promise<void> {
  const typed = { userName: "ann", password: PASSWORD, block: HOME };
  assert((await signIn(world, { ...typed, device: DEVICE })).ok);
  const cookie = await begin(world, { device: DEVICE, block: HOME });
  assert((await look(world, cookie)).session.lane !== null);
  await send(world, cookie, { typed: TYPED, block: HOME });
  assertEquals((await enter(world, cookie, world.lastCode())).kind, "right");
  const done = await look(world, await note(world, cookie, "sms"));
  assertEquals(await finishReset(world, done, NEW), { kind: "done" });
  await world.settle();
}

/** What happens to ann while a stranger is in a reset of hers. */
const EVENTS: readonly (readonly [string, (world: World) => Promise<void>])[] =
  [
    ["gets back in", getBackIn],
    [
      "changes the password",
      (world) =>
        edit(world, (who) => ({ ...who, epoch: nextEpoch(who, world.now()) })),
    ],
    [
      "is frozen",
      (world) =>
        edit(
          world,
          (who) => freeze(who, { changedAt: NOON, now: world.now() }),
        ),
    ],
    ["is disabled", async (world) => {
      const gone = PEOPLE.map((each) => ({ ...each, disabled: true }));
      const { find } = memoryDirectory(PASSWORD, gone);
      const get = () => Promise.resolve(null);
      world.directory = { ...world.directory, find, get };
      await edit(world, (who) => ({ ...who, epoch: who.epoch + 1 }));
    }],
    ["is changed while the directory is down", async (world) => {
      const get = () => Promise.reject(new Error("down"));
      world.directory = { ...world.directory, get };
      await edit(world, (who) => ({ ...who, epoch: who.epoch + 1 }));
    }],
  ];

async function shown(world: World, cookie: string) {
  const visit = await look(world, cookie);
  await world.settle();
  const { verification } = visit;
  return {
    ways: resetWays(world, visit),
    places: resetDestinations(world, visit)
      .map(({ index, channel }) => `${index} ${channel}`),
    support: visit.session.support,
    code: verification && {
      step: verification.step,
      until: verification.until,
      tries: verification.tries,
      resendAt: verification.resendAt,
    },
  };
}

const wrongCode = async (world: World, cookie: string) => {
  const code = world.keyring.open(
    "code",
    (await look(world, cookie)).verification?.code ?? "",
  );
  return await enter(world, cookie, code === "111111" ? "222222" : "111111");
};

Deno.test.each(EVENTS)(
  "a stranger's reset goes on as it was when its person %s",
  async (_, happens) => {
    using world = await openLost();
    world.directory = memoryDirectory(PASSWORD, PEOPLE);
    const cookie = await begin(world);
    assertEquals((await send(world, cookie, { place: 2 })).kind, "sent");
    const old = world.lastCode();
    assertEquals(await wrongCode(world, cookie), { kind: "wrong", left: 4 });
    const before = await shown(world, cookie);
    await happens(world);
    assertEquals(await shown(world, cookie), before);
    assertEquals(await enter(world, cookie, old), { kind: "wrong", left: 3 });
    assertEquals((await send(world, cookie, { place: 2 })).kind, "waiting");
    world.wait(MINUTE);
    const told = world.sent.length;
    assertEquals((await send(world, cookie, { place: 2 })).kind, "sent");
    const { code } = await shown(world, cookie);
    assertEquals([code?.until, code?.tries], [before.code?.until, 2]);
    const again = world.sent.slice(told).map(readCode);
    assert(!again.includes(old));
    for (let i = 0; i < 5; i++) {
      world.wait(10 * MINUTE);
      assert(await isOn(world, cookie));
    }
    world.wait(9 * MINUTE);
    assert(!await isOn(world, cookie));
  },
);

Deno.test.each(EVENTS)(
  "a reset with a proof is over when its person %s",
  async (_, happens) => {
    using world = await openLost();
    world.directory = memoryDirectory(PASSWORD, PEOPLE);
    const cookie = await note(world, await begin(world), "email");
    await happens(world);
    assert(!await isOn(world, cookie));
  },
);

Deno.test("a code that is sent after a change is good, and the link of one before it is not", async () => {
  using world = await openLost({ methods: ["email"], mailLink: "yes" });
  const cookie = await begin(world);
  await send(world, cookie);
  const [, token = ""] = /link\?t=(\S+)/.exec(world.sent.at(-1)?.text ?? "") ??
    [];
  assert(await linkedReset(world, token) !== null);
  await edit(world, (who) => ({ ...who, epoch: who.epoch + 1 }));
  assertEquals(await linkedReset(world, token), null);
  world.wait(MINUTE);
  await send(world, cookie);
  assertEquals((await enter(world, cookie, world.lastCode())).kind, "right");
  const next = await note(world, cookie, "email");
  assertEquals(await finishReset(world, await look(world, next), NEW), {
    kind: "done",
  });
  await world.settle();
});

Deno.test("what a stranger has used up stays used up when the owner gets back in", async () => {
  using world = await openLost();
  world.directory = memoryDirectory(PASSWORD, PEOPLE);
  const cookie = await begin(world);
  const type = async () =>
    (await send(world, await begin(world), { typed: WRONG })).kind;
  while (await type() === "mismatch");
  for (;;) {
    const { kind } = await ask(world);
    if (kind === "limit") break;
  }
  const before = [
    await ask(world),
    await send(world, cookie, { typed: WRONG }),
  ];
  await getBackIn(world);
  const after = [await ask(world), await send(world, cookie, { typed: WRONG })];
  assertEquals(after, before);
});

/** Nia and ned have one address. */
async function openShared(): Promise<World> {
  const world = await openLost({ methods: ["email"] });
  const people = ["nia", "ned"].map((userName) => ({
    id: `a-${userName}`,
    userName,
    groups: [],
  }));
  world.directory = memoryDirectory(PASSWORD, people);
  const email = emailOf(world, "family@mail.example", NOON);
  for (const { id } of people) await putPerson(world, id, { email });
  return world;
}

/** Sends from ever other networks until that is refused. */
async function useUp(world: World, identifier: string): Promise<number> {
  for (let sent = 0;; sent++) {
    const block = `192.0.${Math.floor(sent / 4)}.0/24`;
    const cookie = await begin(world, { identifier, block });
    if ((await send(world, cookie, { block })).kind !== "sent") return sent;
  }
}

Deno.test("an address that another account's codes have used up looks as if it were not", async () => {
  using world = await openShared();
  const used = await useUp(world, "nia");
  assert(used > 5, `${used}`);
  const before = world.sent.length;
  world.events.length = 0;
  assertEquals(await useUp(world, "ned"), used);
  assertEquals(world.sent.length, before);
  assert(world.events.includes("excess_rate_limit_exceeded"));
  assertEquals(await useUp(world, "nobody"), used);
});

Deno.test("the owner on a known device is told, and has room of their own", async () => {
  using world = await openShared();
  await useUp(world, "nia");
  const typed = { userName: "ned", password: PASSWORD, block: BLOCK };
  assert((await signIn(world, { ...typed, device: DEVICE })).ok);
  const own = { identifier: "ned", device: DEVICE, block: HOME };
  const cookie = await begin(world, own);
  assertEquals((await send(world, cookie, { block: HOME })).kind, "sent");
  assertEquals(world.sent.at(-1)?.to, "family@mail.example");
});

Deno.test("a proof from before its person's sessions ended counts in no reset that goes on", async () => {
  for (const happens of EVENTS.map(([, happens]) => happens)) {
    using world = await openLost();
    world.directory = memoryDirectory(PASSWORD, PEOPLE);
    const cookie = await begin(world);
    const before = await look(world, cookie);
    await happens(world);
    assert(await isOn(world, cookie));
    assertEquals(await noteReset(world, before, "email"), null);
    const proof = { proof: "email", block: BLOCK } as const;
    assertEquals(await noteElsewhere(world, before, proof), null);
    const { session } = await look(world, cookie);
    assertEquals(session.practice, []);
  }
});
