import { assertEquals, assertMatch } from "@std/assert";
import { runPolicy } from "@/lib/cli/policy.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { showPolicy } from "@/lib/flows/admin/change_policy.ts";
import { fakeIo } from "@/tests/lib/cli/fake_io.ts";
import type { Log } from "@/lib/flows/deps.ts";
import { openStore } from "@/lib/store/open.ts";

/** The names of the events that were logged. */
const events: string[] = [];

async function run(kv: Deno.Kv, ...args: string[]) {
  const io = fakeIo();
  const log: Log = (event) => events.push(event);
  const code = await runPolicy(args, { kv, io, log });
  return { code, said: io.said, complaints: io.complaints.join("\n") };
}

Deno.test("policy show names every setting", async () => {
  using kv = await openStore(":memory:");
  const { code, said } = await run(kv, "show");
  assertEquals(code, 0);
  assertEquals(
    said.map((line) => line.split(/\s+/)[0]),
    Object.keys(DEFAULT_POLICY),
  );
});

Deno.test("policy set reads what policy show writes", async () => {
  using kv = await openStore(":memory:");
  await run(kv, "set", "groups", "staff, it");
  await run(kv, "set", "voiceCountries", "none");
  const before = await showPolicy({ kv });
  assertEquals([before.groups, before.voiceCountries], [["staff", "it"], []]);
  for (const line of (await run(kv, "show")).said) {
    const [key = "", value = ""] = line.split(/\s+/, 2);
    assertEquals(await run(kv, "set", key, value), {
      code: 0,
      said: [`${key} is now ${value}.`],
      complaints: "",
    });
  }
  assertEquals(await showPolicy({ kv }), before);
});

Deno.test.each([["limits", "none"], ["nothing", "1"], ["required", "3"]])(
  "policy set %s %s is refused with the reason",
  async (key, value) => {
    using kv = await openStore(":memory:");
    const { code, said, complaints } = await run(kv, "set", key, value);
    assertEquals([code, said], [1, []]);
    assertMatch(complaints, /\.$/);
    assertEquals(await showPolicy({ kv }), DEFAULT_POLICY);
  },
);

Deno.test.each([
  [""],
  ["help"],
  ["show limits"],
  ["set"],
  ["set limits"],
  ["set groups a b"],
])("policy %j is answered with the usage", async (line) => {
  using kv = await openStore(":memory:");
  const { code, complaints } = await run(
    kv,
    ...line.split(" ").filter(Boolean),
  );
  assertEquals(code, 2);
  assertMatch(complaints, /^Usage:/);
});

Deno.test("policy set says what switching security questions on means, and logs it", async () => {
  using kv = await openStore(":memory:");
  events.length = 0;
  const { code, said } = await run(kv, "set", "methods", "phone,questions");
  assertEquals(code, 0);
  assertEquals(said[0], "methods is now questions,phone.");
  assertMatch(said[1] ?? "", /does not conform to OWASP ASVS 5\.0 6\.4\.2/);
  assertEquals(events, ["authz_admin"]);
  const off = await run(kv, "set", "methods", "phone");
  assertEquals(off.said, ["methods is now phone."]);
});

Deno.test("policy set and show warn while email is allowed and no domain is known as the organisation's", async () => {
  using kv = await openStore(":memory:");
  const warned = /ownDomains is empty/;
  const on = await run(kv, "set", "methods", "phone,email");
  assertMatch(on.said[1] ?? "", warned);
  const shown = await run(kv, "show");
  assertEquals(shown.said.length, Object.keys(DEFAULT_POLICY).length);
  assertMatch(shown.complaints, warned);
  const known = await run(kv, "set", "ownDomains", "work.example");
  assertEquals(known.said, ["ownDomains is now work.example."]);
  assertEquals((await run(kv, "show")).complaints, "");
  const gone = await run(kv, "set", "ownDomains", "none");
  assertMatch(gone.said[1] ?? "", warned);
  const off = await run(kv, "set", "methods", "phone");
  assertEquals(off.said, ["methods is now phone."]);
});

Deno.test("policy set warns of a poor question of one's own, and takes it", async () => {
  using kv = await openStore(":memory:");
  const own = "What, as a child, was your favourite food?|lost";
  const { code, said } = await run(kv, "set", "questions", own);
  assertEquals(code, 0);
  assertEquals(said[0], `questions is now ${own}.`);
  assertMatch(said[1] ?? "", /poor question: favourites change/);
  const shown = await run(kv, "show");
  assertEquals(
    shown.said.filter((line) => line.startsWith("questions ")),
    [`questions             ${own}`],
  );
});
