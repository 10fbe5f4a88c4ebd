/** A name that a stranger has seen shows the same once its owner may not get to the end. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { Account, Directory } from "@/lib/directory/directory.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { chooseGoal } from "@/lib/flows/reset/choose_goal.ts";
import { finishReset } from "@/lib/flows/reset/finish_reset.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { listOutgoing } from "@/lib/store/outbox.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit, read } from "@/lib/store/records.ts";
import { decoyRef } from "@/lib/store/resets.ts";
import { asking } from "@/tests/lib/flows/reset/asked_directory.ts";
import {
  ANN,
  NEW,
  openLost,
  TYPED,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, note, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { begin, isOn, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { countingKv, type KvCount } from "@/tests/support/counting_kv.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { SEED } from "@/tests/support/people.ts";
import { appShows } from "@/tests/support/totp.ts";
import { NOON, PASSWORD, type World } from "@/tests/support/world.ts";

const DAY = 24 * 60 * 60_000;
const POLICY: Partial<Policy> = {
  methods: ["phone", "email", "totp"],
  unlock: "yes",
};

const OF_ANN: Account = {
  id: ANN,
  userName: "ann",
  groups: ["staff"],
  contact: { email: "ann@work.example" },
};

/** What happens to ann, and the world as it is then. */
type Stop = (world: World) => World | Promise<World>;

function withDirectory(world: World, account: Account): World {
  const directory: Directory = memoryDirectory(PASSWORD, [account]);
  return { ...world, directory };
}

async function edit(
  world: World,
  make: (person: Person) => Person,
): Promise<World> {
  const [entry] = await read(world.kv, [personRef(ANN)] as const);
  await commit(world.kv, [change(entry, make(entry.value ?? NEWCOMER))]);
  return world;
}

async function setPolicy(world: World, policy: Partial<Policy>) {
  const set = { ...DEFAULT_POLICY, ...POLICY, ...policy };
  await commit(world.kv, [change(guarded(policyRef()), set)]);
  return world;
}

const FROZEN: Stop = (world) =>
  edit(world, (person) => freeze(person, { changedAt: NOON, now: NOON }));

const STOPS: readonly (readonly [string, Stop])[] = [
  ["frozen", FROZEN],
  ["disabled", (world) => withDirectory(world, { ...OF_ANN, disabled: true })],
  [
    "taken out of the groups",
    (world) => setPolicy(world, { register: "groups", groups: ["others"] }),
  ],
];

async function openStopped(): Promise<World> {
  return withDirectory(await openLost(POLICY, withApp), OF_ANN);
}

async function seen(world: World, identifier = "ann") {
  world.wait(2 * DAY);
  const visit = await look(world, await begin(world, { identifier }));
  return {
    ways: resetWays(world, visit),
    places: resetDestinations(world, visit)
      .map(({ index, channel }) => `${index} ${channel}`),
  };
}

Deno.test.each(STOPS)(
  "the hints of somebody who is %s stay, by each of their names",
  async (_, stop) => {
    using open = await openStopped();
    const before = await seen(open);
    assertEquals(before.places.length, 3);
    const world = await stop(open);
    assertEquals(await seen(world), before);
    assertEquals(await seen(world, "ann@work.example"), before);
    const visit = await look(world, await begin(world));
    assert(visit.session.decoy);
  },
);

Deno.test.each(STOPS)(
  "to somebody who is %s nothing is sent, and no proof is right",
  async (_, stop) => {
    using open = await openStopped();
    const world = await stop(open);
    const cookie = await begin(world);
    assertEquals((await send(world, cookie, { typed: TYPED })).kind, "sent");
    assertEquals(world.sent, []);
    const code = await enter(world, cookie, "000000");
    assertEquals(code, { kind: "wrong", left: 4 });
    const visit = await look(world, cookie);
    const taken = await takeTotp(
      world,
      proofCase(visit),
      appShows(SEED, world.now()),
    );
    assertEquals(taken.kind, "wrong");
    const [{ value: person }] = await read(world.kv, [personRef(ANN)] as const);
    assertEquals(person?.totp?.step, 0);
  },
);

/** What is kept of ann, and of whoever stands in for her, with its version. */
async function kept({ kv }: World) {
  const entries = await read(kv, [personRef(ANN), decoyRef(ANN)] as const);
  return entries.map(({ value, versionstamp }) => ({ value, versionstamp }));
}

/** Goes to the end of ann's reset with those proofs, where nothing may come of it. */
async function finishInVain(open: World, ...proofs: Proof[]): Promise<void> {
  const { world, asked } = asking(open);
  for (const goal of ["password", "unlock"] as const) {
    const cookie = await note(world, await begin(world), ...proofs);
    await chooseGoal(world, await look(world, cookie), goal);
    const visit = await look(world, cookie);
    assert(visit.session.decoy);
    const before = await kept(world);
    const password = goal === "password" ? NEW : null;
    const answer = await finishReset(world, visit, password);
    await world.settle();
    assertEquals(answer, { kind: "forbidden" }, goal);
    assertEquals(asked, [], goal);
    assertEquals(world.sent, [], goal);
    assertEquals(await listOutgoing(world.kv, () => {}), [], goal);
    assertEquals(await kept(world), before, goal);
    assert(await isOn(world, cookie), "as after any refusal");
  }
}

Deno.test.each(STOPS)(
  "whoever guesses a code of somebody who is %s gets nothing at the end, and nobody is told",
  async (_, stop) => {
    using open = await openStopped();
    await finishInVain(await stop(open), "sms");
  },
);

Deno.test.each(STOPS)(
  "wrong proofs of somebody who is %s go on to be counted where they were",
  async (_, stop) => {
    using open = await openStopped();
    const left = async (world: World) => {
      const visit = await look(world, await begin(world));
      const answer = await takeTotp(world, proofCase(visit), "111111");
      return answer.kind === "wrong" ? answer.left : answer.kind;
    };
    assertEquals(await left(open), 19);
    assertEquals(await left(open), 18);
    const world = await stop(open);
    assertEquals(await left(world), 17);
    assertEquals(await left(world), 16);
  },
);

Deno.test("a number that changed between two freezes is shown as it is now", async () => {
  using world = await openStopped();
  await FROZEN(world);
  const before = await seen(world);
  await edit(world, (person) => {
    const [phone] = person.phones;
    const index = world.keyring.digest("number", "+819012340000");
    const number = world.keyring.seal("number", "+819012340000");
    const phones = phone ? [{ ...phone, index, number }] : [];
    return { ...person, frozenAt: null, doubtedSince: null, phones };
  });
  await FROZEN(world);
  const after = await seen(world);
  assertNotEquals(after.places, before.places);
  assertEquals(after.places.length, 3);
});

Deno.test("who has too few methods keeps those, and gets to the end by what is made up", async () => {
  using world = await openLost({ ...POLICY, required: 2 }, withApp);
  const before = await seen(world);
  await edit(world, (person) => ({ ...person, totp: null }));
  const { ways, places } = await seen(world);
  assertEquals(places, before.places);
  assert(ways.length > 1);
  assertEquals(await seen(world), { ways, places });
  await finishInVain(world, "sms", "totp");
});

Deno.test("recovery codes that are used up stay where they are all that somebody had", async () => {
  const codes = (hash: string | null) => ({
    recoveryCodes: { hashes: [hash, null], confirmedAt: NOON },
  });
  const none = { phones: [], email: null };
  using world = await openLost(
    { methods: ["phone", "email", "recoveryCodes"] },
    () => ({ ...none, ...codes("k1.$argon2id$") }),
  );
  const before = await seen(world);
  assertEquals(before, { ways: ["recoveryCode"], places: [] });
  await edit(world, (person) => ({ ...person, ...codes(null) }));
  assertEquals(await seen(world), before);
});

Deno.test("openReset() reads and writes as much for whoever is stopped", async () => {
  const cost = async (stop: Stop | null, identifier: string) => {
    using open = await openStopped();
    const world = stop === null ? open : await stop(open);
    const count: KvCount = { reads: 0, commits: 0 };
    const kv = countingKv(world.kv, count);
    await begin({ ...world, kv }, { identifier });
    return count;
  };
  const known = await cost(null, "ann");
  assertEquals(await cost(null, "nobody"), known);
  for (const [name, stop] of STOPS) {
    assertEquals(await cost(stop, "ann"), known, name);
  }
});
