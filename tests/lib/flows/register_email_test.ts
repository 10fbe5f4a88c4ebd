import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { enterCode } from "@/lib/flows/enter_code.ts";
import { removeEmail } from "@/lib/flows/remove_email.ts";
import { resendCode } from "@/lib/flows/resend_code.ts";
import { sendCode } from "@/lib/flows/send_code.ts";
import { sendEmailCode } from "@/lib/flows/send_email_code.ts";
import { emailIndexRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { BLOCK, MINUTE, openWorld, type World } from "@/tests/support/world.ts";

const BOTH: Partial<Policy> = { methods: ["phone", "email"] };
const ADDRESS = "ann+home@example.com";
const PHONE = {
  number: "090-1234-5678",
  region: "JP",
  channel: "sms",
  replaces: null,
  block: BLOCK,
  locale: "en",
} as const;

async function send(world: World, cookie: string, address = ADDRESS) {
  const request = { address, block: BLOCK, locale: "en" };
  const visit = await world.visit(cookie);
  const answer = await sendEmailCode(world, visit, request);
  await world.settle();
  return answer;
}

async function enter(
  world: World,
  cookie: string,
  typed: string | { method: "phone"; code: string },
) {
  const visit = await world.visit(cookie);
  const tried = typeof typed === "string"
    ? { method: "email", code: typed } as const
    : typed;
  const answer = await enterCode(world, visit, { ...tried, locale: "en" });
  await world.settle();
  return answer;
}

async function again(world: World, cookie: string, channel: "email" | "sms") {
  const visit = await world.visit(cookie);
  const request = { channel, block: BLOCK, locale: "en" };
  const answer = await resendCode(world, visit, request);
  await world.settle();
  return answer;
}

async function register(world: World, cookie: string, address = ADDRESS) {
  assertEquals(await send(world, cookie, address), { kind: "sent" });
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "right" });
}

function wrong(code: string): string {
  return code === "000000" ? "000001" : "000000";
}

Deno.test("a code by mail makes the address the account's, and is used up", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  assertEquals(await send(world, cookie), { kind: "sent" });
  const [mail] = world.sent;
  assertEquals([mail?.channel, mail?.to], ["email", ADDRESS]);
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "right" });

  const { person, verification, entries } = await world.visit(cookie);
  assert(person.email !== null);
  const { address, index } = person.email;
  assertEquals(world.keyring.open("address", address), ADDRESS);
  assertEquals(verification?.step, "used");
  const account = entries.person.ref.key.at(-1) as string;
  const found = await read(
    world.kv,
    [emailIndexRef(index, account)] as const,
  );
  assertEquals(found[0].value, account);
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "used" });
});

Deno.test("sendEmailCode() refuses what is no address, and the organisation's own", async () => {
  using world = await openWorld({ ...BOTH, ownDomains: ["corp.example"] });
  const cookie = await world.enter();
  const whys = [
    ["", "empty"],
    ["ann", "form"],
    ["a@x.example\r\nBcc: b@x.example", "signs"],
    ["ann@corp.example", "own"],
    ["ann@mail.CORP.example", "own"],
  ] as const;
  for (const [typed, why] of whys) {
    assertEquals(await send(world, cookie, typed), { kind: "address", why });
  }
  assertEquals(world.sent, []);
});

Deno.test("sendEmailCode() is closed where the policy or the delivery has no email", async () => {
  using closed = await openWorld();
  assertEquals((await send(closed, await closed.enter())).kind, "closed");
  using world = await openWorld(BOTH);
  const { delivery } = world;
  world.delivery = { channels: ["sms"], send: delivery.send };
  assertEquals((await send(world, await world.enter())).kind, "closed");
});

Deno.test("a code by mail lives ten minutes and has five tries", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await send(world, cookie);
  world.wait(10 * MINUTE - 1);
  assertEquals(await enter(world, cookie, world.lastCode()), { kind: "right" });

  const ben = await world.enter("ben");
  await send(world, ben, "ben@example.com");
  world.wait(10 * MINUTE);
  assertEquals(await enter(world, ben, world.lastCode()), { kind: "late" });

  const cat = await world.enter("ben");
  world.wait(MINUTE);
  await send(world, cat, "cat@example.com");
  const kinds = [];
  for (let i = 0; i < 5; i++) {
    kinds.push((await enter(world, cat, wrong(world.lastCode()))).kind);
  }
  assertEquals(kinds, ["wrong", "wrong", "wrong", "wrong", "tries"]);
  assertEquals(await enter(world, cat, world.lastCode()), { kind: "tries" });
});

Deno.test("wrong codes by mail count for email alone", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await send(world, cookie);
  await enter(world, cookie, wrong(world.lastCode()));
  const { failures } = (await world.visit(cookie)).person;
  assertEquals([failures.email?.wrong, failures.phone], [1, undefined]);
});

Deno.test("a code that was sent to a phone sets no address up, and the other way round", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await sendCode(world, await world.visit(cookie), PHONE);
  await world.settle();
  const text = world.lastCode();
  assertEquals(await enter(world, cookie, text), { kind: "none" });
  await send(world, cookie);
  const mail = world.lastCode();
  assertEquals(await enter(world, cookie, { method: "phone", code: mail }), {
    kind: "none",
  });
  if (text !== mail) {
    assertEquals((await enter(world, cookie, text)).kind, "wrong");
  }
  assertEquals(await again(world, cookie, "sms"), { kind: "none" });
  assertEquals(await enter(world, cookie, mail), { kind: "right" });
});

Deno.test("the same code is mailed again after a wait, to the same address", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await send(world, cookie);
  const first = world.lastCode();
  assertEquals((await again(world, cookie, "email")).kind, "waiting");
  assertEquals((await send(world, cookie)).kind, "waiting");
  world.wait(33_000);
  assertEquals(await again(world, cookie, "email"), { kind: "sent" });
  assertEquals([world.lastCode(), world.sent.at(-1)?.to], [first, ADDRESS]);
  world.wait(10 * MINUTE);
  assertEquals(await again(world, cookie, "email"), { kind: "sent" });
  assertNotEquals(world.sent.length, 2);
});

Deno.test("resendCode() obeys a policy that has closed the domain since", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await send(world, cookie);
  world.wait(MINUTE);
  const visit = await world.visit(cookie);
  const policy = { ...visit.policy, ownDomains: ["example.com"] };
  const request = { channel: "email", block: BLOCK, locale: "en" } as const;
  assertEquals(await resendCode(world, { ...visit, policy }, request), {
    kind: "address",
    why: "own",
  });
});

Deno.test("mail to one address is limited over accounts and sessions, then allowed again", async () => {
  using world = await openWorld(BOTH);
  const [window] = LIMITS.aikagi.send.number;
  assert(window !== undefined);
  for (let i = 0; i < window.max; i++) {
    const cookie = await world.enter(i % 2 ? "ann" : "ben");
    assertEquals((await send(world, cookie)).kind, "sent");
  }
  assertEquals((await send(world, await world.enter("ben"))).kind, "limit");
  assertEquals(world.sent.length, window.max);
  world.wait(window.within);
  assertEquals((await send(world, await world.enter("ben"))).kind, "sent");
});

Deno.test("one account tries five addresses a day", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  for (let i = 0; i < 5; i++) {
    assertEquals((await send(world, cookie, `a${i}@example.com`)).kind, "sent");
  }
  assertEquals((await send(world, cookie, "a9@example.com")).kind, "limit");
});

Deno.test("look-alikes and tags are addresses of their own", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await register(world, cookie, "ann@example.com");
  const before = (await world.visit(cookie)).person.email?.index;
  await register(world, cookie, "аnn@example.com");
  const after = (await world.visit(cookie)).person.email?.index;
  assertNotEquals(after, before);
});

Deno.test("changing the address tells the old one; another account may have the same", async () => {
  using world = await openWorld(BOTH);
  const ann = await world.enter();
  await register(world, ann, "old@example.com");
  const old = (await world.visit(ann)).person.email?.index ?? "";
  await register(world, ann, "new@example.com");
  const told = world.sent.at(-1);
  assertEquals([told?.channel, told?.to], ["email", "old@example.com"]);
  assert(told?.subject && told.html && !/\d{6}/.test(told.text));
  const [gone] = await read(world.kv, [emailIndexRef(old, "a-ann")] as const);
  assertEquals(gone.value, null);
  await register(world, await world.enter("ben"), "new@example.com");
});

Deno.test("a change of the phone is told by mail, and one of the address by text", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await register(world, cookie);
  await sendCode(world, await world.visit(cookie), PHONE);
  await world.settle();
  await enter(world, cookie, { method: "phone", code: world.lastCode() });
  assertEquals(world.sent.at(-1)?.to, ADDRESS);
  await register(world, cookie, "new@example.com");
  const told = world.sent.slice(-2).map(({ to }) => to).toSorted();
  assertEquals(told, ["+819012345678", ADDRESS]);
});

Deno.test("changing or removing the address needs a fresh proof", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await register(world, cookie);
  world.wait(5 * MINUTE);
  assertEquals((await send(world, cookie)).kind, "stale");
  const visit = await world.visit(cookie);
  const index = visit.person.email?.index ?? "";
  assertEquals((await removeEmail(world, visit, index)).kind, "stale");
});

Deno.test("removeEmail() removes it once of 200 times, and tells it", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await register(world, cookie);
  const visit = await world.visit(cookie);
  const index = visit.person.email?.index ?? "";
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => removeEmail(world, visit, index)),
  );
  await world.settle();
  assertEquals(answers.filter(({ kind }) => kind === "removed").length, 1);
  assertEquals((await world.visit(cookie)).person.email, null);
  assertEquals(world.sent.map(({ to }) => to), [ADDRESS, ADDRESS]);
  assertEquals((await removeEmail(world, visit, "other")).kind, "none");
});

Deno.test("of 200 right codes at once one binds the address", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  await send(world, cookie);
  const visit = await world.visit(cookie);
  const attempt = {
    method: "email",
    code: world.lastCode(),
    locale: "en",
  } as const;
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => enterCode(world, visit, attempt)),
  );
  assertEquals(answers.filter(({ kind }) => kind === "right").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "used").length, 199);
});

Deno.test("of 200 requests for a code at once one sends a mail", async () => {
  using world = await openWorld(BOTH);
  const visit = await world.visit(await world.enter());
  const request = { address: ADDRESS, block: BLOCK, locale: "en" };
  await Promise.all(
    Array.from({ length: 200 }, () => sendEmailCode(world, visit, request)),
  );
  await world.settle();
  assertEquals(world.sent.length, 1);
});

Deno.test("setting an address up costs four reads and four commits at most", async () => {
  using world = await openWorld(BOTH);
  const cookie = await world.enter();
  const count = { reads: 0, commits: 0 };
  world.kv = countingKv(world.kv, count);
  await send(world, cookie);
  await enter(world, cookie, world.lastCode());
  assert(count.reads <= 4 && count.commits <= 4, JSON.stringify(count));
});
