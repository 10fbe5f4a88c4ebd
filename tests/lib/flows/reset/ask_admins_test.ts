import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { freeze } from "@/lib/domain/frozen.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import {
  askAdmins,
  type HelpAnswer,
  type HelpRequest,
} from "@/lib/flows/reset/ask_admins.ts";
import { openMessage } from "@/lib/flows/sealed_message.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { listOutgoing } from "@/lib/store/outbox.ts";
import { receiptRef } from "@/lib/store/outbox.ts";
import { read } from "@/lib/store/records.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { putPerson } from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  PASSWORD,
  type World,
} from "@/tests/support/world.ts";

function fail(error: Error): never {
  throw error;
}

const HOUR = 60 * MINUTE;
const ASK: HelpRequest = {
  identifier: "ann",
  support: null,
  block: BLOCK,
  locale: "en",
  device: null,
  passed: "none",
};
const ELSEWHERE = "198.51.100.0/24";
const DEVICE = "D".repeat(22);
const ONE: Partial<Policy> = { passwordAdmins: ["help@example.com"] };

async function ask(world: World, request: Partial<HelpRequest> = {}) {
  const answer = await askAdmins(world, { ...ASK, ...request });
  await world.settle();
  return answer;
}

const LISTS: [string, Partial<Policy>, string[]][] = [
  ["password administrators", {
    passwordAdmins: ["p@example.com", "q@example.com"],
    userAdmins: ["u@example.com"],
    globalAdmins: ["g@example.com"],
  }, ["p@example.com", "q@example.com"]],
  ["those of accounts where there are none", {
    userAdmins: ["u@example.com"],
    globalAdmins: ["g@example.com"],
  }, ["u@example.com"]],
  ["those of everything else", { globalAdmins: ["g@example.com"] }, [
    "g@example.com",
  ]],
  ["each once", { globalAdmins: ["g@example.com", "g@example.com"] }, [
    "g@example.com",
  ]],
];

Deno.test.each(LISTS)(
  "askAdmins() writes to the %s",
  async (...[, policy, to]) => {
    using world = await openWorld(policy);
    const answer = await ask(world);
    assertEquals(answer.kind, "asked");
    assertEquals(world.sent.map((message) => message.to), to);
    assert(world.sent.every(({ channel }) => channel === "email"));
  },
);

Deno.test.each(TAGS)(
  "askAdmins() says in %s who asks, the code, and nothing to press",
  async (locale) => {
    using world = await openWorld(ONE);
    const support = "7K3M9QXA";
    const request = { ...ASK, identifier: " ANN ", support, locale };
    assertEquals(await askAdmins(world, request), { kind: "asked", support });
    await world.settle();
    const [mail] = world.sent;
    assertEquals(mail?.locale, locale);
    for (const part of ["ann", support, "key.example"]) {
      assertStringIncludes(mail?.text ?? "", part);
    }
    assert(!/https?:|<a\b/.test(`${mail?.text}${mail?.html}`));
    assert(!/\bann\b/.test(mail?.subject ?? ""));
  },
);

Deno.test("askAdmins() writes to 100 in one commit, in the longest language", async () => {
  const passwordAdmins = Array.from(
    { length: 120 },
    (_, i) => `administrator-${i}@example.com`,
  );
  using world = await openWorld({ passwordAdmins });
  assertEquals((await ask(world, { locale: "ar" })).kind, "asked");
  assertEquals(world.sent.length, 100);
  assertEquals(new Set(world.sent.map(({ id }) => id)).size, 100);
  assertEquals(await listOutgoing(world.kv, fail), []);
});

Deno.test("askAdmins() stages as much for a name that nobody has, and sends nothing", async () => {
  using world = await openWorld({
    passwordAdmins: ["p@example.com", "q@example.com"],
  });
  const staged: boolean[] = [];
  const held = { ...world, later: () => {} };
  for (const identifier of ["ann", "zed"]) {
    const { kind } = await askAdmins(held, { ...ASK, identifier });
    assertEquals(kind, "asked");
  }
  for (const { value } of await listOutgoing(world.kv, fail)) {
    const message = openMessage(world.keyring, value?.message ?? "");
    staged.push(message.decoy ?? false);
  }
  assertEquals(staged.toSorted(), [false, false, true, true]);
});

Deno.test("askAdmins() leaves the same receipt for a name that nobody has", async () => {
  using world = await openWorld(ONE);
  const ids: string[] = [];
  const later = (task: () => Promise<void>) => world.later(task);
  for (const identifier of ["ann", "zed"]) {
    await askAdmins({ ...world, later: () => {} }, { ...ASK, identifier });
    const waiting = await listOutgoing(world.kv, fail);
    ids.push(...waiting.map(({ ref }) => String(ref.key.at(-1))));
  }
  world.wait(MINUTE);
  const { sweep } = await import("@/lib/flows/sweep.ts");
  later(() => sweep(world));
  await world.settle();
  assertEquals(world.sent.length, 1);
  const receipts = await read(world.kv, ids.map(receiptRef));
  assert(receipts.length >= 2);
  assert(receipts.every(({ value }) => value?.state === "sent"));
});

Deno.test("askAdmins() takes one an hour and three a day for a name from one network, and says until when", async () => {
  using world = await openWorld(ONE);
  const start = world.now();
  const kinds: HelpAnswer["kind"][] = [];
  for (let hour = 0; hour < 5; hour++) {
    kinds.push((await ask(world)).kind);
    if (hour === 0) {
      const until = start + HOUR;
      assertEquals(await ask(world), { kind: "limit", until });
      world.wait(HOUR - 1);
      assertEquals(await ask(world), { kind: "limit", until });
      world.wait(1);
    } else world.wait(HOUR);
  }
  assertEquals(kinds, ["asked", "asked", "asked", "limit", "limit"]);
  assertEquals(world.sent.length, 3);
  assertEquals((await ask(world, { identifier: "zed" })).kind, "asked");
  world.wait(start + 24 * HOUR - world.now());
  assertEquals((await ask(world)).kind, "asked");
});

const { help, freeHelp } = LIMITS.aikagi;

Deno.test("askAdmins() counts by block, whoever is asked for and whatever was passed", async () => {
  using world = await openWorld(ONE);
  for (let i = 0; i < (help.block[0]?.max ?? 0); i++) {
    const request = { identifier: `n${i}`, passed: "work" } as const;
    assertEquals((await ask(world, request)).kind, "asked");
  }
  assertEquals((await ask(world, { passed: "work" })).kind, "limit");
});

const SUSPECTED: [string, (i: number) => Partial<HelpRequest>, number][] = [
  [
    "name",
    (i) => ({ block: `192.0.${i}.0/24` }),
    freeHelp.name[0]?.max ?? 0,
  ],
  ["block", (i) => ({ identifier: `n${i}` }), freeHelp.block[0]?.max ?? 0],
  [
    "site",
    (i) => ({ identifier: `n${i}`, block: `192.0.${i}.0/24` }),
    freeHelp.site[0]?.max ?? 0,
  ],
];

Deno.test.each(SUSPECTED)(
  "askAdmins() takes a challenge past what is free for one %s, from whoever has passed none",
  async (...[, request, max]) => {
    using world = await openWorld(ONE);
    for (let i = 0; i < max; i++) {
      assertEquals((await ask(world, request(i))).kind, "asked");
    }
    const next = request(max);
    assertEquals((await ask(world, next)).kind, "challenge");
    assertEquals((await ask(world, next)).kind, "challenge");
    const passed = { ...next, passed: "ticket" } as const;
    assertEquals((await ask(world, passed)).kind, "asked");
  },
);

Deno.test("askAdmins() refuses nobody for what strangers have asked under the same name", async () => {
  using world = await openWorld(ONE);
  for (let i = 0; i < 30; i++) {
    await ask(world, { block: `192.0.${i}.0/24`, passed: "work" });
  }
  assertEquals(world.sent.length, 1);
  const own = { block: ELSEWHERE, passed: "work" } as const;
  assertEquals((await ask(world, own)).kind, "asked");
});

Deno.test("askAdmins() writes on from a device of the owner's, whatever strangers have used up", async () => {
  using world = await openWorld(ONE);
  const typed = { userName: "ann", password: PASSWORD, block: BLOCK };
  assert((await signIn(world, { ...typed, device: DEVICE })).ok);
  for (let i = 0; i < 20; i++) await ask(world, { passed: "work" });
  for (let i = 0; i < 20; i++) {
    await ask(world, { identifier: `n${i}`, passed: "work" });
  }
  assertEquals((await ask(world, { passed: "work" })).kind, "limit");
  const before = world.sent.length;
  assertEquals((await ask(world, { device: DEVICE })).kind, "asked");
  assertEquals(world.sent.length, before + 1);
  assertEquals((await ask(world, { device: DEVICE })).kind, "limit");
  const other = { device: DEVICE, identifier: "ben" };
  assertEquals((await ask(world, other)).kind, "limit");
});

/** Asks for each of so many people, each from a block of its own. */
async function askForAll(world: World, most: number): Promise<void> {
  for (let i = 0; i < most; i++) {
    const from = `10.${i >> 8}.${i & 255}.0/24`;
    const request = {
      identifier: `p${i}`,
      block: from,
      passed: "work",
    } as const;
    assertEquals((await ask(world, request)).kind, "asked");
  }
}

function crowd(count: number) {
  const people = Array.from(
    { length: count },
    (_, i) => ({ id: `a-${i}`, userName: `p${i}`, groups: [] }),
  );
  return memoryDirectory(PASSWORD, people);
}

Deno.test("askAdmins() lets names that nobody has use up nothing that others need", async () => {
  using world = await openWorld(ONE);
  await askForAll(world, 150);
  assertEquals(world.sent, []);
  const own = { block: ELSEWHERE, passed: "work" } as const;
  assertEquals((await ask(world, own)).kind, "asked");
  assertEquals(world.sent.length, 1);
});

Deno.test("askAdmins() sends no more than the limits of the site, and what is over waits for its hour", async () => {
  using world = await openWorld(ONE);
  world.directory = crowd(30);
  const most = help.site[0]?.max ?? 0;
  await askForAll(world, 30);
  assertEquals(world.sent.length, most);
  const { sweep } = await import("@/lib/flows/sweep.ts");
  world.wait(HOUR - MINUTE);
  await sweep(world);
  assertEquals(world.sent.length, most);
  world.wait(MINUTE);
  await sweep(world);
  assertEquals(world.sent.length, 30);
});

Deno.test("askAdmins() lets no mail wait longer than a day", async () => {
  using world = await openWorld(ONE);
  world.directory = crowd(150);
  await askForAll(world, 150);
  const [hour, day] = help.site.map(({ max }) => max);
  const waiting = await listOutgoing(world.kv, fail);
  assertEquals(waiting.length, day ?? 0);
  assertEquals(world.sent.length, hour);
});

Deno.test("askAdmins() lets 200 at once send one mail", async () => {
  using world = await openWorld(ONE);
  const all = await Promise.all(
    Array.from({ length: 200 }, () => askAdmins(world, ASK)),
  );
  await world.settle();
  assertEquals(all.filter(({ kind }) => kind === "asked").length, 1);
  assertEquals(world.sent.length, 1);
});

Deno.test("askAdmins() does not tell that two names are of one account, and mails for it once", async () => {
  using world = await openWorld(ONE);
  const contact = { email: "ann@example.com" };
  const ann = { id: "a-ann", userName: "ann", groups: [], contact };
  world.directory = memoryDirectory(PASSWORD, [ann]);
  assertEquals((await ask(world)).kind, "asked");
  const other = { identifier: "ann@example.com", block: ELSEWHERE };
  assertEquals((await ask(world, other)).kind, "asked");
  assertEquals(world.sent.length, 1);
});

Deno.test.each<[string, Partial<Policy>]>([
  ["nobody is named", {}],
  ["the organisation has a place of its own", {
    ...ONE,
    contact: "https://help.example.org/",
  }],
])("askAdmins() writes to nobody where %s", async (...[, policy]) => {
  using world = await openWorld(policy);
  assertEquals(await ask(world), { kind: "closed" });
  assertEquals(world.sent, []);
});

Deno.test("askAdmins() logs the code, and no name and no address", async () => {
  using world = await openWorld(ONE);
  const lines: string[] = [];
  const log = (...entry: unknown[]) => void lines.push(JSON.stringify(entry));
  const request = { ...ASK, support: "7K3M9QXA", identifier: "zed" };
  await askAdmins({ ...world, log }, request);
  await world.settle();
  assertEquals(
    lines[0],
    '["help_asked",{"support":"7K3M9QXA","account":null,"mailed":false}]',
  );
  assert(!/zed|@|example/.test(lines.join()));
});

Deno.test("askAdmins() writes for a disabled account and a frozen one", async () => {
  using world = await openWorld(ONE);
  const ann = { id: "a-ann", userName: "ann", groups: [], disabled: true };
  const ben = { id: "a-ben", userName: "ben", groups: [] };
  world.directory = memoryDirectory(PASSWORD, [ann, ben]);
  const frozen = freeze(NEWCOMER, { changedAt: NOON, now: NOON });
  await putPerson(world, "a-ben", frozen);
  for (const identifier of ["ann", "ben"]) {
    assertEquals((await ask(world, { identifier })).kind, "asked");
  }
  assertEquals(world.sent.length, 2);
});
