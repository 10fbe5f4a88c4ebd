import { assert, assertEquals } from "@std/assert";
import { type Key, keyring } from "@/lib/crypto/keyring.ts";
import type { Delivery, Message, Receipt } from "@/lib/delivery/delivery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { handOver, outgoing } from "@/lib/flows/hand_over.ts";
import { checkReady } from "@/lib/flows/check_ready.ts";
import { sweep } from "@/lib/flows/sweep.ts";
import {
  type Handover,
  type Outgoing,
  outgoingRef,
  receiptRef,
} from "@/lib/store/outbox.ts";
import { change } from "@/lib/store/entries.ts";
import { commit, read } from "@/lib/store/records.ts";
import { CHEAP_CHECKS } from "@/tests/support/cheap_checks.ts";
import { cheapHasher } from "@/tests/support/cheap_hasher.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";

const NOON = Date.UTC(2026, 0, 1, 12);
const SECOND = 1000;
const UNTIL = NOON + 600 * SECOND;
const SLOT = "code-digest";

const OK: Receipt = { ok: true };
const REFUSED: Receipt = { ok: false, why: "refused" };
const UNREACHABLE: Receipt = { ok: false, why: "unreachable" };
const UNKNOWN: Receipt = { ok: false, why: "unknown" };

interface World extends Deps, Disposable {
  sent: Message[];
  logged: string[];
  /** Answers the next messages; the default is that they are taken. */
  answer: () => Promise<Receipt>;
  wait(ms: number): void;
}

async function openWorld(): Promise<World> {
  const kv = await Deno.openKv(":memory:");
  const key: Key = { id: "k1", secret: new Uint8Array(32).fill(7) };
  const sent: Message[] = [];
  const logged: string[] = [];
  let now = NOON;
  const delivery: Delivery = {
    channels: ["sms"],
    send(message) {
      sent.push(message);
      return world.answer();
    },
  };
  const world: World = {
    kv,
    delivery,
    sent,
    logged,
    directory: memoryDirectory("", []),
    keyring: keyring([key]),
    hasher: cheapHasher(),
    passwords: CHEAP_CHECKS,
    log: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
    host: "reset.example.edu",
    origin: "https://reset.example.edu",
    now: () => now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    later: () => {},
    answer: () => Promise.resolve(OK),
    wait: (ms) => now += ms,
    [Symbol.dispose]: () => kv.close(),
  };
  return world;
}

function message(over: Partial<Message> = {}): Message {
  return {
    id: "transaction-1",
    channel: "sms",
    to: "+819012345678",
    text: "070426 is your code",
    locale: "en",
    ...over,
  };
}

/** Stages a message in a slot, as a flow does in its own commit. */
async function stage(world: World, what = message(), slot = SLOT) {
  const [waiting, receipt] = await read(
    world.kv,
    [outgoingRef(slot), receiptRef(slot)] as const,
  );
  const draft = { message: what, until: UNTIL };
  const slots = { outgoing: waiting, receipt };
  const versionstamp = await commit(
    world.kv,
    outgoing(world, slots, draft),
  );
  assert(versionstamp !== null);
  return { ...draft, versionstamp };
}

/** Makes the delivery wait: `begun` once it has the message, until `end()` says what came of it. */
function hold(world: World): {
  begun: Promise<void>;
  end: (receipt: Receipt) => void;
} {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<Receipt>();
  world.answer = () => {
    begun.resolve();
    return ended.promise;
  };
  return { begun: begun.promise, end: ended.resolve };
}

async function found(
  { kv }: World,
  slot = SLOT,
): Promise<{ waiting: Outgoing | null; receipt: Handover | null }> {
  const refs = [outgoingRef(slot), receiptRef(slot)] as const;
  const [waiting, receipt] = await read(kv, refs);
  return { waiting: waiting.value, receipt: receipt.value };
}

async function dump({ kv }: World): Promise<string> {
  const entries = await Array.fromAsync(kv.list({ prefix: [] }));
  return JSON.stringify(entries);
}

Deno.test("handOver() sends a staged message, wipes it and leaves a receipt", async () => {
  using world = await openWorld();
  const staged = await stage(world);
  assertEquals((await found(world)).receipt?.state, "queued");
  world.wait(1 * SECOND);

  await handOver(world, SLOT, staged);

  assertEquals(world.sent, [message()]);
  assertEquals(await found(world), {
    waiting: null,
    receipt: { state: "sent", at: NOON + SECOND, channel: "sms", why: null },
  });
});

Deno.test("handOver() of a message staged a moment ago reads nothing and commits twice", async () => {
  using world = await openWorld();
  const staged = await stage(world);
  let commits = 0;
  const kv = new Proxy(world.kv, {
    get(target, name) {
      if (name !== "atomic") throw new Error(`kv.${String(name)}() was called`);
      commits++;
      return () => target.atomic();
    },
  });

  await handOver({ ...world, kv }, SLOT, staged);

  assertEquals(commits, 2);
  assertEquals(world.sent.length, 1);
});

Deno.test("handOver() sends once when many do it at a time", async () => {
  using world = await openWorld();
  const staged = await stage(world);
  world.wait(2 * SECOND);

  await Promise.all(
    Array.from(
      { length: 20 },
      (_, i) => handOver(world, SLOT, i % 2 ? staged : undefined),
    ),
  );
  await handOver(world, SLOT, staged);
  await handOver(world, SLOT);
  await sweep(world);

  assertEquals(world.sent.length, 1);
  assertEquals((await found(world)).receipt?.state, "sent");
});

Deno.test("handOver() finds nothing in an empty slot", async () => {
  using world = await openWorld();
  await handOver(world, SLOT);
  assertEquals(world.sent, []);
  assertEquals(await found(world), { waiting: null, receipt: null });
});

const ENDS: [Receipt, Handover["state"], Handover["why"]][] = [
  [REFUSED, "failed", "refused"],
  [UNKNOWN, "unknown", null],
];

for (const [answer, state, why] of ENDS) {
  Deno.test(`handOver() ends ${state} and tries no more where the answer is ${JSON.stringify(answer)}`, async () => {
    using world = await openWorld();
    world.answer = () => Promise.resolve(answer);
    await handOver(world, SLOT, await stage(world));
    world.wait(300 * SECOND);
    await sweep(world);

    assertEquals(world.sent.length, 1);
    const { waiting, receipt } = await found(world);
    assertEquals([waiting, receipt?.state, receipt?.why], [null, state, why]);
  });
}

Deno.test("handOver() takes a fault of the delivery for unknown, and logs no words of it", async () => {
  using world = await openWorld();
  world.answer = () =>
    Promise.reject(new TypeError(`no way to ${message().to}`));
  await handOver(world, SLOT, await stage(world));

  assertEquals((await found(world)).receipt?.state, "unknown");
  assertEquals(world.logged, [
    'delivery_fault {"channel":"sms","error":"TypeError"}',
    'delivery_unknown {"channel":"sms","why":null}',
  ]);
});

Deno.test("handOver() tries again what was not taken, after growing waits", async () => {
  using world = await openWorld();
  world.answer = () => Promise.resolve(UNREACHABLE);
  await handOver(world, SLOT, await stage(world));

  for (const [i, wait] of [2, 5, 15, 30, 60, 60].entries()) {
    assertEquals(world.sent.length, i + 1);
    assertEquals((await found(world)).receipt, {
      state: "queued",
      at: world.now(),
      channel: "sms",
      why: "unreachable",
    });
    world.wait(wait * SECOND - 1);
    await sweep(world);
    assertEquals(world.sent.length, i + 1, "not before its time");
    world.wait(1);
    await sweep(world);
  }

  world.answer = () => Promise.resolve(OK);
  world.wait(60 * SECOND);
  await sweep(world);
  assertEquals(world.sent, Array(8).fill(message()));
  assertEquals((await found(world)).receipt?.state, "sent");
});

Deno.test("handOver() gives up when the next attempt would be too late", async () => {
  using world = await openWorld();
  world.answer = () => Promise.resolve(UNREACHABLE);
  await handOver(world, SLOT, await stage(world));
  world.wait(UNTIL - NOON - 5 * SECOND - 1);
  await sweep(world);
  assertEquals((await found(world)).receipt?.state, "queued");

  world.wait(5 * SECOND);
  await sweep(world);
  assertEquals(world.sent.length, 3, "one millisecond before its end");
  const { waiting, receipt } = await found(world);
  assertEquals(waiting, null);
  assertEquals([receipt?.state, receipt?.why], ["failed", "unreachable"]);
});

Deno.test("handOver() does not send what is no longer worth it", async () => {
  using world = await openWorld();
  await stage(world);
  world.wait(UNTIL - NOON);
  await sweep(world);

  assertEquals(world.sent, []);
  const { waiting, receipt } = await found(world);
  assertEquals(waiting, null);
  assertEquals([receipt?.state, receipt?.why], ["failed", "expired"]);
});

Deno.test("sweep() sends what a process staged and left, after its head start", async () => {
  using world = await openWorld();
  await stage(world);
  world.wait(2 * SECOND - 1);
  await sweep(world);
  assertEquals(world.sent, []);
  world.wait(1);
  await sweep(world);
  assertEquals(world.sent, [message()]);
});

Deno.test("sweep() never sends again what was being sent when a process died", async () => {
  using world = await openWorld();
  const staged = await stage(world);
  const attempt = hold(world);
  const sending = handOver(world, SLOT, staged);
  await attempt.begun;

  world.wait(60 * SECOND - 1);
  await sweep(world);
  assertEquals((await found(world)).waiting?.state, "sending");
  world.wait(1);
  await sweep(world);

  const lost: Handover = {
    state: "unknown",
    at: NOON + 60 * SECOND,
    channel: "sms",
    why: null,
  };
  assertEquals(await found(world), { waiting: null, receipt: lost });
  assertEquals(world.sent.length, 1);

  attempt.end(OK);
  await sending;
  assertEquals(
    (await found(world)).receipt,
    lost,
    "a late answer changes it no more",
  );
});

Deno.test("outgoing() replaces a message that still waits", async () => {
  using world = await openWorld();
  const old = await stage(world);
  const newer = message({ id: "transaction-2", text: "111111 is your code" });
  const staged = await stage(world, newer);

  await Promise.all([
    handOver(world, SLOT, old),
    handOver(world, SLOT, staged),
  ]);
  world.wait(60 * SECOND);
  await sweep(world);

  assertEquals(world.sent, [newer]);
});

Deno.test("outgoing() replaces a message that is being sent, whose end then counts no more", async () => {
  using world = await openWorld();
  const attempt = hold(world);
  const sending = handOver(world, SLOT, await stage(world));
  await attempt.begun;

  const newer = message({ id: "transaction-2", channel: "voice" });
  const staged = await stage(world, newer);
  attempt.end(UNREACHABLE);
  await sending;
  assertEquals((await found(world)).receipt?.why, null);

  world.answer = () => Promise.resolve(OK);
  await handOver(world, SLOT, staged);
  world.wait(60 * SECOND);
  await sweep(world);

  assertEquals(world.sent, [message(), newer]);
  const { receipt } = await found(world);
  assertEquals([receipt?.state, receipt?.channel], ["sent", "voice"]);
});

Deno.test("sweep() hands over many, a few at a time", async () => {
  using world = await openWorld();
  let [busy, most] = [0, 0];
  world.answer = async () => {
    most = Math.max(most, ++busy);
    await new Promise((resolve) => setTimeout(resolve, 1));
    busy--;
    return OK;
  };
  for (let i = 0; i < 30; i++) {
    await stage(world, message({ id: `m${i}` }), `notice-${i}`);
  }
  world.wait(2 * SECOND);
  await Promise.all([sweep(world), sweep(world)]);

  assertEquals(new Set(world.sent.map(({ id }) => id)).size, 30);
  assertEquals(world.sent.length, 30);
  assert(most > 1 && most <= 16);
});

Deno.test("sweep() goes past a message that it cannot open, until it is too late for it", async () => {
  using world = await openWorld();
  await stage(world, message(), "a");
  await stage(world, message({ id: "good" }), "b");
  const [entry] = await read(world.kv, [outgoingRef("a")] as const);
  assert(entry.value !== null);
  const broken = { ...entry.value, message: "k9.AAAA" };
  await commit(world.kv, [change(entry, broken)]);
  world.wait(2 * SECOND);
  await sweep(world);

  assertEquals(world.sent.map(({ id }) => id), ["good"]);
  assertEquals(
    world.logged.filter((line) => line.startsWith("delivery_fault")),
    ['delivery_fault {"error":"SealError"}'],
  );
  world.wait(UNTIL - NOON);
  await sweep(world);
  assertEquals((await found(world, "a")).waiting, null);
});

Deno.test("handOver() leaves nothing unsealed in the store, and nothing of the person in the log", async () => {
  using world = await openWorld();
  const dumps: string[] = [];
  world.answer = async () => {
    dumps.push(await dump(world));
    return UNREACHABLE;
  };
  const staged = await stage(world);
  dumps.push(await dump(world));
  await handOver(world, SLOT, staged);
  dumps.push(await dump(world));
  world.answer = () => Promise.resolve(OK);
  world.wait(2 * SECOND);
  await sweep(world);
  dumps.push(await dump(world), world.logged.join("\n"));

  assertEquals(dumps.length, 5);
  assert(dumps[1]?.includes('"message":""'), "wiped before it is sent");
  for (const text of dumps) {
    assert(!/90123|70426|is your code|transaction-1/.test(text), text);
  }
});

Deno.test("sweep() logs the key of a value that does not decode, and sends what waits beside it", async () => {
  using world = await openWorld();
  await world.kv.set(["outbox", "a-broken"], {
    v: 1,
    value: { code: "123456" },
  });
  await world.kv.set(["outbox", "b-newer"], { v: 9, value: {} });
  await stage(world);
  world.wait(2 * SECOND);
  await sweep(world);
  assertEquals(world.sent.length, 1);
  const faults = world.logged.filter((line) => line.includes("Cannot read"));
  assertEquals(faults.length, 2);
  assert(faults[0]?.includes("outbox/a-broken") && !faults[0].includes("1234"));
  assert(faults[1]?.includes("outbox/b-newer"));
  assertEquals(await checkReady(world), { store: true, outbox: true });
});

Deno.test("checkReady() still sees a message that is overdue beside one that does not decode", async () => {
  using world = await openWorld();
  await world.kv.set(["outbox", "a-broken"], "?");
  await stage(world);
  world.wait(180 * SECOND);
  assertEquals(await checkReady(world), { store: true, outbox: false });
});
