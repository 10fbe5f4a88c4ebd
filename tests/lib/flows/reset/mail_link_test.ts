/** The link of a mail, in the flows: what it is, what it proves, and how often. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { LIMITS, type Preset } from "@/lib/domain/limits.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { linkedReset, redeemLink } from "@/lib/flows/reset/mail_link.ts";
import { networkOf } from "@/lib/flows/reset/reset_budgets.ts";
import { openReset } from "@/lib/flows/reset/open_reset.ts";
import {
  enterReset,
  resetDestinations,
  sendReset,
} from "@/lib/flows/reset/reset_code.ts";
import {
  openResetVisit,
  type ResetVisit,
} from "@/lib/flows/reset/reset_visit.ts";
import { change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";
import { appOf, emailOf, putPerson } from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  type World,
} from "@/tests/support/world.ts";

const POLICY: Partial<Policy> = { methods: ["email"], mailLink: "yes" };
const ADDRESS = "ann@example.com";

const ELSEWHERE = "198.51.100.0/24";

/** Presses the button in the browser of that reset, or of none, far from where it began. */
const press = (world: World, token: string, here: ResetVisit | null) =>
  redeemLink(world, token, { here, block: ELSEWHERE });

interface Begun {
  cookie: string;
  visit(): Promise<ResetVisit>;
}

async function openMailWorld(policy: Partial<Policy> = {}): Promise<World> {
  const world = await openWorld({ ...POLICY, ...policy });
  const email = emailOf(world, ADDRESS, NOON - MINUTE);
  await putPerson(world, "a-ann", { ...NEWCOMER, email });
  return world;
}

async function begin(world: World, identifier = "ann"): Promise<Begun> {
  const answer = await openReset(world, {
    identifier,
    block: BLOCK,
    locale: "en",
    device: null,
    passed: "work",
  });
  if (answer.kind !== "opened") throw new Error(answer.kind);
  const { cookie } = answer;
  return {
    cookie,
    async visit() {
      const visit = await openResetVisit(world, cookie);
      if (visit === null) throw new Error("The test's reset is over");
      return visit;
    },
  };
}

/** Asks for the mail and returns the token of its link; "" where it has none. */
async function mailed(world: World, { visit }: Begun): Promise<string> {
  const opened = await visit();
  const [destination] = resetDestinations(world, opened);
  if (destination === undefined) throw new Error("No address is on file");
  const how = { destination, typed: null, block: BLOCK, locale: "en" };
  const { kind } = await sendReset(world, opened, how);
  assertEquals(kind, "sent");
  await world.settle();
  return tokenIn(world.sent.at(-1));
}

function tokenIn(mail: { text: string } | undefined): string {
  return /\/reset\/link\?t=(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

Deno.test("the mail has a link of at least 128 bits, on the host of the settings, in both forms", async () => {
  using world = await openMailWorld();
  const token = await mailed(world, await begin(world));
  assertMatch(token, /^k1\.[\w-]{43}$/);
  const [mail] = world.sent;
  const url = `https://key.example/reset/link?t=${token}`;
  assert(mail?.text.split("\n").includes(url));
  assert(mail?.html?.includes(`<a href="${url}">${url}</a>`));
  assertEquals(mail?.text.match(/https?:/g)?.length, 1);
});

Deno.test("the mail has none unless the policy says so", async () => {
  using world = await openMailWorld({ mailLink: "no" });
  assertEquals(await mailed(world, await begin(world)), "");
  assert(!/https?:/.test(`${world.sent[0]?.text}${world.sent[0]?.html}`));
});

Deno.test("the store has neither the link nor its token", async () => {
  using world = await openMailWorld();
  const token = await mailed(world, await begin(world));
  const stored = await Array.fromAsync(world.kv.list({ prefix: [] }));
  const dump = JSON.stringify(stored.map(({ key, value }) => [key, value]));
  assert(!dump.includes(token.slice(3)));
  assertEquals(stored.filter(({ key }) => key[0] === "mail_links").length, 1);
});

Deno.test("the same mail again has the same link", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  const first = await mailed(world, begun);
  world.wait(2 * MINUTE);
  assertEquals(await mailed(world, begun), first);
});

Deno.test("looking at the link changes nothing", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  const token = await mailed(world, begun);
  world.wait(2 * MINUTE);
  const stamps = async () =>
    (await Array.fromAsync(world.kv.list({ prefix: [] })))
      .map(({ versionstamp }) => versionstamp);
  const before = await stamps();
  const linked = await linkedReset(world, token);
  await world.settle();
  assertEquals(linked?.session.account, "a-ann");
  assertEquals(await stamps(), before);
});

Deno.test("in another browser it proves there and once, and nothing where a stranger may have begun", async () => {
  using world = await openMailWorld({ methods: ["email", "totp"] });
  await putPerson(world, "a-ann", {
    email: emailOf(world, ADDRESS, NOON - MINUTE),
    totp: appOf(world, NOON - MINUTE),
  });
  const begun = await begin(world);
  const token = await mailed(world, begun);
  const { session, entries } = await begun.visit();
  const proved = { ...session, practice: ["totp", "questions"] as const };
  await commit(world.kv, [change(entries.session, proved)]);
  const answer = await press(world, token, null);
  assert(answer.kind === "elsewhere");
  assertEquals((await begun.visit()).session.practice, ["totp"]);
  const moved = await openResetVisit(world, answer.cookie);
  const { practice, support, block } = moved?.session ?? {};
  assertEquals(practice, ["email"]);
  assertEquals(block, networkOf(world, ELSEWHERE, LIMITS.aikagi));
  assertEquals(session.block, networkOf(world, BLOCK, LIMITS.aikagi));
  assertEquals(support, session.support);
  assertEquals((await press(world, token, null)).kind, "dead");
  const typed = await enterReset(world, await begun.visit(), world.lastCode());
  assertEquals(typed, { kind: "used" });
});

Deno.test("in the same browser it proves, and moves the reset to a new token", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  const token = await mailed(world, begun);
  const answer = await press(world, token, await begun.visit());
  assert(answer.kind === "here");
  assertEquals(await openResetVisit(world, begun.cookie), null);
  const moved = await openResetVisit(world, answer.cookie);
  assertEquals(moved?.session.practice, ["email"]);
  assertEquals((await press(world, token, moved)).kind, "dead");
});

Deno.test("in a browser with another reset, it proves nothing there", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  const token = await mailed(world, begun);
  const other = await begin(world, "ben");
  const answer = await press(world, token, await other.visit());
  assertEquals(answer.kind, "elsewhere");
  assertEquals((await other.visit()).session.practice, []);
  assertEquals((await begun.visit()).session.practice, []);
});

Deno.test("of 200 that press at once, one proves", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  const token = await mailed(world, begun);
  const here = await begun.visit();
  const all = await Promise.all(
    Array.from(
      { length: 200 },
      (_, i) => press(world, token, i % 2 === 0 ? here : null),
    ),
  );
  assertEquals(all.filter(({ kind }) => kind !== "dead").length, 1);
});

Deno.test("the code that was typed uses the link up", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  const token = await mailed(world, begun);
  const typed = await enterReset(world, await begun.visit(), world.lastCode());
  assertEquals(typed.kind, "right");
  assertEquals((await press(world, token, null)).kind, "dead");
  assertEquals((await begun.visit()).session.practice, []);
});

const LIVES: [Preset, number][] = [["aikagi", 10], ["entra", 5], [
  "azure-2016",
  15,
]];

Deno.test.each(LIVES)(
  "under %s it lives %i minutes: as long as its code and its reset, and an hour at most",
  async (limits, minutes) => {
    using world = await openMailWorld({ limits });
    const begun = await begin(world);
    const token = await mailed(world, begun);
    world.wait(minutes * MINUTE - 1);
    assert(await linkedReset(world, token));
    world.wait(1);
    assertEquals(await linkedReset(world, token), null);
    assertEquals((await press(world, token, null)).kind, "dead");
  },
);

Deno.test("kept alive, a reset of azure-2016 has no link after an hour", async () => {
  using world = await openMailWorld({ limits: "azure-2016" });
  const begun = await begin(world);
  const token = await mailed(world, begun);
  for (let i = 0; i < 6; i++) {
    assert(await linkedReset(world, token), `${i}`);
    world.wait(10 * MINUTE - 1);
    await openResetVisit(world, begun.cookie);
    await world.settle();
  }
  assert(await linkedReset(world, token));
  world.wait(6);
  assertEquals(await linkedReset(world, token), null);
});

Deno.test("a link of a newer mail's reset leaves the older one's alone", async () => {
  using world = await openMailWorld();
  const one = await begin(world);
  const first = await mailed(world, one);
  world.wait(2 * MINUTE);
  const two = await begin(world);
  const second = await mailed(world, two);
  assert(first !== second);
  assertEquals((await press(world, second, null)).kind, "elsewhere");
  assertEquals((await one.visit()).session.practice, []);
  assert(await linkedReset(world, first));
});

Deno.test.each(["", "k1.", `k1.${"A".repeat(43)}`, "x".repeat(500)])(
  "the token %s leads nowhere",
  async (token) => {
    using world = await openMailWorld();
    await mailed(world, await begin(world));
    assertEquals(await press(world, token, null), { kind: "dead" });
  },
);

Deno.test("wrong codes that burn the code burn the link", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  const token = await mailed(world, begun);
  const wrong = world.lastCode() === "000000" ? "111111" : "000000";
  for (let i = 0; i < 5; i++) {
    await enterReset(world, await begun.visit(), wrong);
  }
  assertEquals((await press(world, token, null)).kind, "tries");
});

Deno.test("a clock that went back ends the link", async () => {
  using world = await openMailWorld();
  const begun = await begin(world);
  world.wait(5 * MINUTE);
  const token = await mailed(world, begun);
  world.wait(-2 * MINUTE);
  assert(await linkedReset(world, token) !== null);
  world.wait(-1);
  assertEquals(await linkedReset(world, token), null);
});
