/** "This was not me" over the real application, without JavaScript. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { STOP_LIFE } from "@/lib/domain/stop_code.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { personRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { phoneOf, putPerson, readStop } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";
import { NOON, readCode } from "@/tests/support/world.ts";

const HOUR = 60 * 60_000;
const OLD = "+819012345634";
const en = translator("en");

async function accountOf(site: Site): Promise<string> {
  return (await findAccount(site.kv, "demo-phone"))?.id ?? "";
}

/** The demo person with a phone of an hour ago. */
async function open(): Promise<Site> {
  const site = await openSite();
  await setPolicy(site, { methods: ["phone", "email"] });
  const phones = [phoneOf(site.deps, OLD, NOON - HOUR)];
  await putPerson(site.deps, await accountOf(site), { phones });
  return site;
}

async function personOf(site: Site) {
  const ref = personRef(await accountOf(site));
  return (await read(site.kv, [ref] as const))[0].value;
}

async function signIn(site: Site, tag = "en"): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/register");
  const typed = { userName: "demo-phone", password: DEMO_PASSWORD };
  await reader.press(translator(tag)("signIn.submit"), typed);
  return reader;
}

/** Somebody who has the password adds a phone; the old one is told, and its owner gets this code. */
async function attack(site: Site): Promise<{ eve: Reader; code: string }> {
  const eve = await signIn(site);
  await eve.open("/register/phone");
  const typed = { country: "JP", number: "080-8765-4321" };
  await eve.press(en("phone.sms"), typed);
  const sent = readCode((await site.outbox()).at(-1));
  await eve.press(en("code.submit"), { code: sent });
  assertEquals(eve.page.url.pathname, "/register/thanks");
  const told = (await site.outbox()).filter(({ to }) => to === OLD).at(-1);
  return { eve, code: readStop(told ?? { text: "" }) };
}

/** Opens recovery again by a code to the phone that was there before the change. */
async function liftByCode(site: Site, tag: string): Promise<void> {
  const t = translator(tag);
  const reader = await signIn(site, tag);
  await reader.open("/register");
  assertStringIncludes(reader.page.text, t("list.frozen"));
  await reader.open("/register/phone?replace=0");
  assertEquals(reader.page.url.pathname, "/register");

  await reader.open("/register/lift");
  assertEquals(reader.page.url.pathname, "/register/prove/send");
  assertStringIncludes(reader.page.text, t("prove.frozen"));
  assert(!reader.page.text.includes("••21"), "the doubted phone is no way");
  const button = t("prove.to.sms", { to: "+81 •• •••• ••34" });
  await reader.press(button);
  assertEquals(reader.page.url.pathname, "/register/prove/code");
  const proof = readCode((await site.outbox()).at(-1));
  await reader.press(t("code.submit"), { code: proof });
  assertEquals(reader.page.url.pathname, "/register/lift");
  assertStringIncludes(reader.page.text, t("lift.doubted"));
  assertEquals(reader.page.html.split('href="/register"').length, 2);
  await reader.press(t("lift.submit"));
  assertStringIncludes(reader.page.text, t("lift.done"));
  assertEquals(reader.page.html.split('href="/register"').length, 2);
  const person = await personOf(site);
  assertEquals([person?.frozenAt, person?.phones.length], [null, 1]);
  await reader.open("/register");
  assert(!reader.page.text.includes(t("list.frozen")));
}

for (const tag of TAGS) {
  Deno.test(`a change is stopped and recovery opened again (${tag})`, async () => {
    using site = await open();
    const t = translator(tag);
    const { eve, code } = await attack(site);

    const owner = openReader(site, ORIGIN.development, tag);
    await owner.open("/stop");
    assertStringIncludes(owner.page.text, t("stop.what"));
    assertEquals((await personOf(site))?.frozenAt, null);
    const spaced = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
    await owner.press(t("stop.submit"), { code: spaced });
    assertEquals(owner.page.url.pathname, "/stop/done");
    assertStringIncludes(owner.page.text, t("stop.done"));

    await eve.open("/register/phone");
    assertEquals(eve.page.url.pathname, "/register");
    assertStringIncludes(eve.page.text, en("signIn.submit"));
    for (const to of [OLD, "+818087654321"]) {
      const told = (await site.outbox()).filter((each) => each.to === to);
      assert(told.at(-1)?.text.includes("/register"), told.at(-1)?.text);
    }

    await liftByCode(site, tag);
  });
}

Deno.test("a password alone opens nothing, even where nothing else is left", async () => {
  using site = await open();
  const eve = await signIn(site);
  await eve.open("/register/phone?replace=0");
  await eve.press(en("phone.sms"), { country: "JP", number: "080-8765-4321" });
  const sent = readCode((await site.outbox()).at(-1));
  await eve.press(en("code.submit"), { code: sent });
  const told = (await site.outbox()).filter(({ to }) => to === OLD).at(-1);
  const owner = openReader(site, ORIGIN.development);
  await owner.open("/stop");
  const code = readStop(told ?? { text: "" });
  await owner.press(en("stop.submit"), { code });

  const again = await signIn(site);
  await again.open("/register/lift");
  assertEquals(again.page.url.pathname, "/register/prove");
  assertStringIncludes(again.page.text, en("prove.none"));
  const csrf = /name="csrf" value="([^"]*)"/.exec(again.page.html)?.[1] ?? "";
  await again.post("/register/prove?next=lift", {
    csrf,
    password: DEMO_PASSWORD,
  });
  assertStringIncludes(again.page.text, en("prove.none"));
  await again.post("/register/lift", { csrf });
  assertStringIncludes(again.page.text, en("prove.none"));
  assert((await personOf(site))?.frozenAt !== null);
});

/** Types a code that is refused; what the page says, without what is drawn. */
async function refusal(owner: Reader, code: string): Promise<string> {
  await owner.open("/stop");
  await owner.press(en("stop.submit"), { code });
  assertEquals([owner.page.url.pathname, owner.page.status], ["/stop", 422]);
  assert(!owner.page.html.includes(`value="${code}"`) || code.length < 8);
  return owner.page.html.replace(/name="csrf" value="[^"]*"/, "");
}

Deno.test("unknown, used and late codes read the same, and a shape has its own sentence", async () => {
  using site = await open();
  const { code } = await attack(site);
  const owner = openReader(site, ORIGIN.development);
  const unknown = await refusal(owner, "ZZZZZZZZ");
  assertStringIncludes(owner.page.text, en("stop.unknown"));
  site.wait(STOP_LIFE - 1);
  await owner.open("/stop");
  await owner.press(en("stop.submit"), { code });
  assertEquals(owner.page.url.pathname, "/stop/done");
  assertEquals(await refusal(owner, code), unknown, "used");

  using other = await open();
  const late = await attack(other);
  other.wait(STOP_LIFE);
  const again = openReader(other, ORIGIN.development);
  assertEquals(await refusal(again, late.code), unknown, "late");
  assertEquals((await personOf(other))?.frozenAt, null);

  await refusal(owner, "");
  assertStringIncludes(owner.page.text, en("stop.missing"));
  await refusal(owner, "7K3M");
  assertStringIncludes(owner.page.text, en("stop.shape"));
});

Deno.test("too many codes are answered so, and until when", async () => {
  using site = await open();
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/stop");
  for (let i = 0; i < 10; i++) {
    await reader.press(en("stop.submit"), { code: `0000000${i}` });
    assertEquals(reader.page.status, 422);
  }
  await reader.press(en("stop.submit"), { code: "00000000" });
  assertEquals(reader.page.status, 429);
  const time = en.duration(15 * 60_000);
  assertStringIncludes(reader.page.text, en("stop.limit", { time }));
});

Deno.test("opening the stop page, with a code in its address or without, changes nothing", async () => {
  using site = await open();
  const { code } = await attack(site);
  const reader = openReader(site, ORIGIN.development);
  for (const path of ["/stop", `/stop?code=${code}`, `/stop/${code}`]) {
    await reader.open(path);
    assert(!reader.page.html.includes(`value="${code}"`));
  }
  assertEquals((await personOf(site))?.frozenAt, null);
});

Deno.test("no stop code of a run is in the store, the log or an address", async () => {
  using site = await open();
  const { code } = await attack(site);
  const owner = openReader(site, ORIGIN.development);
  await owner.open("/stop");
  await owner.press(en("stop.submit"), { code: "ZZZZZZZZ" });
  await owner.press(en("stop.submit"), { code });
  await site.settle();
  const kept: string[] = [];
  for await (const { key, value } of site.kv.list({ prefix: [] })) {
    if (key[0] === "dev_outbox") continue;
    kept.push(
      Deno.inspect([key, value], { depth: 20, strAbbreviateSize: 1e6 }),
    );
  }
  const lines = site.lines.filter((line) => line.startsWith('{"'));
  assert(kept.length > 5 && lines.length > 3);
  for (const text of [...kept, ...lines, owner.page.url.href]) {
    assert(!text.includes(code) && !text.includes(code.toLowerCase()), text);
  }
  assert(lines.some((line) => line.includes('"recovery":"frozen"')));
});
