/** What a stranger sees of a name that exists, and of one that does not: the same, and at the same cost. */
import { assert, assertEquals } from "@std/assert";
import type { Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { countingKv, type KvCount } from "@/tests/support/counting_kv.ts";
import {
  NUMBER,
  openLost,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { ask, begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { phoneOf } from "@/tests/support/people.ts";
import { MINUTE, NOON, type World } from "@/tests/support/world.ts";

const WRONG = "090-9999-9999";

type Step = (world: World, cookie: string) => Promise<unknown>;

const lookAt: Step = async (world, cookie) => {
  const visit = await look(world, cookie);
  const { verification, receipt, session, person } = visit;
  return {
    ways: resetWays(world, visit),
    places: resetDestinations(world, visit).map(({ channel }) => channel),
    receipt: receipt && { ...receipt, at: receipt.at - session.openedAt },
    waits: verification && {
      ...pick(verification, ["step", "purpose", "channel", "sends", "tries"]),
      until: verification.until - session.openedAt,
    },
    failures: Object.values(person.failures).map(({ wrong }) => wrong),
  };
};

function pick<Value>(value: Value, keys: readonly (keyof Value)[]) {
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

const guess: Step = async (world, cookie) => {
  const { verification } = await look(world, cookie);
  const right = world.keyring.open("code", verification?.code ?? "");
  return await enter(world, cookie, right === "111111" ? "222222" : "111111");
};

const guessApp: Step = async (world, cookie) =>
  await takeTotp(world, proofCase(await look(world, cookie)), "111111");

const mail: Step = (world, cookie) => send(world, cookie);
const typeNumber: Step = (world, cookie) =>
  send(world, cookie, { typed: WRONG });
const wait = (ms: number): Step => (world) => {
  world.wait(ms);
  return Promise.resolve();
};

interface Journey {
  policy: Partial<Policy>;
  has?: (world: World) => Partial<Person>;
  steps: readonly Step[];
}

const JOURNEYS: Readonly<Record<string, Journey>> = {
  "by mail": {
    policy: { methods: ["email"] },
    steps: [
      lookAt,
      mail,
      mail,
      lookAt,
      guess,
      guess,
      guess,
      guess,
      guess,
      guess,
      lookAt,
      wait(40_000),
      mail,
      guess,
      lookAt,
      wait(11 * MINUTE),
      guess,
      mail,
      lookAt,
    ],
  },
  "by text": {
    policy: { methods: ["phone"], smsCountries: ["JP"] },
    has: (world) => ({ phones: [phoneOf(world, NUMBER, NOON)] }),
    steps: [
      lookAt,
      typeNumber,
      typeNumber,
      lookAt,
      typeNumber,
      typeNumber,
      typeNumber,
      typeNumber,
      typeNumber,
      lookAt,
    ],
  },
  "by app": {
    policy: { methods: ["totp"], limits: "entra" },
    has: withApp,
    steps: [
      lookAt,
      guessApp,
      guessApp,
      guessApp,
      guessApp,
      guessApp,
      guessApp,
      lookAt,
      wait(10 * MINUTE),
      guessApp,
      lookAt,
    ],
  },
};

/** Starts the same with each name, at the same time of day, and writes down what is seen and what it cost. */
async function follow(name: string, identifier: string): Promise<unknown[]> {
  const { policy, has, steps } = JOURNEYS[name] ?? { policy: {}, steps: [] };
  using plain = await openLost(policy, has);
  const count: KvCount = { reads: 0, commits: 0 };
  const world: World = { ...plain, kv: countingKv(plain.kv, count) };
  const seen: unknown[] = [];
  const cookie = await begin(world, { identifier, passed: "none" });
  for (const step of steps) {
    const answer = await step(world, cookie);
    await world.settle();
    seen.push([answer, { ...count }]);
  }
  seen.push((await ask(world, { identifier, passed: "none" })).kind);
  const cost = { ...count };
  return JSON.parse(JSON.stringify([...seen, cost]).replaceAll("phone 0", ""));
}

/** A name whose decoy has one thing alone, as the person whom it is compared with. */
const ALIKE: Readonly<Record<string, string>> = { "by text": "nobody 1" };

for (const name of Object.keys(JOURNEYS)) {
  Deno.test(`a stranger sees the same of a known and an unknown name, ${name}`, async () => {
    const known = await follow(name, "ann");
    const unknown = await likeOne(name);
    for (const [i, step] of known.entries()) {
      assertEquals(maskTimes(unknown[i]), maskTimes(step), `step ${i}`);
    }
    assert(known.length > 10);
  });
}

/** Jitter is drawn anew each time. */
function maskTimes(step: unknown): unknown {
  return JSON.parse(
    JSON.stringify(step).replace(/"kind":"waiting","until":\d+/g, "waiting")
      .replace(/waiting/g, '"kind":"waiting"'),
  );
}

async function likeOne(name: string): Promise<unknown[]> {
  if (ALIKE[name] === undefined) return await follow(name, "nobody");
  for (let i = 0; i < 20; i++) {
    const followed = await follow(name, `nobody ${i}`);
    const [first] = followed as [[{ places: string[] }]];
    if (first[0].places.length === 2) return followed;
  }
  throw new Error("No decoy has one phone");
}
