/** A practice run with the real steps and codes, up to but not including the new password. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Person } from "@/lib/domain/person.ts";
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
import {
  barredAt,
  questionsOf,
  RIGHT,
  WRONG,
} from "@/tests/support/answers.ts";
import { emailOf } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const en = translator("en");

const TYPED = { number: "090-1234-5634" };
const OFFICE = { number: "+81312345678" };

/** What the directory has, and the button that sends a code there. */
const DIRECTORY = [
  [
    "phone",
    { mobile: "+819012345699" },
    en("prove.to.sms", { to: en("reset.to.phone", { end: "99" }) }),
    { number: "090-1234-5699" },
  ],
  [
    "email",
    { email: "demo@example.net" },
    en("prove.to.email", { to: en("reset.to.email", { start: "d" }) }),
    {},
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
  const to = t("reset.to.phone", { end: "34" });
  await reader.press(t("prove.to.sms", { to }), TYPED);
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

/** The demo person with three questions on file. */
async function putQuestions(site: Site, failures: Person["failures"] = {}) {
  const entry = await personOf(site);
  const account = await findAccount(site.kv, "demo-phone");
  assert(entry.value !== null && account !== null);
  const questions = await questionsOf(site.deps, account.id);
  const next = { ...entry.value, questions, failures };
  await commit(site.kv, [change(entry, next)]);
}

Deno.test("the whole number is typed first, as in a reset, and wrong ones are counted", async () => {
  using site = await open({ methods: ["phone"] });
  const reader = await signIn(site);
  await reader.open("/register/practice/send");
  const text = en("prove.to.sms", {
    to: en("reset.to.phone", { end: "34" }),
  });
  await reader.press(text, { number: "" });
  assertStringIncludes(reader.page.text, en("phone.empty"));
  const other = { number: "090-9999-5634" };
  for (const left of [4, 3, 2, 1]) {
    await reader.press(text, other);
    assertEquals(reader.page.status, 422);
    const words = en.plural("reset.number.mismatch", left);
    assertStringIncludes(reader.page.text, words);
  }
  await reader.press(text, other);
  await reader.press(text, TYPED);
  assertEquals(reader.page.status, 429);
  assertEquals(await site.outbox(), []);
});

Deno.test("the page of the code says how long it is valid, and sends the same one again", async () => {
  using site = await open({ methods: ["phone", "email"] });
  const entry = await personOf(site);
  assert(entry.value !== null);
  const email = emailOf(site.deps, "ann@example.com", 1);
  await commit(site.kv, [change(entry, { ...entry.value, email })]);
  const reader = await signIn(site);
  const code = await askForCode(site, reader);
  const time = en.duration(10 * 60_000);
  assertStringIncludes(reader.page.text, en("code.valid", { time }));
  assertStringIncludes(reader.page.text, en("reset.elsewhere"));
  await reader.press(en("code.again.sms"));
  assertEquals(reader.page.status, 429);
  assertEquals(reader.page.url.pathname, "/register/practice/resend");
  site.wait(60_000);
  await reader.press(en("code.again.sms"));
  assertEquals(reader.page.url.pathname, "/register/practice/code");
  assertEquals((await site.outbox()).length, 2);
  assertEquals(readCode((await site.outbox()).at(-1)), code);
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/practice/done");
});

Deno.test("questions on file are asked as well, and wrong answers counted", async () => {
  using site = await open({ methods: ["phone", "questions"] });
  await putQuestions(site);
  const reader = await signIn(site);
  await reader.open("/register/practice/questions");
  assertEquals(reader.page.url.pathname, "/register/practice");
  const code = await askForCode(site, reader);
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/practice/questions");
  assertEquals((await personOf(site)).value?.practisedAt, null);
  await reader.press(en("reset.go"), WRONG);
  assertStringIncludes(reader.page.text, en.plural("questions.wrong", 4));
  assertStringIncludes(reader.page.text, en("practice.questions"));
  const { failures = {} } = (await personOf(site)).value ?? {};
  assertEquals(failures.questions?.wrong, 1);
  await reader.press(en("reset.go"), RIGHT);
  assertEquals(reader.page.url.pathname, "/register/practice/done");
  assert((await personOf(site)).value?.practisedAt !== null);
});

Deno.test("where questions are not asked any more the run ends short, and list, row and run say what helps", async () => {
  using site = await open({ methods: ["phone", "questions"] });
  await putQuestions(site, { questions: barredAt(site.deps.now()) });
  const reader = await signIn(site);
  const list = await reader.open("/register");
  assertStringIncludes(list.text, en("check.questions"));
  assertStringIncludes(list.text, en("list.questions.blocked"));
  assert(!list.text.includes(en("check.ok")));
  const code = await askForCode(site, reader);
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/practice");
  assertStringIncludes(reader.page.text, en("check.questions"));
  assert(!reader.page.html.includes("/register/practice/questions"));
  assertEquals((await personOf(site)).value?.practisedAt, null);
});

Deno.test("where wrong answers end the questions in a run, the page leads to setting them up again", async () => {
  using site = await open({ methods: ["phone", "questions"] });
  await putQuestions(site);
  const reader = await signIn(site);
  const code = await askForCode(site, reader);
  await reader.press(en("code.submit"), { code });
  for (let i = 0; i < 5; i++) await reader.press(en("reset.go"), WRONG);
  assertEquals(reader.page.status, 429);
  assertStringIncludes(reader.page.text, en("list.questions.blocked"));
  assertStringIncludes(reader.page.html, 'href="/register/questions"');
  assert(!reader.page.text.includes(en("questions.blocked.long")));
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
  const to = en("reset.to.phone", { end: "78" });
  await reader.press(en("prove.to.voice", { to }), OFFICE);
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
    "/resend",
    "/questions",
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
  const to = en("reset.to.phone", { end: "78" });
  await reader.press(en("prove.to.voice", { to }), OFFICE);
  assertEquals((await site.outbox()).at(-1)?.to, "+81312345678");
  await reader.press(en("code.submit"), { code: "000000" });
  assertEquals(reader.page.status, 422);
  const { failures = {} } = (await personOf(site)).value ?? {};
  assertEquals(failures.officePhone?.wrong, 1);
  assertEquals(failures.phone, undefined);
});

for (const [method, contact, button, typed] of DIRECTORY) {
  Deno.test(`what the directory has and the policy takes as confirmed can be practised: ${method}`, async () => {
    using site = await open({
      methods: ["phone", "email"],
      useDirectoryContacts: "confirmed",
    });
    assert(await setContact(site.deps, "demo", contact));
    const reader = await signIn(site, "en", "demo");
    await reader.open("/register/practice");
    await reader.open("/register/practice/send");
    await reader.press(button, typed);
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
