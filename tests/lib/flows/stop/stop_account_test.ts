import { assert, assertEquals } from "@std/assert";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { STOP_LIFE } from "@/lib/domain/stop_code.ts";
import { mayChange } from "@/lib/flows/may_change.ts";
import { tellPerson } from "@/lib/flows/notices.ts";
import { stopAccount } from "@/lib/flows/stop/stop_account.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { personRef } from "@/lib/store/people.ts";
import { commit, read } from "@/lib/store/records.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import {
  emailOf,
  phoneOf,
  putPerson,
  readStop,
} from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  type World,
} from "@/tests/support/world.ts";

const ACCOUNT = "a-ann";
const HOUR = 60 * MINUTE;

/** Ann with an old phone and address, who is told of a change; returns the code of the notices. */
async function told(world: World): Promise<string> {
  await putPerson(world, ACCOUNT, {
    phones: [phoneOf(world, "+819012345678", NOON - HOUR)],
    email: emailOf(world, "ann@example.com", NOON - HOUR),
  });
  return await tellAgain(world);
}

async function tellAgain(world: World): Promise<string> {
  const [{ value }] = await read(world.kv, [personRef(ACCOUNT)] as const);
  const policy = { contact: "" };
  const notice = {
    what: "changed",
    account: ACCOUNT,
    policy,
    except: [],
  } as const;
  const notices = tellPerson(world, value ?? NEWCOMER, notice);
  notices.sendAfter(await commit(world.kv, notices.changes));
  await world.settle();
  const code = readStop(world.sent.at(-1) ?? { text: "" });
  world.sent.length = 0;
  return code;
}

async function stop(world: World, code: string, block = BLOCK) {
  const answer = await stopAccount(world, { code, block });
  await world.settle();
  return answer.kind;
}

async function ann(world: World) {
  const [{ value }] = await read(world.kv, [personRef(ACCOUNT)] as const);
  assert(value !== null);
  return value;
}

Deno.test("stopAccount() freezes, ends every session, uses the code up and tells all addresses", async () => {
  using world = await openWorld();
  const code = await told(world);
  const [one, two] = [await world.enter(), await world.enter()];
  world.wait(MINUTE);
  assertEquals(await stop(world, code), "stopped");
  const { frozenAt, doubtedSince, epoch } = await ann(world);
  assertEquals([frozenAt, doubtedSince, epoch], [
    NOON + MINUTE,
    NOON - 5 * MINUTE,
    NOON + MINUTE,
  ]);
  for (const cookie of [one, two]) {
    assertEquals((await openVisit(world, cookie)).session, null);
  }
  assertEquals(world.sent.map(({ to }) => to).toSorted(), [
    "+819012345678",
    "ann@example.com",
  ]);
  for (const { text } of world.sent) {
    assert(text.includes("key.example/register"), text);
    assert(!text.includes("/stop"));
  }
  assertEquals(await stop(world, code), "unknown");
});

Deno.test("stopAccount() leaves nothing to be changed until it is lifted", async () => {
  using world = await openWorld({ methods: ["phone", "email"] });
  await stop(world, await told(world));
  const visit = await world.visit(await world.enter());
  assertEquals(mayChange(visit, "phone"), { kind: "frozen" });
  assertEquals(mayChange(visit, "email"), { kind: "frozen" });
});

Deno.test("stopAccount() answers unknown, used and late codes alike", async () => {
  using world = await openWorld();
  const late = await told(world);
  const used = await tellAgain(world);
  assertEquals(await stop(world, used), "stopped");
  const { epoch } = await ann(world);
  world.wait(STOP_LIFE);
  for (const code of ["ZZZZZZZZ", used, late]) {
    assertEquals(await stop(world, code), "unknown", code);
  }
  assertEquals((await ann(world)).epoch, epoch);
  assertEquals(world.events.at(-1), "authn_token_fail");
});

Deno.test("stopAccount() takes a code just before its end", async () => {
  using world = await openWorld();
  const code = await told(world);
  world.wait(STOP_LIFE - 1);
  assertEquals(await stop(world, code), "stopped");
});

Deno.test("stopAccount() of one code is done once by 200 at once", async () => {
  using world = await openWorld();
  const code = await told(world);
  const answers = await Promise.all(
    Array.from(
      { length: 200 },
      (_, i) => stopAccount(world, { code, block: `10.0.${i}.0/24` }),
    ),
  );
  await world.settle();
  const count = (kind: string) =>
    answers.filter((answer) => answer.kind === kind).length;
  assertEquals([count("stopped"), count("unknown")], [1, 199]);
  assertEquals((await ann(world)).epoch, NOON);
  assertEquals(world.sent.length, 2);
});

Deno.test("stopAccount() takes ten codes of one block in a quarter of an hour, the right one included", async () => {
  using world = await openWorld();
  const code = await told(world);
  for (let i = 0; i < 10; i++) {
    assertEquals(await stop(world, `0000000${i}`), "unknown");
  }
  assertEquals(await stop(world, code), "limit");
  assertEquals((await ann(world)).frozenAt, null);
  assertEquals(await stop(world, "00000000", "198.51.100.0/24"), "unknown");
  world.wait(15 * MINUTE);
  assertEquals(await stop(world, code), "stopped");
});

Deno.test("stopAccount() takes 500 codes an hour in all, wherever they come from", async () => {
  using world = await openWorld();
  const code = await told(world);
  for (let i = 0; i < 500; i++) {
    const block = `10.${i % 250}.${Math.floor(i / 250)}.0/24`;
    assertEquals(await stop(world, "ZZZZZZZZ", block), "unknown");
  }
  assertEquals(await stop(world, code, "198.51.100.0/24"), "limit");
  world.wait(HOUR);
  assertEquals(await stop(world, code, "198.51.100.0/24"), "stopped");
});

Deno.test("stopAccount() evaluates ten of 200 guesses at once", async () => {
  using world = await openWorld();
  await told(world);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      stopAccount(world, {
        code: String(i).padStart(8, "0"),
        block: BLOCK,
      })),
  );
  const judged = answers.filter(({ kind }) => kind === "unknown").length;
  assertEquals(judged, 10);
});

Deno.test("a second code of a person who is frozen ends the new sessions as well", async () => {
  using world = await openWorld();
  const [first, second] = [await told(world), await tellAgain(world)];
  await stop(world, first);
  const cookie = await world.enter();
  assertEquals(await stop(world, second), "stopped");
  assertEquals((await openVisit(world, cookie)).session, null);
  assertEquals((await ann(world)).frozenAt, NOON);
});

Deno.test("a stop code is found under an older key as well", async () => {
  using world = await openWorld();
  const code = await told(world);
  const { keyring } = await import("@/lib/crypto/keyring.ts");
  const old = { id: "k1", secret: new Uint8Array(32).fill(7) };
  const fresh = { id: "k2", secret: new Uint8Array(32).fill(9) };
  world.keyring = keyring([fresh, old]);
  assertEquals(await stop(world, code), "stopped");
});

Deno.test("stopAccount() costs three reads and two commits", async () => {
  using world = await openWorld();
  const code = await told(world);
  const count = { reads: 0, commits: 0 };
  const kv = countingKv(world.kv, count);
  await stopAccount({ ...world, kv, later: () => {} }, { code, block: BLOCK });
  assertEquals(count, { reads: 3, commits: 2 });
});
