/** A practice run with the real steps and codes, up to but not including the new password. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { setContact } from "@/lib/flows/admin/set_contact.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit, read } from "@/lib/store/records.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const en = translator("en");

/** What the directory has, and the button that sends a code there. */
const DIRECTORY = [
  [
    "phone",
    { mobile: "+819012345699" },
    en("prove.to.sms", { to: "+81 •• •••• ••99" }),
  ],
  [
    "email",
    { email: "demo@example.net" },
    en("prove.to.email", { to: "d•••@e•••.net" }),
  ],
] as const;

async function open(policy: Partial<Policy>): Promise<Site> {
  const site = await openSite();
  const [entry] = await read(site.kv, [policyRef()] as const);
  await commit(site.kv, [change(entry, { ...DEFAULT_POLICY, ...policy })]);
  return site;
}

async function signIn(site: Site, tag = "en", userName = "demo-phone") {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/register");
  const typed = { userName, password: DEMO_PASSWORD };
  await reader.press(translator(tag)("signIn.submit"), typed);
  return reader;
}

async function personOf(site: Site, userName = "demo-phone") {
  const account = await findAccount(site.kv, userName);
  return (await read(site.kv, [personRef(account?.id ?? "")] as const))[0];
}

async function askForCode(site: Site, reader: Reader, tag = "en") {
  const t = translator(tag);
  await reader.open("/register/practice/send");
  await reader.press(t("prove.to.sms", { to: "+81 •• •••• ••34" }));
  assertEquals(reader.page.url.pathname, "/register/practice/code");
  return readCode((await site.outbox()).at(-1));
}

for (const tag of TAGS) {
  Deno.test(`the run ends before the new password, and the list says when it was (${tag})`, async () => {
    using site = await open({ methods: ["phone"] });
    const t = translator(tag);
    const reader = await signIn(site, tag);
    assertStringIncludes(reader.page.html, 'href="/register/practice"');
    await reader.open("/register/practice");
    assertStringIncludes(reader.page.text, t("practice.intro"));
    assertStringIncludes(reader.page.html, 'href="/register/practice/send"');
    const { value: before } = await personOf(site);
    const code = await askForCode(site, reader, tag);
    const wrong = code === "000000" ? "111111" : "000000";
    await reader.press(t("code.submit"), { code: wrong });
    assertEquals(reader.page.status, 422);
    await reader.press(t("code.submit"), { code });
    assertEquals(reader.page.url.pathname, "/register/practice/done");
    assertStringIncludes(reader.page.text, t("practice.done"));
    const { value: after } = await personOf(site);
    assert(after !== null && before !== null);
    assertEquals(after, {
      ...before,
      practisedAt: site.deps.now(),
      lastRegion: after.lastRegion,
      failures: after.failures,
    });
    const list = await reader.open("/register");
    const date = t.date(site.deps.now());
    assertStringIncludes(list.text, t("list.practised", { date }));
  });
}

Deno.test("where two are needed both are asked for", async () => {
  using site = await open({
    methods: ["phone", "recoveryCodes"],
    required: 2,
  });
  const reader = await signIn(site);
  await reader.open("/register/recovery-codes");
  await reader.press(en("recovery.make"));
  const [codes] =
    reader.page.html.match(/\b[0-9A-Z]{4,5}(?:-[0-9A-Z]{4,5}){2}\b/g) ?? [];
  assert(codes !== undefined, reader.page.text);
  const code = await askForCode(site, reader);
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/practice");
  assertStringIncludes(reader.page.text, en("practice.more"));
  assert(!reader.page.html.includes("/register/practice/send"));
  assertEquals((await personOf(site)).value?.practisedAt, null);
  await reader.open("/register/practice/recovery-code");
  await reader.press(en("code.submit"), { code: codes });
  assertEquals(reader.page.url.pathname, "/register/practice/done");
  assert((await personOf(site)).value?.practisedAt !== null);
});

Deno.test("a practice code sets nothing up and is no fresh proof, and theirs is none here", async () => {
  using site = await open({ methods: ["phone"] });
  const reader = await signIn(site);
  const code = await askForCode(site, reader);
  const { csrf } = fields(reader);
  await reader.post("/register/phone/code", { csrf, code });
  assert(!reader.page.url.pathname.includes("thanks"));
  await reader.post("/register/prove/code", { csrf, code });
  assert(
    reader.page.status !== 200 || reader.page.url.pathname !== "/register",
  );
  assertEquals((await personOf(site)).value?.practisedAt, null);
  await reader.open("/register/phone");
  await reader.press(en("phone.sms"), { country: "JP", number: "09099998888" });
  const other = readCode((await site.outbox()).at(-1));
  const posted = { ...fields(reader), code: other };
  await reader.post("/register/practice/code", posted);
  assertEquals(reader.page.status, 422);
  assertEquals((await personOf(site)).value?.practisedAt, null);
});

Deno.test("an office phone is called, and the call asks for its extension", async () => {
  using site = await open({ methods: ["officePhone"] });
  const contact = { officePhone: { number: "+81312345678", extension: "42" } };
  assert(await setContact(site.deps, "demo", contact));
  const reader = await signIn(site, "en", "demo");
  await reader.open("/register/practice/send");
  assert(!reader.page.text.includes(en("prove.to.sms", { to: "" }).trim()));
  const to = "+81 • •••• ••78";
  await reader.press(en("prove.to.voice", { to }));
  const call = (await site.outbox()).at(-1);
  assertEquals([call?.channel, call?.to], ["voice", "+81312345678"]);
  const digits =
    call?.text.match(/zero|one|two|three|four|five|six|seven|eight|nine/g) ??
      [];
  assertEquals(digits.slice(0, 2), ["four", "two"]);
  const words = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
  ];
  const [, spoken = ""] = /Your code is: ([^.]*)\./.exec(call?.text ?? "") ??
    [];
  const code = [...spoken.matchAll(/[a-z]+/g)]
    .map(([word]) => words.indexOf(word)).filter((n) => n >= 0).join("");
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/practice/done");
});

Deno.test("200 runs at once with one code finish once", async () => {
  using site = await open({ methods: ["phone"] });
  const reader = await signIn(site);
  const posted = { ...fields(reader), code: await askForCode(site, reader) };
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      reader.send("/register/practice/code", {
        method: "POST",
        body: new URLSearchParams({ ...posted, ...fields(reader) }),
      })),
  );
  const done = answers.filter(({ headers }) =>
    headers.get("location") === "/register/practice/done"
  );
  assertEquals(done.length, 1);
});

Deno.test("nobody practises who is signed out, frozen or has nothing", async () => {
  using site = await open({ methods: ["phone", "totp"] });
  const pages = [
    "",
    "/send",
    "/code",
    "/app",
    "/recovery-code",
    "/passkey",
    "/done",
  ];
  const stranger = openReader(site, ORIGIN.development);
  for (const each of pages) {
    const { url } = await stranger.open(`/register/practice${each}`);
    assertEquals(url.pathname, "/register");
  }
  const newcomer = await signIn(site, "en", "demo");
  await newcomer.open("/register/practice/send");
  assertStringIncludes(newcomer.page.text, en("practice.none"));
  const reader = await signIn(site);
  const entry = await personOf(site);
  assert(entry.value !== null);
  await commit(site.kv, [change(entry, { ...entry.value, frozenAt: 1 })]);
  for (const each of pages) {
    const { url } = await reader.open(`/register/practice${each}`);
    assertEquals(url.pathname, "/register");
  }
});

function fields(reader: Reader): { csrf: string } {
  const found = [...reader.page.html.matchAll(/name="csrf" value="([^"]*)"/g)];
  return { csrf: found.at(-1)?.[1] ?? "" };
}

Deno.test("a wrong code of the office phone counts against that, and stops no other phone", async () => {
  using site = await open({ methods: ["phone", "officePhone"] });
  const contact = { officePhone: { number: "+81312345678", extension: null } };
  assert(await setContact(site.deps, "demo-phone", contact));
  const reader = await signIn(site);
  await reader.open("/register/practice/send");
  await reader.press(en("prove.to.voice", { to: "+81 • •••• ••78" }));
  assertEquals((await site.outbox()).at(-1)?.to, "+81312345678");
  await reader.press(en("code.submit"), { code: "000000" });
  assertEquals(reader.page.status, 422);
  const { failures = {} } = (await personOf(site)).value ?? {};
  assertEquals(failures.officePhone?.wrong, 1);
  assertEquals(failures.phone, undefined);
});

for (const [method, contact, button] of DIRECTORY) {
  Deno.test(`what the directory has and the policy takes as confirmed can be practised: ${method}`, async () => {
    using site = await open({
      methods: ["phone", "email"],
      useDirectoryContacts: "confirmed",
    });
    assert(await setContact(site.deps, "demo", contact));
    const reader = await signIn(site, "en", "demo");
    await reader.open("/register/practice");
    await reader.open("/register/practice/send");
    await reader.press(button);
    assertEquals(reader.page.url.pathname, "/register/practice/code");
    const code = readCode((await site.outbox()).at(-1));
    const wrong = code === "000000" ? "111111" : "000000";
    await reader.press(en("code.submit"), { code: wrong });
    assertEquals(reader.page.status, 422);
    await reader.press(en("code.submit"), { code });
    assertEquals(reader.page.url.pathname, "/register/practice/done");
    const { value } = await personOf(site, "demo");
    assert(value?.practisedAt !== null);
    // It is still the directory's, and nothing that the person has set up.
    assertEquals([value?.phones, value?.email], [[], null]);
  });
}

Deno.test("what the directory has and the policy only offers cannot be practised", async () => {
  using site = await open({ methods: ["phone"] });
  assert(await setContact(site.deps, "demo", { mobile: "+819012345699" }));
  const reader = await signIn(site, "en", "demo");
  await reader.open("/register/practice/send");
  assertEquals(reader.page.url.pathname, "/register/practice");
});
