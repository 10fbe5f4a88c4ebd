import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { freeze } from "@/lib/domain/frozen.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { chooseGoal } from "@/lib/flows/reset/choose_goal.ts";
import { deviceRefs } from "@/lib/flows/known_device.ts";
import { openReset } from "@/lib/flows/reset/open_reset.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { openResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { usageRef } from "@/lib/store/usage.ts";
import { ANN, openLost, withApp } from "@/tests/lib/flows/reset/lost_people.ts";
import { note } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { ask, begin, isOn, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { phoneOf, putPerson } from "@/tests/support/people.ts";
import { BLOCK, MINUTE, NOON, type World } from "@/tests/support/world.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function isReal(world: World, identifier = "ann"): Promise<boolean> {
  world.wait(2 * DAY);
  const { session } = await look(world, await begin(world, { identifier }));
  return !session.decoy;
}

Deno.test("openReset() opens the reset of the person of that name, in any spelling", async () => {
  using world = await openLost();
  const { session } = await look(world, await begin(world));
  assertEquals([session.account, session.decoy, session.goal], [
    ANN,
    false,
    "password",
  ]);
  assert(/^[0-9A-HJKMNP-TV-Z]{8}$/.test(session.support));
  assertEquals(session.practice, []);
});

Deno.test("openReset() goes on with a decoy for whoever could not get to the end", async () => {
  using world = await openLost();
  assert(await isReal(world));
  assert(!await isReal(world, "nobody"));
  assert(!await isReal(world, "ben"));
  using outside = await openLost({ register: "groups", groups: ["other"] });
  assert(!await isReal(outside));
  using privileged = await openLost({
    methods: ["phone", "email", "totp"],
    privilegedGroups: ["staff"],
  });
  assert(!await isReal(privileged));
  await putPerson(privileged, ANN, {
    phones: [phoneOf(privileged, "+819012345678", NOON)],
    ...withApp(privileged),
  });
  assert(await isReal(privileged));
  using frozen = await openLost();
  const person = { ...NEWCOMER, phones: [phoneOf(frozen, "+819012345678", 0)] };
  await putPerson(
    frozen,
    ANN,
    freeze(person, { changedAt: NOON, now: NOON }),
  );
  assert(!await isReal(frozen));
});

Deno.test("openReset() stays with a person whose methods wait: that must not show who is there", async () => {
  const wait = { wrong: 20, since: NOON, until: NOON + 400 * DAY };
  using world = await openLost({}, () => ({
    failures: { phone: wait, email: wait },
  }));
  assert(await isReal(world));
});

Deno.test("openReset() gives an unknown name the same decoy each time, and each name its own", async () => {
  using world = await openLost();
  const seen = async (identifier: string) => {
    world.wait(2 * DAY);
    const visit = await look(world, await begin(world, { identifier }));
    const places = resetDestinations(world, visit);
    return places.map(({ target }) =>
      target.method === "phone" ? target.number.e164 : target.address
    );
  };
  const first = await seen("nobody");
  assert(first.length > 0);
  assertEquals(await seen("nobody"), first);
  assertEquals(await seen(" NOBODY\r\n"), first);
  assertNotEquals(await seen("nobody2"), first);
});

Deno.test("openReset() takes a name with the organisation's own domain for the name", async () => {
  using world = await openLost({ ownDomains: ["corp.example"] });
  const account = async (identifier: string) =>
    (await look(world, await begin(world, { identifier }))).session.account;
  assertEquals(await account("zoe@corp.example"), await account("zoe"));
  assertNotEquals(await account("zoe@other.example"), await account("zoe"));
});

const WEIRD = [
  "",
  " ",
  "\r\n",
  "ann\r\nBcc: x@example.com",
  "x".repeat(10_000),
  "ﷺ".repeat(10_000),
  "\u202Eann",
  "مستخدم",
  "\0",
  "\uD800",
  "__proto__",
  "*)(uid=*",
  "ann.",
  "a@b@c",
  "@",
];

for (const [i, identifier] of WEIRD.entries()) {
  Deno.test(`openReset() takes any text for a name (${i})`, async () => {
    using world = await openLost();
    const { session } = await look(world, await begin(world, { identifier }));
    assert(session.decoy);
  });
}

Deno.test("openReset() asks for a challenge after three in a quarter of an hour", async () => {
  using world = await openLost();
  for (const identifier of ["ann", "nobody"]) {
    const plain = () => ask(world, { identifier, passed: "none" });
    for (let i = 0; i < 3; i++) assertEquals((await plain()).kind, "opened");
    assertEquals((await plain()).kind, "challenge");
    assertEquals((await plain()).kind, "challenge");
    const passed = await ask(world, { identifier, passed: "ticket" });
    assertEquals(passed.kind, "opened");
    world.wait(15 * MINUTE - 1);
    assertEquals((await plain()).kind, "challenge");
    world.wait(1);
    assertEquals((await plain()).kind, "opened");
    world.wait(DAY);
  }
});

Deno.test("openReset() keeps the limit of a name from one network at its edge and past its first window, known or not", async () => {
  using world = await openLost();
  const log = async (identifier: string) => {
    const seen: unknown[] = [];
    const start = world.now();
    for (let window = 0; window < 2; window++) {
      for (let i = 0; i < 21; i++) {
        const answer = await ask(world, { identifier });
        seen.push(
          answer.kind === "limit" ? answer.until - start : answer.kind,
        );
      }
      world.wait(HOUR - 1);
      seen.push((await ask(world, { identifier })).kind);
      world.wait(1);
    }
    world.wait(DAY);
    return seen;
  };
  const known = await log("ann");
  assertEquals(known.filter((each) => each === "opened").length, 40);
  assertEquals(known[20], HOUR);
  assertEquals(await log("nobody"), known);
});

Deno.test("openReset() takes no more at once than in a row", async () => {
  using world = await openLost({ limits: "azure-2016" });
  for (const identifier of ["ann", "nobody"]) {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => ask(world, { identifier })),
    );
    const opened = answers.filter(({ kind }) => kind === "opened").length;
    assertEquals(opened, 5);
  }
});

Deno.test("openReset() bounds a block and the site, whatever the name", async () => {
  using world = await openLost();
  const fill = async (
    kind: "block" | "site",
    subject: string,
    many: number,
  ) => {
    const ref = usageRef(
      world.keyring.digest("usage", `reset.${kind}`, subject),
    );
    await commit(world.kv, [change(guarded(ref), [[world.now(), many]])]);
  };
  for (const [kind, subject] of [["block", BLOCK], ["site", "site"]] as const) {
    const { reset, identify } = LIMITS.aikagi;
    const [hard] = reset[kind];
    const [soft] = identify[kind];
    for (const identifier of ["ann", "nobody"]) {
      const kindOf = async (passed: "none" | "work") =>
        (await ask(world, { identifier, passed })).kind;
      await fill(kind, subject, (soft?.max ?? 0) - 1);
      assertEquals(await kindOf("none"), "opened");
      assertEquals(await kindOf("none"), "challenge");
      await fill(kind, subject, (hard?.max ?? 0) - 1);
      assertEquals(await kindOf("work"), "opened");
      assertEquals(await kindOf("work"), "limit");
      world.wait(DAY);
    }
  }
});

Deno.test("openReset() keeps a lane for a device that has signed in, whatever strangers do", async () => {
  using world = await openLost({ limits: "azure-2016" });
  const [laptop] = deviceRefs(world, "laptop");
  assert(laptop !== undefined);
  const known = { account: ANN, epoch: 0, names: [] };
  await commit(world.kv, [change(guarded(laptop), [known])]);
  for (let i = 0; i < 6; i++) await ask(world, { block: `b${i}` });
  assertEquals((await ask(world)).kind, "limit");
  const own = () => ask(world, { device: "laptop", passed: "none" });
  for (let i = 0; i < 5; i++) assertEquals((await own()).kind, "opened");
  assertEquals((await own()).kind, "limit");
  assertEquals((await ask(world, { device: "stolen" })).kind, "limit");
  const other = await ask(world, { identifier: "nobody", device: "laptop" });
  assertEquals(other.kind, "opened");
  const visit = await look(
    world,
    other.kind === "opened" ? other.cookie : "",
  );
  assertEquals(visit.session.lane, null);
});

Deno.test("a reset ends after 15 minutes idle, and after 60 in all", async () => {
  using world = await openLost();
  const idle = await begin(world);
  world.wait(15 * MINUTE - 1);
  assertEquals((await openResetVisit(world, idle))?.session.account, ANN);
  await world.settle();
  world.wait(15 * MINUTE - 1);
  assert(await isOn(world, idle));
  world.wait(15 * MINUTE);
  assert(!await isOn(world, idle));
  const busy = await begin(world, { identifier: "nobody" });
  for (let i = 0; i < 5; i++) {
    world.wait(10 * MINUTE);
    assert(await isOn(world, busy));
  }
  world.wait(10 * MINUTE - 1);
  assert(await isOn(world, busy));
  world.wait(1);
  assert(!await isOn(world, busy));
});

Deno.test("a reset with a proof ends when the person is frozen or everything is ended", async () => {
  using world = await openLost();
  const cookie = await note(world, await begin(world), "sms");
  const [entry] = await read(world.kv, [personRef(ANN)] as const);
  const person = entry.value ?? NEWCOMER;
  const frozen = freeze(person, { changedAt: NOON, now: NOON });
  await commit(world.kv, [change(entry, frozen)]);
  assert(!await isOn(world, cookie));
});

Deno.test("a reset's cookie opens nothing once altered, and nobody else's", async () => {
  using world = await openLost();
  const [token = "", ...sealed] = (await begin(world)).split(".");
  const [other = ""] = (await begin(world, { identifier: "nobody" })).split(
    ".",
  );
  const body = sealed.join(".");
  for (
    const cookie of [
      "",
      ".",
      token,
      `${token}.`,
      `x${token}.${body}`,
      `${other}.${body}`,
      `${token}.${body.slice(0, -1)}`,
    ]
  ) assertEquals(await openResetVisit(world, cookie), null);
  const lengths = await Promise.all(["ann", "nobody", "x".repeat(500)].map(
    async (identifier) => (await begin(world, { identifier })).length,
  ));
  assertEquals(new Set(lengths).size, 1);
});

Deno.test("chooseGoal() notes why the person is here, where the policy unlocks", async () => {
  for (const unlock of ["yes", "no"] as const) {
    using world = await openLost({ unlock });
    for (const identifier of ["ann", "nobody"]) {
      const cookie = await begin(world, { identifier });
      const { session } = await look(world, cookie);
      assertEquals(session.goal, unlock === "yes" ? null : "password");
      await chooseGoal(world, await look(world, cookie), "unlock");
      const chosen = (await look(world, cookie)).session.goal;
      assertEquals(chosen, unlock === "yes" ? "unlock" : "password");
    }
  }
});

Deno.test("resetWays() offers what is set up and not proved, passkeys first, questions last", async () => {
  using world = await openLost(
    { methods: ["phone", "totp", "questions"], required: 2 },
    (world) => ({
      ...withApp(world),
      questions: {
        answers: [{ question: "lost", hash: "" }],
        asking: [0],
        recipe: 1,
        confirmedAt: NOON,
      },
    }),
  );
  const visit = await look(world, await begin(world));
  const ways = (practice: ("sms" | "totp" | "questions")[]) =>
    resetWays(world, { ...visit, session: { ...visit.session, practice } });
  assertEquals(ways([]), ["totp", "send"]);
  assertEquals(ways(["sms"]), ["totp", "questions"]);
  assertEquals(ways(["sms", "questions"]), ["totp"]);
  assertEquals(ways(["sms", "totp"]), ["questions"]);
  assertEquals(ways(["sms", "totp", "questions"]), []);
  const privileged = { ...visit.policy, privilegedGroups: ["staff"] };
  assertEquals(
    resetWays(world, {
      ...visit,
      policy: privileged,
      session: { ...visit.session, practice: ["sms"] },
    }),
    ["totp"],
  );
});

Deno.test("openReset() says that the directory cannot be asked", async () => {
  using world = await openLost();
  const directory = {
    ...world.directory,
    find: () => Promise.reject(new Error("down")),
  };
  const request = { block: BLOCK, locale: "en", device: null };
  for (const identifier of ["ann", canonicalName("nobody")]) {
    const asked = { ...request, identifier, passed: "none" } as const;
    let fault = "";
    await openReset({ ...world, directory }, asked)
      .catch((error: Error) => fault = error.message);
    assertEquals(fault, "down");
  }
});

Deno.test("nobody is asked whether to unlock where the directory cannot", async () => {
  using world = await openLost({ unlock: "yes" });
  world.directory = { ...world.directory, canUnlock: false };
  for (const identifier of ["ann", "nobody"]) {
    const cookie = await begin(world, { identifier });
    const { session } = await look(world, cookie);
    assertEquals(session.goal, "password");
    await chooseGoal(world, await look(world, cookie), "unlock");
    assertEquals((await look(world, cookie)).session.goal, "password");
  }
});
