import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { enterCode } from "@/lib/flows/enter_code.ts";
import { removePhone } from "@/lib/flows/remove_phone.ts";
import { resendCode } from "@/lib/flows/resend_code.ts";
import { sendCode, type SendRequest } from "@/lib/flows/send_code.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { BLOCK, MINUTE, openWorld, type World } from "@/tests/support/world.ts";

const REQUEST: SendRequest = {
  number: "090-1234-5678",
  region: "JP",
  replaces: null,
  channel: "sms",
  block: BLOCK,
  locale: "en",
};
const AGAIN = { channel: "sms", block: BLOCK, locale: "en" } as const;

async function send(
  world: World,
  cookie: string,
  request: Partial<SendRequest> = {},
) {
  const visit = await world.visit(cookie);
  const answer = await sendCode(world, visit, { ...REQUEST, ...request });
  await world.settle();
  return answer;
}

async function enter(world: World, cookie: string, code: string) {
  const visit = await world.visit(cookie);
  const answer = await enterCode(world, visit, {
    method: "phone",
    code,
    locale: "en",
  });
  await world.settle();
  return answer;
}

async function again(world: World, cookie: string) {
  const answer = await resendCode(world, await world.visit(cookie), AGAIN);
  await world.settle();
  return answer;
}

async function register(world: World, cookie: string, number?: string) {
  const { person } = await world.visit(cookie);
  const replaces = person.phones[0]?.index ?? null;
  await send(world, cookie, { replaces, ...number ? { number } : {} });
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "right" });
}

function firstOf({ person }: SignedInVisit): string {
  return person.phones[0]?.index ?? "";
}

function wrong(code: string): string {
  return code === "000000" ? "000001" : "000000";
}

Deno.test("enterCode() makes the number the account's phone and uses the code up", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  assertEquals(await send(world, cookie), { kind: "sent" });
  assertEquals(world.sent.length, 1);
  assertEquals(world.sent[0]?.to, "+819012345678");

  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "right" });

  const { person, verification, entries } = await world.visit(cookie);
  const [phone] = person.phones;
  assert(phone !== undefined);
  assertEquals(
    world.keyring.open("number", phone.number),
    "+819012345678",
  );
  assertEquals(verification?.step, "used");
  const account = entries.person.ref.key.at(-1) as string;
  const ref = phoneHoldersRef(phone.index);
  assertEquals((await read(world.kv, [ref] as const))[0].value, [account]);
});

Deno.test("enterCode() answers a used code that comes again, and changes nothing", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await register(world, cookie);
  const before = (await world.visit(cookie)).entries.person.versionstamp;
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "used" });
  const after = (await world.visit(cookie)).entries.person.versionstamp;
  assertEquals(after, before);
});

Deno.test("enterCode() knows no code before one is sent", async () => {
  using world = await openWorld();
  assertEquals(await enter(world, await world.enter(), "123456"), {
    kind: "none",
  });
});

Deno.test("enterCode() takes a code just before its end and not at it", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await send(world, cookie);
  world.wait(10 * MINUTE - 1);
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "right" });

  const other = await world.enter("ben");
  world.wait(60_000);
  await send(world, other);
  world.wait(10 * MINUTE);
  assertEquals(await enter(world, other, world.lastCode()), { kind: "late" });
});

Deno.test("enterCode() burns a code at its fifth wrong try, for good", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await send(world, cookie);
  const code = world.lastCode();
  const answers = [];
  for (let i = 0; i < 5; i++) {
    answers.push(await enter(world, cookie, wrong(code)));
  }
  assertEquals(answers.map((answer) => answer.kind), [
    "wrong",
    "wrong",
    "wrong",
    "wrong",
    "tries",
  ]);
  assertEquals(await enter(world, cookie, code), { kind: "tries" });
  assertEquals((await world.visit(cookie)).person.phones, []);
});

Deno.test("enterCode() counts wrong codes on over new codes and channels, and blocks the method at 20", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await send(world, cookie);
  const kinds: string[] = [];
  for (let i = 0; i < 20; i++) {
    const channel = i < 10 ? "sms" : "voice";
    const answer = await enter(world, cookie, "999999");
    kinds.push(answer.kind);
    if (answer.kind !== "tries") continue;
    world.wait(11 * MINUTE);
    await world.visit(cookie);
    await world.settle();
    const visit = await world.visit(cookie);
    assertEquals(
      (await resendCode(world, visit, { ...AGAIN, channel })).kind,
      "sent",
    );
    await world.settle();
  }
  assertEquals(kinds.at(-1), "blocked");
  assertEquals((await again(world, cookie)).kind, "blocked");
});

Deno.test("enterCode() evaluates at most five of 200 parallel guesses", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await send(world, cookie);
  const code = world.lastCode();
  const guesses = Array.from(
    { length: 200 },
    (_, i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, "0"),
  );
  const visit = await world.visit(cookie);
  const answers = await Promise.all(
    guesses.map((guess) =>
      enterCode(world, visit, { method: "phone", code: guess, locale: "en" })
    ),
  );
  const told = answers.filter(({ kind }) => kind === "wrong").length;
  assertEquals(told, 4);
  const { person, verification } = await world.visit(cookie);
  assertEquals(person.failures.phone?.wrong, 5);
  assertEquals(verification?.tries, 5);
});

Deno.test("enterCode() binds the phone once for 20 parallel right codes", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await register(world, cookie, "090-1111-2222");
  await send(world, cookie);
  const visit = await world.visit(cookie);
  const attempt = {
    method: "phone",
    code: world.lastCode(),
    locale: "en",
  } as const;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => enterCode(world, visit, attempt)),
  );
  await world.settle();
  assertEquals(answers.filter(({ kind }) => kind === "right").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "used").length, 19);
  const told = world.sent.filter(({ to }) => to === "+819011112222");
  assertEquals(told.length, 2); // Its own code, and that it was replaced.
});

Deno.test("enterCode() tells the number that another window has set up in between", async () => {
  using world = await openWorld();
  const [one, two] = [await world.enter(), await world.enter()];
  await register(world, one, "090-1111-2222");
  const replaces = firstOf(await world.visit(one));
  await send(world, one, { number: "080-1234-5678", replaces });
  const first = world.lastCode();
  await send(world, two, { number: "070-1234-5678", replaces });
  const second = world.lastCode();
  world.sent.length = 0;
  // Both have read the person before either changes the number.
  const visits = [await world.visit(one), await world.visit(two)] as const;
  const attempt = { method: "phone", locale: "en" } as const;
  await enterCode(world, visits[0], { ...attempt, code: first });
  await enterCode(world, visits[1], { ...attempt, code: second });
  await world.settle();
  const told = world.sent.map(({ to }) => to).toSorted();
  assertEquals(told, ["+818012345678", "+819011112222"]);
});

Deno.test("enterCode() says when the code belongs to another window, and counts it", async () => {
  using world = await openWorld();
  const [one, two] = [await world.enter(), await world.enter()];
  await send(world, one);
  const code = world.lastCode();
  await send(world, two, { number: "080-1234-5678" });
  assertEquals(await enter(world, two, code), { kind: "elsewhere" });
  assertEquals((await world.visit(two)).verification?.tries, 1);
  assertEquals(await enter(world, one, code), { kind: "right" });
});

Deno.test("enterCode() says the same where no code waits, and counts that too", async () => {
  using world = await openWorld();
  const [one, two] = [await world.enter(), await world.enter()];
  await send(world, one);
  const code = world.lastCode();
  const wrong = code === "000000" ? "000001" : "000000";
  const { method: { wrong: most } } = LIMITS.aikagi;
  assertEquals(await enter(world, two, code), { kind: "elsewhere" });
  for (let i = 2; i <= most; i++) {
    assertEquals(await enter(world, two, wrong), { kind: "none" });
  }
  assertEquals((await enter(world, two, code)).kind, "blocked");
});

Deno.test("enterCode() says where no code waits that it was sent for something else", async () => {
  using world = await openWorld({ methods: ["phone", "email"] });
  const [one, two] = [await world.enter(), await world.enter()];
  await send(world, one);
  const attempt = { method: "email", locale: "en" } as const;
  const code = world.lastCode();
  const visit = await world.visit(two);
  assertEquals(
    (await enterCode(world, visit, { ...attempt, code })).kind,
    "purpose",
  );
});

Deno.test("enterCode() says when the code was sent for something else", async () => {
  using world = await openWorld();
  const [one, two] = [await world.enter(), await world.enter()];
  await send(world, one);
  const code = world.lastCode();
  await register(world, two, "080-1234-5678");
  const replaces = firstOf(await world.visit(two));
  await send(world, two, { number: "070-1234-5678", replaces });
  assertEquals(await enter(world, two, code), { kind: "purpose" });
});

Deno.test("sendCode() sends nothing twice to one number within the wait", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  const visit = await world.visit(cookie);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => sendCode(world, visit, REQUEST)),
  );
  await world.settle();
  assertEquals(answers.filter(({ kind }) => kind === "sent").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "waiting").length, 9);
  assertEquals(world.sent.length, 1);
});

Deno.test("sendCode() keeps the wait of each number, however they alternate", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  const [a, b] = [{}, { number: "080-1234-5678" }];
  assertEquals(await send(world, cookie, a), { kind: "sent" });
  assertEquals(await send(world, cookie, b), { kind: "sent" });
  for (const each of [a, b, a, b]) {
    const { kind } = await send(world, cookie, each);
    assertEquals(kind, each === b ? "waiting" : "early");
  }
  assertEquals(world.sent.length, 2);
  world.wait(33_000);
  assertEquals(await send(world, cookie, a), { kind: "sent" });
  assertEquals(await send(world, cookie, b), { kind: "sent" });
  // The second wait of each is twice as long.
  world.wait(59_000);
  assertEquals((await send(world, cookie, a)).kind, "early");
  assertEquals((await send(world, cookie, b)).kind, "waiting");
  world.wait(7_000);
  assertEquals(await send(world, cookie, a), { kind: "sent" });
  assertEquals(world.sent.length, 5);
});

Deno.test("resendCode() sends the same code again, its life no longer, after growing waits", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await send(world, cookie);
  const first = world.lastCode();
  const until = (await world.visit(cookie)).verification?.until;
  assertEquals((await again(world, cookie)).kind, "waiting");
  world.wait(33_000);
  assertEquals(await again(world, cookie), { kind: "sent" });
  assertEquals(world.lastCode(), first);
  assertEquals((await world.visit(cookie)).verification?.until, until);
  world.wait(59_000);
  assertEquals((await again(world, cookie)).kind, "waiting");
  world.wait(7_000);
  assertEquals(await again(world, cookie), { kind: "sent" });
});

Deno.test("resendCode() makes a new code once the old one is too old", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await send(world, cookie);
  const first = (await world.visit(cookie)).verification?.id;
  world.wait(10 * MINUTE);
  assertEquals(await again(world, cookie), { kind: "sent" });
  assertNotEquals((await world.visit(cookie)).verification?.id, first);
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "right" });
});

Deno.test("sendCode() refuses what cannot get a code before anything is sent", async () => {
  using world = await openWorld({ smsCountries: ["JP"] });
  const cookie = await world.enter();
  const kinds = [
    await send(world, cookie, { number: "" }),
    await send(world, cookie, { number: "03-1234-5678" }),
    await send(world, cookie, { number: "+1 212 555 0123" }),
  ];
  assertEquals(kinds, [
    { kind: "number", why: "empty" },
    { kind: "channel", why: "landline" },
    { kind: "channel", why: "country" },
  ]);
  assertEquals(world.sent, []);
});

Deno.test("sendCode() allows five numbers a day for one account, then more the day after", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  for (let i = 0; i < 5; i++) {
    const number = `090-1234-000${i}`;
    assertEquals(await send(world, cookie, { number }), { kind: "sent" });
  }
  const sixth = { number: "090-1234-0009" };
  assertEquals((await send(world, cookie, sixth)).kind, "limit");
  assertEquals(world.sent.length, 5);
  world.wait(24 * 60 * MINUTE);
  const next = await world.enter();
  assertEquals(await send(world, next, sixth), { kind: "sent" });
});

Deno.test("changing the phone tells the old number; another account may have the same one", async () => {
  using world = await openWorld();
  const ann = await world.enter();
  await register(world, ann);
  await register(world, ann, "080-1234-5678");
  const { to, text } = world.sent.at(-1) ?? { to: "", text: "" };
  assertEquals(to, "+819012345678");
  assert(!/\d{6}/.test(text));
  await register(world, await world.enter("ben"), "080-1234-5678");
});

Deno.test("changing or removing the phone needs a fresh password", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await register(world, cookie);
  world.wait(5 * MINUTE);
  assertEquals((await send(world, cookie)).kind, "stale");
  const visit: SignedInVisit = await world.visit(cookie);
  assertEquals(await removePhone(world, visit, firstOf(visit)), {
    kind: "stale",
  });
});

Deno.test("removePhone() removes it once, and tells its number", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  await register(world, cookie);
  const visit = await world.visit(cookie);
  const answers = await Promise.all([
    removePhone(world, visit, firstOf(visit)),
    removePhone(world, visit, firstOf(visit)),
  ]);
  await world.settle();
  assertEquals(answers.map(({ kind }) => kind).toSorted(), ["none", "removed"]);
  assertEquals((await world.visit(cookie)).person.phones, []);
  assertEquals(world.sent.length, 2);
  assertEquals(world.sent.at(-1)?.to, "+819012345678");
});

Deno.test("a policy that closes the phone is obeyed at once", async () => {
  using world = await openWorld({ register: "groups", groups: ["staff"] });
  const ben = await world.enter("ben");
  assertEquals((await send(world, ben)).kind, "closed");
  assertEquals(await send(world, await world.enter("ann")), { kind: "sent" });
});

Deno.test("enterCode() binds nothing that could not be asked for now", async () => {
  using world = await openWorld();
  const [one, two] = [await world.enter(), await world.enter()];
  world.wait(6 * MINUTE);
  await send(world, one);
  const first = world.lastCode();
  await send(world, two, { number: "080-1234-5678" });
  const second = world.lastCode();
  assertEquals(await enter(world, two, second), { kind: "right" });
  // The other session never gave a fresh password, and now there is something to take away.
  assertEquals(await enter(world, one, first), { kind: "none" });
});
