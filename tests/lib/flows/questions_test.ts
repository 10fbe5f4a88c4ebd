import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
} from "@std/assert";
import { DirectoryUnavailableError } from "@/lib/directory/directory.ts";
import { failuresOf } from "@/lib/domain/person.ts";
import { VETTED_QUESTIONS } from "@/lib/domain/questions.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import {
  askedQuestions,
  proveQuestions,
} from "@/lib/flows/proofs/prove_questions.ts";
import { drawOrder } from "@/lib/flows/questions/draw_order.ts";
import {
  type ChosenAnswer,
  setAnswers,
} from "@/lib/flows/questions/set_answers.ts";
import { removeSecret } from "@/lib/flows/remove_secret.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";
import {
  MINUTE,
  NOON,
  openWorld,
  PASSWORD,
  type World,
} from "@/tests/support/world.ts";

const OPEN = {
  methods: ["phone", "questions"],
  questions: VETTED_QUESTIONS.slice(0, 20),
} as const;
const t = translator("en");
const DAY = 24 * 60 * MINUTE;

const ANSWERS = ["brickworks", "windmill", "lighthouse", "sandpit", "O’Rourke"];
const CHOSEN: readonly ChosenAnswer[] = ANSWERS.map((answer, i) => ({
  question: VETTED_QUESTIONS[i] ?? "",
  answer,
}));

async function set(world: World, cookie: string, chosen = CHOSEN) {
  const answer = await setAnswers(world, await world.visit(cookie), {
    chosen,
    t,
  });
  await world.settle();
  return answer;
}

async function asked(world: World, cookie: string) {
  return askedQuestions((await world.visit(cookie)).person, 3);
}

/** The right answers to what is asked, as somebody else would write them. */
function right(questions: readonly string[]): string[] {
  return questions.map((question) => {
    const chosen = CHOSEN.find((each) => each.question === question);
    return ` ${chosen?.answer.toUpperCase()}! `;
  });
}

async function prove(world: World, cookie: string, answers: readonly string[]) {
  const proving = proofCase(await world.visit(cookie));
  return await proveQuestions(world, proving, { count: 3, answers });
}

Deno.test("setAnswers() keeps peppered slow hashes, and equal answers of two people hash differently", async () => {
  using world = await openWorld(OPEN);
  const [ann, ben] = [await world.enter("ann"), await world.enter("ben")];
  assertEquals(await set(world, ann), { kind: "set" });
  assertEquals(await set(world, ben), { kind: "set" });
  const kept = [ann, ben].map(async (cookie) =>
    (await world.visit(cookie)).person.questions
  );
  const [one, two] = await Promise.all(kept);
  assert(one && two);
  assertEquals(one.recipe, 1);
  for (const [i, { hash }] of one.answers.entries()) {
    assert(hash.startsWith("k1.$argon2id$"));
    assertNotEquals(hash, two.answers[i]?.hash);
  }
});

Deno.test("setAnswers() says what is wrong with each answer and keeps none", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const wrong = CHOSEN.map((each, i) =>
    [
      { ...each, answer: "ann" },
      { ...each, answer: "pizza" },
      { ...each, answer: "" },
      { ...each, question: "nonsense" },
      each,
    ][i] ?? each
  );
  assertEquals(await set(world, cookie, wrong), {
    kind: "wrong",
    faults: ["name", "common", "missing", "choose", null],
  });
  assertEquals((await set(world, cookie, CHOSEN.slice(0, 4))).kind, "wrong");
  assertEquals((await world.visit(cookie)).person.questions, null);
});

/** The world, with what its directory was asked. */
function asking(world: World): string[] {
  const asked: string[] = [];
  const { directory } = world;
  world.directory = {
    ...directory,
    whichPassword(account, candidates) {
      asked.push(...candidates);
      return directory.whichPassword(account, candidates);
    },
  };
  return asked;
}

const withAnswer = (answer: string) =>
  CHOSEN.map((each, i) => i === 1 ? { ...each, answer } : each);

Deno.test("setAnswers() says which answer is the password, and asks once about each that passes all else", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const verified = asking(world);
  assertEquals((await set(world, cookie, withAnswer("pizza"))).kind, "wrong");
  assertEquals(verified, []);
  assertEquals(await set(world, cookie, withAnswer(PASSWORD)), {
    kind: "wrong",
    faults: [null, "password", null, null, null],
  });
  verified.length = 0;
  assertEquals(await set(world, cookie), { kind: "set" });
  assertEquals(verified, ANSWERS);
});

Deno.test("setAnswers() lets nobody guess the password oftener than at sign-in", async () => {
  using world = await openWorld(OPEN);
  const verified = asking(world);
  const kinds: string[] = [];
  for (let i = 0; i < 4; i++) {
    kinds.push((await set(world, await world.enter())).kind);
  }
  assertEquals(kinds, ["set", "set", "limit", "limit"]);
  assertEquals(verified.length, 10);
  world.wait(15 * MINUTE);
  assertEquals((await set(world, await world.enter())).kind, "set");
});

Deno.test("setAnswers() keeps nothing while the directory is away, and counts nothing", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const { directory } = world;
  const away = () => Promise.reject(new DirectoryUnavailableError());
  world.directory = { ...directory, whichPassword: away };
  for (let i = 0; i < 5; i++) {
    await assertRejects(() => set(world, cookie), DirectoryUnavailableError);
  }
  assertEquals((await world.visit(cookie)).person.questions, null);
  world.directory = directory;
  assertEquals(await set(world, cookie), { kind: "set" });
});

Deno.test("setAnswers() refuses the person's own number and address, on file or in the directory", async () => {
  using world = await openWorld(OPEN);
  const contact = { mobile: "+819087654321", email: "aya@kawabe.example" };
  const account = { id: "a-ann", userName: "ann", groups: [], contact };
  world.directory = memoryDirectory(PASSWORD, [account]);
  await putPerson(world, "a-ann", {
    phones: [phoneOf(world, "+819012345678", NOON)],
    email: emailOf(world, "nightingale@owl.example", NOON),
  });
  const cookie = await world.enter();
  const wrong = ["090 1234 5678", "nightingale", "090 8765 4321", "kawabe"];
  const chosen = CHOSEN.map((each, i) => ({
    ...each,
    answer: wrong[i] ?? each.answer,
  }));
  assertEquals(await set(world, cookie, chosen), {
    kind: "wrong",
    faults: ["contact", "contact", "contact", "contact", null],
  });
});

Deno.test("setAnswers() and removeSecret() need a fresh proof and an open policy", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  await set(world, cookie);
  world.wait(5 * MINUTE);
  assertEquals(await set(world, cookie), { kind: "stale" });
  const visit = await world.visit(cookie);
  await world.settle();
  assertEquals(await removeSecret(world, visit, "questions"), {
    kind: "stale",
  });
  using closed = await openWorld({ methods: ["phone"] });
  assertEquals(await set(closed, await closed.enter()), { kind: "closed" });
});

Deno.test("proveQuestions() takes the right answers however they are written", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  assertEquals(await prove(world, cookie, []), { kind: "none" });
  await set(world, cookie);
  const answers = right(await asked(world, cookie));
  assertEquals(await prove(world, cookie, answers), { kind: "right" });
});

Deno.test("askedQuestions() stay the same in every session until they are answered", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  await set(world, cookie);
  const first = await asked(world, cookie);
  assertEquals(new Set(first).size, 3);
  for (let i = 0; i < 20; i++) {
    assertEquals(await asked(world, await world.enter()), first);
  }
  await prove(world, cookie, ["wrong", "wrong", "wrong"]);
  assertEquals(await asked(world, await world.enter()), first);
  const seen = new Set<string>();
  for (let i = 0; i < 20; i++) {
    const now = await asked(world, cookie);
    seen.add(now.join());
    assertEquals(await prove(world, cookie, right(now)), { kind: "right" });
  }
  assert(seen.size > 1);
});

Deno.test("proveQuestions() has one verdict and the same work, whichever answer is wrong", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  await set(world, cookie);
  const all = right(await asked(world, cookie));
  const sets = [
    ["wrong", all[1] ?? "", all[2] ?? ""],
    [all[0] ?? "", all[1] ?? "", "wrong"],
    [all[1] ?? "", all[0] ?? "", all[2] ?? ""],
    ["", "", ""],
  ];
  for (const [i, answers] of sets.entries()) {
    let work = 0;
    const hasher: World["hasher"] = {
      hash: world.hasher.hash,
      verify: (...args) => (work++, world.hasher.verify(...args)),
    };
    const proving = proofCase(await world.visit(cookie));
    const answer = await proveQuestions({ ...world, hasher }, proving, {
      count: 3,
      answers,
    });
    assertEquals(answer, { kind: "wrong", left: 4 - i });
    assertEquals(work, 3);
  }
});

Deno.test("proveQuestions() stops at five wrong sets within a day, until they are set up anew", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  await set(world, cookie);
  const proving = proofCase(await world.visit(cookie));
  const answers = ["wrong", "wrong", "wrong"];
  const guesses = await Promise.all(
    Array.from(
      { length: 50 },
      () => proveQuestions(world, proving, { count: 3, answers }),
    ),
  );
  assertEquals(guesses.filter(({ kind }) => kind === "wrong").length, 4);
  const all = right(await asked(world, cookie));
  const blocked = { kind: "blocked" } as const;
  assertEquals(await prove(world, cookie, all), blocked);
  const visit = await world.visit(cookie);
  const later = { ...proofCase(visit), now: visit.now + 3650 * DAY };
  const attempt = { count: 3, answers: all };
  assertEquals(await proveQuestions(world, later, attempt), blocked);

  await removeSecret(world, visit, "questions");
  assertEquals(
    failuresOf((await world.visit(cookie)).person, "questions").wrong,
    5,
  );
  await set(world, cookie);
  const anew = right(await asked(world, cookie));
  assertEquals(await prove(world, cookie, anew), { kind: "right" });
});

Deno.test("proveQuestions() forgets wrong sets a day after the first, not a moment before", async () => {
  for (const [after, kind] of [[DAY - 1, "blocked"], [DAY, "wrong"]] as const) {
    using world = await openWorld(OPEN);
    const cookie = await world.enter();
    await set(world, cookie);
    for (let i = 0; i < 4; i++) await prove(world, cookie, ["wrong"]);
    const visit = await world.visit(cookie);
    const later = { ...proofCase(visit), now: visit.now + after };
    const attempt = { count: 3, answers: ["wrong"] };
    assertEquals((await proveQuestions(world, later, attempt)).kind, kind);
  }
});

Deno.test("proveQuestions() says when the answers were changed meanwhile", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  await set(world, cookie);
  const old = proofCase(await world.visit(cookie));
  const answers = right(await asked(world, cookie));
  await set(world, cookie);
  const answer = await proveQuestions(world, old, { count: 3, answers });
  assertEquals(answer, { kind: "changed" });
});

Deno.test("drawOrder() has every place once, and every order equally often", () => {
  const counts = new Map<string, number>();
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  for (let i = 0; i < 6000; i++) {
    const order = drawOrder(random, 3);
    assertEquals(order.toSorted(), [0, 1, 2]);
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  assertEquals(counts.size, 6);
  for (const count of counts.values()) assert(Math.abs(count - 1000) < 200);
});

Deno.test("setAnswers() costs one read and two commits", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const count = { reads: 0, commits: 0 };
  const counted = { ...world, kv: countingKv(world.kv, count) };
  const visit = await world.visit(cookie);
  await setAnswers(counted, visit, { chosen: CHOSEN, t });
  assertEquals(count, { reads: 1, commits: 2 });
});

Deno.test("setAnswers() takes nothing of a privileged group, whose members have two gates and no questions", async () => {
  using world = await openWorld({ ...OPEN, privilegedGroups: ["staff"] });
  const [ann, ben] = [await world.enter("ann"), await world.enter("ben")];
  assertEquals(await set(world, ann), { kind: "closed" });
  assertEquals(await set(world, ben), { kind: "set" });
  const { policy } = await world.visit(ann);
  assertEquals([policy.methods, policy.required], [["phone"], 2]);
  assertEquals((await world.visit(ben)).policy.required, 1);
});
