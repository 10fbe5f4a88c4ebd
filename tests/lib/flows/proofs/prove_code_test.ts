import { assert, assertEquals } from "@std/assert";
import { freeze } from "@/lib/domain/frozen.ts";
import type { Person } from "@/lib/domain/person.ts";
import { enterCode } from "@/lib/flows/enter_code.ts";
import { proveCode } from "@/lib/flows/proofs/prove_code.ts";
import { proofDestinations, sendProof } from "@/lib/flows/proofs/send_proof.ts";
import { renewSession } from "@/lib/flows/renew_session.ts";
import { sendCode } from "@/lib/flows/send_code.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  type World,
} from "@/tests/support/world.ts";

const OLD = NOON - 60 * MINUTE;
const POLICY = { methods: ["phone", "email"] } as const;

async function enter(world: World, has: Partial<Person> = {}) {
  await putPerson(world, "a-ann", {
    phones: [
      phoneOf(world, "+819012345678", OLD),
      phoneOf(world, "+818012345678", NOON),
    ],
    email: emailOf(world, "ann@example.com", OLD),
    ...has,
  });
  return await world.enter();
}

async function send(world: World, cookie: string, place = 0) {
  const visit = await world.visit(cookie);
  const { index, channel } = proofDestinations(world, visit)[place] ?? {};
  if (index === undefined || channel === undefined) throw new Error("Nowhere");
  const request = { index, channel, block: BLOCK, locale: "en" };
  const answer = await sendProof(world, visit, request);
  await world.settle();
  return answer.kind;
}

async function prove(world: World, cookie: string, code: string) {
  return (await proveCode(world, await world.visit(cookie), {
    code,
    end: "prove",
  })).kind;
}

Deno.test("proofDestinations() offers each phone by text and call, and the address", async () => {
  using world = await openWorld(POLICY);
  const visit = await world.visit(await enter(world));
  assertEquals(proofDestinations(world, visit).map(({ channel }) => channel), [
    "sms",
    "voice",
    "sms",
    "voice",
    "email",
  ]);
});

Deno.test("proofDestinations() leaves out what was set up since the doubt, and what the policy has not", async () => {
  using world = await openWorld({ methods: ["phone"], voiceCountries: [] });
  const cookie = await enter(world);
  const visit = await world.visit(cookie);
  const person = freeze(visit.person, { changedAt: NOON, now: NOON });
  const left = proofDestinations(world, { ...visit, person });
  assertEquals(left.map(({ channel }) => channel), ["sms"]);
});

for (
  const [place, to] of [[0, "+819012345678"], [4, "ann@example.com"]] as const
) {
  Deno.test(`proveCode() takes the code that was sent to ${to}, once`, async () => {
    using world = await openWorld(POLICY);
    const cookie = await enter(world);
    const before = (await world.visit(cookie)).person;
    assertEquals(await send(world, cookie, place), "sent");
    assertEquals(world.sent.at(-1)?.to, to);
    const code = world.lastCode();
    assertEquals(await prove(world, cookie, code), "right");
    assertEquals(await prove(world, cookie, code), "used");
    const { person } = await world.visit(cookie);
    assertEquals(person.phones, before.phones);
    assertEquals(person.email, before.email);
    assertEquals(world.sent.length, 1, "nobody is told: nothing has changed");
  });
}

Deno.test("proveCode() counts wrong codes with those of the method", async () => {
  using world = await openWorld(POLICY);
  const cookie = await enter(world);
  await send(world, cookie);
  const wrong = world.lastCode() === "000000" ? "000001" : "000000";
  assertEquals(await prove(world, cookie, wrong), "wrong");
  assertEquals((await world.visit(cookie)).person.failures.phone?.wrong, 1);
  assertEquals(await prove(world, cookie, world.lastCode()), "right");
  assertEquals((await world.visit(cookie)).person.failures, {});
});

Deno.test("proveCode() is right once for 200 at once", async () => {
  using world = await openWorld(POLICY);
  const cookie = await enter(world);
  await send(world, cookie);
  const visit = await world.visit(cookie);
  const code = world.lastCode();
  const answers = await Promise.all(
    Array.from(
      { length: 200 },
      () => proveCode(world, visit, { code, end: "prove" }),
    ),
  );
  assertEquals(answers.filter(({ kind }) => kind === "right").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "used").length, 199);
});

Deno.test("a code for one end is good for no other", async () => {
  using world = await openWorld(POLICY);
  const cookie = await enter(world, { phones: [] });
  const typed = { number: "090-1111-2222", region: "JP", replaces: null };
  const order = {
    ...typed,
    channel: "sms",
    block: BLOCK,
    locale: "en",
  } as const;
  await sendCode(world, await world.visit(cookie), order);
  await world.settle();
  assertEquals(await prove(world, cookie, world.lastCode()), "none");

  await send(world, cookie);
  const visit = await world.visit(cookie);
  const attempt = {
    method: "email",
    code: world.lastCode(),
    locale: "en",
  } as const;
  assertEquals((await enterCode(world, visit, attempt)).kind, "none");
});

Deno.test("proveCode() takes no code to a phone that is gone or doubted meanwhile", async () => {
  using world = await openWorld(POLICY);
  const cookie = await enter(world);
  await send(world, cookie);
  await putPerson(world, "a-ann", {});
  assertEquals(await prove(world, cookie, world.lastCode()), "none");
});

Deno.test("the mail of a code that proves warns whoever did not ask for it", async () => {
  using world = await openWorld(POLICY);
  const cookie = await enter(world);
  await send(world, cookie, 4);
  const t = translator("en");
  const text = world.sent.at(-1)?.text ?? "";
  assert(text.includes(t("mail.code.prove", { host: "key.example" })), text);
  assert(text.includes(t("mail.code.prove.not")), text);
});

Deno.test("renewSession() moves to a new session that says what proved it", async () => {
  using world = await openWorld(POLICY);
  const cookie = await enter(world);
  world.wait(MINUTE);
  const visit = await world.visit(cookie);
  const renewed = await renewSession(world, visit, "phone");
  assert(renewed !== null && renewed !== cookie);
  assertEquals((await openVisit(world, cookie)).session, null);
  const { session } = await world.visit(renewed);
  assertEquals([session.provedBy, session.provedAt, session.openedAt], [
    "phone",
    NOON + MINUTE,
    NOON,
  ]);
  assertEquals(await renewSession(world, visit, "phone"), null);
});

Deno.test("renewSession() of one session is done once by 200 at once", async () => {
  using world = await openWorld(POLICY);
  const visit = await world.visit(await enter(world));
  const cookies = await Promise.all(
    Array.from({ length: 200 }, () => renewSession(world, visit, "totp")),
  );
  assertEquals(cookies.filter((cookie) => cookie !== null).length, 1);
});
