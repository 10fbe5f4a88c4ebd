/** What setting up each method asks of the store: counts are exact, so one that is overrun fails. */
import { assert, assertEquals } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { openReader } from "@/tests/support/reader.ts";
import { MOST, SET_UP, setupCost } from "@/tests/support/setup_costs.ts";
import { openSite, ORIGIN } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

Deno.test.each(SET_UP)(
  "setting up %s keeps within its operations of the store",
  async (method) => {
    const cost = await setupCost(method);
    const { asked, shown, delivery, requests } = cost;
    const said = JSON.stringify(cost);
    assert(asked.reads <= MOST.reads && asked.commits <= MOST.commits, said);
    assertEquals(shown.commits, 0, said);
    // Each request asks once whether the session is still open, and a code to be
    // sent asks once more what bounds it (docs/decisions/0002). Answers ask what
    // bounds guesses of the password, and the directory for its hash.
    const more = { phone: 1, email: 1, questions: 2 };
    const besides = Object.entries(more).find(([name]) => name === method);
    assert(asked.reads + shown.reads <= requests + (besides?.[1] ?? 0), said);
    // A message is claimed by one commit and settled by another.
    assert(delivery.reads === 0 && delivery.commits <= 4, said);
  },
);

Deno.test("a phone takes 12 reads and 8 commits at most, from the POST of the password to the thanks", async () => {
  const en = translator("en");
  const count = { reads: 0, commits: 0 };
  using kv = await Deno.openKv(":memory:");
  const sent: { text: string }[] = [];
  const send = (message: { text: string }) => {
    sent.push(message);
    return Promise.resolve({ ok: true } as const);
  };
  using site = await openSite({
    kv: countingKv(kv, count),
    delivery: { channels: ["sms"], send },
  });
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  Object.assign(count, { reads: 0, commits: 0 });
  const password = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), password);
  await reader.open("/register/phone");
  const phone = { country: "JP", number: "090-1234-5678" };
  await reader.press(en("phone.sms"), phone);
  await site.settle();
  await reader.press(en("code.submit"), { code: readCode(sent.at(-1)) });
  await site.settle();
  assertEquals(reader.page.url.pathname, "/register/thanks");
  assert(count.reads <= 12 && count.commits <= 8, JSON.stringify(count));
});
