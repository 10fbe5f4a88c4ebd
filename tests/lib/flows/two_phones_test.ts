import { assert, assertEquals } from "@std/assert";
import { enterCode } from "@/lib/flows/enter_code.ts";
import { preferPhone, removePhone } from "@/lib/flows/remove_phone.ts";
import { sendCode } from "@/lib/flows/send_code.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { BLOCK, MINUTE, openWorld, type World } from "@/tests/support/world.ts";

const NUMBERS = ["090-1234-0001", "090-1234-0002", "090-1234-0003"] as const;
const [ONE, TWO, THREE] = NUMBERS;

async function send(
  world: World,
  cookie: string,
  { number, replaces = null }: { number: string; replaces?: string | null },
) {
  const request = {
    number,
    region: "JP",
    channel: "sms",
    replaces,
    block: BLOCK,
    locale: "en",
  } as const;
  const answer = await sendCode(world, await world.visit(cookie), request);
  await world.settle();
  return answer;
}

async function enter(world: World, cookie: string, code = world.lastCode()) {
  const attempt = { method: "phone", code, locale: "en" } as const;
  const answer = await enterCode(world, await world.visit(cookie), attempt);
  await world.settle();
  return answer.kind;
}

async function add(world: World, cookie: string, number: string) {
  assertEquals(await send(world, cookie, { number }), { kind: "sent" });
  assertEquals(await enter(world, cookie), "right");
}

/** The ends of the numbers in their order, and whether the index has those alone. */
async function phonesOf(world: World, cookie: string): Promise<string[]> {
  const { person } = await world.visit(cookie);
  const indexed = await Array.fromAsync(
    world.kv.list({ prefix: ["people_by_phone"] }),
  );
  assertEquals(
    indexed.map(({ key }) => key[1]).toSorted(),
    person.phones.map(({ index }) => index).toSorted(),
  );
  return person.phones.map(({ number }) =>
    world.keyring.open("number", number).slice(-1)
  );
}

async function indexAt(world: World, cookie: string, place: number) {
  return (await world.visit(cookie)).person.phones[place]?.index ?? "";
}

Deno.test("a second number is added behind the first, and a third is not", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await add(world, cookie, ONE);
  await add(world, cookie, TWO);
  assertEquals(await phonesOf(world, cookie), ["1", "2"]);
  assertEquals(await send(world, cookie, { number: THREE }), {
    kind: "closed",
  });
});

Deno.test("either number is replaced in its place, also by the other", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await add(world, cookie, ONE);
  await add(world, cookie, TWO);
  await send(world, cookie, {
    number: THREE,
    replaces: await indexAt(world, cookie, 0),
  });
  await enter(world, cookie);
  assertEquals(await phonesOf(world, cookie), ["3", "2"]);
  await send(world, cookie, {
    number: TWO,
    replaces: await indexAt(world, cookie, 0),
  });
  await enter(world, cookie);
  assertEquals(await phonesOf(world, cookie), ["2"]);
});

Deno.test("two windows that add a second number each leave two, the first untouched", async () => {
  using world = await openWorld();
  const [a, b] = [await world.enter(), await world.enter()];
  await add(world, a, ONE);
  await send(world, a, { number: TWO });
  const code = world.lastCode();
  await send(world, b, { number: THREE });
  assertEquals(await enter(world, b), "right");
  assertEquals(await enter(world, a, code), "right");
  assertEquals(await phonesOf(world, a), ["1", "2"]);
});

Deno.test("a number on its way for one place is not sent to again for another within the wait", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await add(world, cookie, ONE);
  await send(world, cookie, { number: TWO });
  const replaces = await indexAt(world, cookie, 0);
  const early = await send(world, cookie, { number: TWO, replaces });
  assertEquals(early.kind, "early");
  world.wait(MINUTE);
  assertEquals(
    (await send(world, cookie, { number: TWO, replaces })).kind,
    "sent",
  );
  assertEquals(await enter(world, cookie), "right");
  assertEquals(await phonesOf(world, cookie), ["2"]);
});

Deno.test("preferPhone() puts a number first, any number of times", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await add(world, cookie, ONE);
  await add(world, cookie, TWO);
  const second = await indexAt(world, cookie, 1);
  const visit = await world.visit(cookie);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => preferPhone(world, visit, second)),
  );
  assert(answers.every(({ kind }) => kind === "done"));
  assertEquals(await phonesOf(world, cookie), ["2", "1"]);
  await preferPhone(world, await world.visit(cookie), "unknown");
  assertEquals(await phonesOf(world, cookie), ["2", "1"]);
  world.wait(5 * MINUTE);
  const late = await preferPhone(world, await world.visit(cookie), second);
  assertEquals(late, { kind: "stale" });
  await world.settle(); // The session was noted as in use.
});

Deno.test("removePhone() takes one of two away and tells both", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await add(world, cookie, ONE);
  await add(world, cookie, TWO);
  const index = await indexAt(world, cookie, 0);
  world.sent.length = 0;
  await removePhone(world, await world.visit(cookie), index);
  await world.settle();
  assertEquals(await phonesOf(world, cookie), ["2"]);
  const told = world.sent.map(({ to }) => to.slice(-1)).toSorted();
  assertEquals(told, ["1", "2"]);
  const [gone] = await read(
    world.kv,
    [phoneHoldersRef(index)] as const,
  );
  assertEquals(gone.value, null);
});
