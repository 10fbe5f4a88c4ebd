/** The codes of texts, calls and mails once many were wrong. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Contact } from "@/lib/directory/directory.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { redeemLink } from "@/lib/flows/reset/mail_link.ts";
import { network } from "@/tests/lib/flows/reset/guessing.ts";
import {
  ANN,
  NUMBER,
  openLost,
  TYPED,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { phoneOf, putPerson } from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  PASSWORD,
  readCode,
  type World,
} from "@/tests/support/world.ts";

const NAMES = ["ann", "nobody"] as const;

/** Types wrong codes of mails or texts from that network until the method asks for more. */
async function guessCodes(
  world: World,
  { from, identifier = "ann", typed = null }: {
    from: string;
    identifier?: string;
    typed?: string | null;
  },
) {
  const kinds: string[] = [];
  for (let i = 0; i < 4; i++) {
    const block = from;
    const cookie = await begin(world, { identifier, block });
    assertEquals((await send(world, cookie, { block, typed })).kind, "sent");
    for (let n = 0; n < 5; n++) {
      kinds.push((await enter(world, cookie, "000000")).kind);
    }
    world.wait(MINUTE);
  }
  return kinds;
}

Deno.test("past its limit a stranger's mail has a code of 20 digits, which counts like any other, known name or not", async () => {
  for (const identifier of NAMES) {
    using world = await openLost({ methods: ["email"] });
    const from = network(1);
    const kinds = await guessCodes(world, { from, identifier });
    const round = ["wrong", "wrong", "wrong", "wrong", "tries"];
    assertEquals(kinds, [...round, ...round, ...round, ...round]);
    const cookie = await begin(world, { identifier, block: from });
    const again = await send(world, cookie, { block: from });
    assertEquals(again.kind, "sent");
    const { verification } = await look(world, cookie);
    assertEquals(verification?.long, true);
    assertEquals(await enter(world, cookie, "000000"), { kind: "short" });
    const wrong = await enter(world, cookie, "0".repeat(20));
    assertEquals(wrong, { kind: "wrong", left: 4 });
    const here = await begin(world, { identifier });
    assertEquals((await send(world, here)).kind, "sent");
    assertEquals((await look(world, here)).verification?.long, undefined);
    const long = await enter(world, here, "0".repeat(20));
    assertEquals(long, { kind: "long" });
    const sent = world.sent.map((message) => [
      message.to,
      readCode(message).length,
    ]);
    const mail = (length: number) => ["ann@example.com", length];
    const all = [6, 6, 6, 6, 20, 6].map(mail);
    assertEquals(sent, identifier === "ann" ? all : []);
  }
});

Deno.test("the long code gets the owner in, by mail and by text, and is used once", async () => {
  for (const methods of [["email"], ["phone"]] as const) {
    using world = await openLost({ methods });
    const typed = methods[0] === "phone" ? TYPED : null;
    await guessCodes(world, { from: BLOCK, typed });
    world.wait(10 * MINUTE);
    const own = await begin(world);
    assertEquals((await send(world, own, { typed })).kind, "sent");
    assertMatch(world.lastCode(), /^\d{20}$/);
    const many = await Promise.all(
      Array.from({ length: 20 }, () => enter(world, own, world.lastCode())),
    );
    const kinds = many.map(({ kind }) => kind);
    assertEquals(kinds.filter((kind) => kind === "right").length, 1);
    assertEquals(kinds.filter((kind) => kind === "used").length, 19);
  }
});

Deno.test("a short code that is on its way when the limit is reached counts no more, and the next is long", async () => {
  using world = await openLost();
  const own = await begin(world);
  await send(world, own, { typed: TYPED });
  const short = world.lastCode();
  world.wait(MINUTE);
  await guessCodes(world, { from: BLOCK, typed: TYPED });
  assertEquals(await enter(world, own, short), { kind: "tries" });
  // Texts to one number are 5 in 10 minutes.
  world.wait(7 * MINUTE);
  assertEquals((await send(world, own)).kind, "sent");
  assertMatch(world.lastCode(), /^\d{20}$/);
  assertEquals((await enter(world, own, world.lastCode())).kind, "right");
});

const OFFICE = { officePhone: { number: NUMBER, extension: null } };

/** One number that is two methods: what it is sent as, and whether it is the person's own. */
const TWICE: readonly (readonly [
  name: string,
  policy: Partial<Policy>,
  contact: Contact,
  own: boolean,
])[] = [
  [
    "the directory's mobile",
    { methods: ["phone", "officePhone"], useDirectoryContacts: "confirmed" },
    { mobile: NUMBER, ...OFFICE },
    false,
  ],
  ["their own phone", { methods: ["officePhone", "email"] }, OFFICE, true],
];

for (const [name, policy, contact, own] of TWICE) {
  Deno.test(`an office phone that is ${name} as well gets a long code, and its owner in`, async () => {
    using world = await openWorld(policy);
    const ann = { id: ANN, userName: "ann", groups: ["staff"], contact };
    world.directory = memoryDirectory(PASSWORD, [ann]);
    const phones = own ? [phoneOf(world, NUMBER, NOON)] : [];
    await putPerson(world, ANN, { phones });
    await guessCodes(world, { from: BLOCK, typed: TYPED });
    world.wait(7 * MINUTE);
    const cookie = await begin(world);
    const sent = await send(world, cookie, { typed: TYPED });
    assertEquals(sent.kind, "sent");
    const { verification } = await look(world, cookie);
    assert(verification?.long);
    const code = world.keyring.open("code", verification.code);
    assertEquals((await enter(world, cookie, code)).kind, "right");
  });
}

Deno.test("a mail's link counts however many codes were wrong", async () => {
  using world = await openLost({ methods: ["email"], mailLink: "yes" });
  const own = await begin(world);
  await send(world, own);
  const link = /\?t=([\w.-]+)/.exec(world.sent.at(-1)?.text ?? "")?.[1] ?? "";
  const short = world.lastCode();
  world.wait(MINUTE);
  await guessCodes(world, { from: BLOCK });
  assertEquals(await enter(world, own, short), { kind: "tries" });
  const here = await look(world, own);
  const { kind } = await redeemLink(world, link, { here, block: BLOCK });
  assertEquals(kind, "here");
});

Deno.test("many resets from many networks at once get a hundred short codes judged", async () => {
  using world = await openLost({ methods: ["email"] });
  const cookies: string[] = [];
  for (let i = 0; i < 25; i++) {
    const block = network(i);
    const cookie = await begin(world, { block });
    assertEquals((await send(world, cookie, { block })).kind, "sent");
    cookies.push(cookie);
  }
  await Promise.all(
    cookies.flatMap((cookie) =>
      Array.from({ length: 6 }, () => enter(world, cookie, "000000"))
    ),
  );
  const { person } = await look(world, cookies[0] ?? "");
  assertEquals(person.failures["reset.email"]?.row, 100);
});
