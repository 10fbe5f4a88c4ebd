import { assert, assertEquals } from "@std/assert";
import type {
  Directory,
  SetPasswordAnswer,
} from "@/lib/directory/directory.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { chooseGoal } from "@/lib/flows/reset/choose_goal.ts";
import { finishReset } from "@/lib/flows/reset/finish_reset.ts";
import { noteReset } from "@/lib/flows/reset/note_proof.ts";
import { openResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { sweep } from "@/lib/flows/sweep.ts";
import { change } from "@/lib/store/entries.ts";
import { listOutgoing } from "@/lib/store/outbox.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { asking } from "@/tests/lib/flows/reset/asked_directory.ts";
import { ANN, NEW, openLost } from "@/tests/lib/flows/reset/lost_people.ts";
import { note, proved } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { ask, begin, isOn, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { readStop } from "@/tests/support/people.ts";
import { MINUTE, NOON, PASSWORD, type World } from "@/tests/support/world.ts";

async function finish(world: World, cookie: string, password = NEW) {
  const answer = await finishReset(world, await look(world, cookie), password);
  await world.settle();
  return answer;
}

async function personOf(world: World): Promise<Person> {
  const [entry] = await read(world.kv, [personRef(ANN)] as const);
  return entry.value ?? NEWCOMER;
}

/** The same world, with a directory that answers otherwise. */
function answering(world: World, other: Partial<Directory>): Deps {
  return { ...world, directory: { ...world.directory, ...other } };
}

Deno.test("finishReset() sets the password, ends every session, tells every address and signs nobody in", async () => {
  const wrong = { wrong: 3, since: NOON, until: null };
  const wait = { wrong: 20, since: NOON, until: NOON + 24 * 60 * MINUTE };
  using world = await openLost({}, () => ({
    failures: { totp: wrong, recoveryCodes: wait, phone: wrong },
  }));
  const session = await world.enter();
  const other = await note(world, await begin(world), "email");
  const cookie = await proved(world);
  const before = world.sent.length;
  assertEquals(await finish(world, cookie), { kind: "done" });
  assert((await world.directory.verify("ann", NEW)) !== null);
  assert((await world.directory.verify("ann", PASSWORD)) === null);
  assertEquals((await openVisit(world, session)).session, null);
  assert(!await isOn(world, cookie));
  assert(!await isOn(world, other));
  assertEquals(
    (await personOf(world)).failures,
    { totp: wrong, recoveryCodes: wait, phone: wrong },
    "a text from a stranger's device proves no other method, and no other lane",
  );
  const told = world.sent.slice(before);
  assertEquals(told.map(({ to }) => to).toSorted(), [
    "+819012345678",
    "ann@example.com",
  ]);
  assertEquals(new Set(told.map(readStop)).size, 1);
  assert(
    told.every(({ text }) => !text.includes(NEW) && !text.includes("ann")),
  );
  assertEquals(await listOutgoing(world.kv, () => {}), []);
});

Deno.test("finishReset() unlocks without a password, and says so", async () => {
  using world = await openLost({ unlock: "yes" });
  const unlocked: string[] = [];
  const deps = answering(world, {
    unlock: (account) => {
      unlocked.push(account);
      return Promise.resolve({ kind: "set" });
    },
    setPassword: () => Promise.reject(new Error("not asked for")),
  });
  const cookie = await note(world, await begin(world), "sms");
  const undecided = await look(world, cookie);
  assertEquals(await finishReset(deps, undecided, null), { kind: "unproved" });
  await chooseGoal(world, undecided, "unlock");
  const visit = await look(world, cookie);
  assertEquals(await finishReset(deps, visit, null), { kind: "done" });
  await world.settle();
  assertEquals(unlocked, [ANN]);
  assert(world.sent.some(({ subject }) => subject?.includes("unlocked")));
  assert(!await isOn(world, cookie));
});

Deno.test("finishReset() asks for all proofs first, and asks the directory nothing before", async () => {
  using world = await openLost();
  const deps = answering(world, {
    setPassword: () => Promise.reject(new Error("not yet")),
  });
  const visit = await look(world, await begin(world));
  assertEquals(await finishReset(deps, visit, NEW), { kind: "unproved" });
});

Deno.test("finishReset() judges the password before anything is written", async () => {
  using world = await openLost();
  const cookie = await proved(world);
  const person = await personOf(world);
  for (
    const [password, why] of [
      ["", "short"],
      ["short", "short"],
      ["x y".repeat(2_000), "long"],
      ["passwordpassword", "common"],
      ["ann ann-ann_ann.ann", "name"],
    ] as const
  ) {
    assertEquals(await finish(world, cookie, password), {
      kind: "refused",
      why,
    });
  }
  assertEquals(await personOf(world), person);
  assertEquals(await finish(world, cookie), { kind: "done" });
});

const REFUSALS: readonly Exclude<
  SetPasswordAnswer,
  { kind: "set" | "wrong" }
>[] = [
  { kind: "policy", rule: { kind: "classes", least: 3 } },
  { kind: "policy", rule: null },
  { kind: "history" },
  { kind: "young", until: null },
  { kind: "unreachable" },
  { kind: "forbidden" },
];

for (const refusal of REFUSALS) {
  Deno.test(`finishReset() keeps everything where the directory says ${JSON.stringify(refusal)}`, async () => {
    using world = await openLost();
    const session = await world.enter();
    const cookie = await proved(world);
    const [sent, person] = [world.sent.length, await personOf(world)];
    const deps = answering(world, {
      setPassword: () => Promise.resolve(refusal),
    });
    const visit = await look(world, cookie);
    assertEquals(await finishReset(deps, visit, NEW), refusal);
    await world.settle();
    assertEquals(await personOf(world), person);
    assert((await openVisit(world, session)).session !== null);
    world.wait(6 * MINUTE);
    await sweep(world);
    await world.settle();
    assertEquals(world.sent.length, sent);
    assertEquals(await finish(world, cookie), { kind: "done" });
  });
}

Deno.test("finishReset() tells a wrong old password, which it never gives, as forbidden", async () => {
  using world = await openLost();
  const deps = answering(world, {
    setPassword: () => Promise.resolve({ kind: "wrong" }),
  });
  const visit = await look(world, await proved(world));
  assertEquals(await finishReset(deps, visit, NEW), { kind: "forbidden" });
});

/** A directory that dies: before the write, after it, or so that it cannot even be asked again. */
const DEATHS: readonly [string, boolean, boolean, string][] = [
  ["before the write, and is back", false, true, "unknown"],
  ["after the write, and is back", true, true, "done"],
  ["before the write, for good", false, false, "unknown"],
  ["after the write, for good", true, false, "unknown"],
];

for (const [when, writes, back, kind] of DEATHS) {
  Deno.test(`finishReset() tells the truth of a directory that dies ${when}, and a retry is safe`, async () => {
    using world = await openLost();
    const session = await world.enter();
    const cookie = await proved(world);
    const deps = answering(world, {
      async setPassword(account, password) {
        if (writes) await world.directory.setPassword(account, password);
        throw new Error("cut");
      },
      verify: (name, password) =>
        back
          ? world.directory.verify(name, password)
          : Promise.reject(new Error("cut")),
    });
    const before = world.sent.length;
    const visit = await look(world, cookie);
    assertEquals((await finishReset(deps, visit, NEW)).kind, kind);
    await world.settle();
    assertEquals(world.sent.length, before + 2, "the person is told");
    assertEquals((await openVisit(world, session)).session, null);
    if (kind === "done") return assert(!await isOn(world, cookie));
    assertEquals(await finish(world, cookie), { kind: "done" });
    assert((await world.directory.verify("ann", NEW)) !== null);
  });
}

Deno.test("finishReset() takes the present password for no new one, where nothing was unsure", async () => {
  using world = await openLost({ passwordLength: 8 });
  const cookie = await proved(world);
  assertEquals(await finish(world, cookie, PASSWORD), { kind: "history" });
});

Deno.test("finishReset() is done once by 200 at once, with one password", async () => {
  using world = await openLost();
  const cookie = await proved(world);
  const visit = await look(world, cookie);
  const before = world.sent.length;
  const written: string[] = [];
  const deps = answering(world, {
    setPassword: (account, password) => {
      written.push(password);
      return world.directory.setPassword(account, password);
    },
  });
  const answers = await Promise.all(
    Array.from(
      { length: 200 },
      (_, i) => finishReset(deps, visit, `${NEW} ${i}`),
    ),
  );
  await world.settle();
  assertEquals(answers.filter(({ kind }) => kind === "done").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "unproved").length, 199);
  assertEquals(written.length, 1);
  assertEquals(world.sent.length, before + 2);
});

Deno.test("finishReset() in a second tab finds it over", async () => {
  using world = await openLost();
  const cookie = await proved(world);
  const tab = await look(world, cookie);
  assertEquals(await finish(world, cookie), { kind: "done" });
  assertEquals(await finishReset(world, tab, `${NEW} 2`), { kind: "unproved" });
  assertEquals(await openResetVisit(world, cookie), null);
  assertEquals(await noteReset(world, tab, "totp"), null);
});

Deno.test("finishReset() stops for somebody who was frozen meanwhile", async () => {
  using world = await openLost();
  const cookie = await proved(world);
  const visit = await look(world, cookie);
  const [entry] = await read(world.kv, [personRef(ANN)] as const);
  const frozen = freeze(await personOf(world), { changedAt: NOON, now: NOON });
  await commit(world.kv, [change(entry, frozen)]);
  assertEquals(await finishReset(world, visit, NEW), { kind: "unproved" });
  assert((await world.directory.verify("ann", PASSWORD)) !== null);
});

Deno.test("finishReset() gives nothing back to somebody who was frozen while the directory was asked", async () => {
  using world = await openLost();
  const cookie = await proved(world);
  const deps = answering(world, {
    async setPassword() {
      const [entry] = await read(world.kv, [personRef(ANN)] as const);
      const person = entry.value ?? NEWCOMER;
      const now = NOON + MINUTE;
      const frozen = freeze(person, { changedAt: NOON, now });
      await commit(world.kv, [change(entry, frozen)]);
      return { kind: "unreachable" };
    },
  });
  const visit = await look(world, cookie);
  const answer = await finishReset(deps, visit, NEW);
  await world.settle();
  assertEquals(answer, { kind: "unreachable" });
  assert(!await isOn(world, cookie));
  assert((await personOf(world)).frozenAt !== null);
  assertEquals(await listOutgoing(world.kv, () => {}), []);
});

Deno.test("finishReset() behaves to the end for a decoy, whose name nobody has", async () => {
  using open = await openLost();
  const { world, asked } = asking(open);
  const cookie = await note(
    world,
    await begin(world, { identifier: "nobody" }),
    "sms",
  );
  assertEquals(await finish(world, cookie, "short"), {
    kind: "refused",
    why: "short",
  });
  assertEquals(await finish(world, cookie), { kind: "forbidden" });
  assertEquals(asked, []);
  assertEquals(world.sent, []);
  assertEquals(await listOutgoing(world.kv, () => {}), []);
  assert(await isOn(world, cookie), "as after any refusal");
});

Deno.test("a clock that jumps back ends a reset and its proofs, and one that is a little behind does not", async () => {
  using world = await openLost();
  const cookie = await proved(world);
  world.wait(-30 * MINUTE);
  assertEquals(await openResetVisit(world, cookie), null);
  assertEquals((await ask(world)).kind, "opened");
  world.wait(29 * MINUTE);
  assertEquals(await finish(world, cookie), { kind: "done" });
  const session = await world.enter().catch(() => null);
  assertEquals(session, null, "the old password is over");
});

Deno.test("every event of a reset carries the support code, and no name, number or address", async () => {
  using world = await openLost();
  const lines: string[] = [];
  const log: Deps["log"] = (event, fields) =>
    lines.push(JSON.stringify({ event, ...fields }));
  const logged: World = { ...world, log };
  const cookie = await proved(logged);
  const { session: { support } } = await look(logged, cookie);
  await finish(logged, cookie, "short");
  await finish(logged, cookie);
  const own = lines.filter((line) => !line.includes("delivery_"));
  assert(own.length >= 5, own.join("\n"));
  for (const line of own) assert(line.includes(support), line);
  for (const secret of ['"ann"', "12345678", "example.com", NEW]) {
    assert(!lines.join().includes(secret), secret);
  }
});
