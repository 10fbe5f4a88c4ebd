/** What the directory has of a person: set by the operator, offered, confirmed, and kept from view. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { runAccount } from "@/lib/cli/account.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit, read } from "@/lib/store/records.ts";
import { fakeIo } from "@/tests/lib/cli/fake_io.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const METHODS: Policy["methods"] = ["phone", "officePhone", "email"];
const MOBILE = "+81 90 9876 5432";

async function open(policy: Partial<Policy>): Promise<Site> {
  const site = await openSite();
  const [entry] = await read(site.kv, [policyRef()] as const);
  const set = { ...DEFAULT_POLICY, methods: METHODS, ...policy };
  await commit(site.kv, [change(entry, set)]);
  return site;
}

async function account(site: Site, ...args: string[]) {
  const io = fakeIo([DEMO_PASSWORD]);
  const code = await runAccount(args, { ...site.deps, io });
  return { code, said: io.said.join(), complaints: io.complaints.join() };
}

async function signIn(site: Site, tag = "en", userName = "demo") {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/register");
  const typed = { userName, password: DEMO_PASSWORD };
  await reader.press(translator(tag)("signIn.submit"), typed);
  return reader;
}

for (const tag of TAGS) {
  Deno.test(`what the directory has is offered, and works once its code came back (${tag})`, async () => {
    using site = await open({});
    const t = translator(tag);
    await account(
      site,
      "set",
      "demo",
      "--mobile",
      MOBILE,
      "--email",
      "ann@example.net",
    );
    const reader = await signIn(site, tag);
    const to = "+81 •• •••• ••32";
    assertStringIncludes(reader.page.text, t("list.offer", { to }));
    assertStringIncludes(reader.page.text, t.plural("list.more", 1));
    assertStringIncludes(reader.page.text, t("check.empty"));
    await reader.open("/register/offer/phone");
    assertStringIncludes(reader.page.text, t("offer.intro", { to }));
    assertStringIncludes(reader.page.text, t("phone.notice"));
    assert(!reader.page.html.includes("9876"));
    await reader.press(t("phone.sms"));
    assertEquals(reader.page.url.pathname, "/register/phone/code");
    await reader.press(t("code.submit"), {
      code: readCode((await site.outbox()).at(-1)),
    });
    assertStringIncludes(reader.page.text, t("thanks.phone", { number: to }));
    await reader.open("/register");
    assertStringIncludes(reader.page.text, t("list.phone.set", { number: to }));
    // There is no second offer of it.
    assertEquals(
      (await reader.open("/register/offer/phone")).url.pathname,
      "/register",
    );
    await reader.open("/register/offer/email");
    await reader.press(t("email.submit"));
    assertEquals((await site.outbox()).at(-1)?.to, "ann@example.net");
  });

  Deno.test(`where the policy takes it as confirmed it counts at once (${tag})`, async () => {
    using site = await open({ useDirectoryContacts: "confirmed" });
    const t = translator(tag);
    await account(site, "set", "demo", "--mobile", MOBILE);
    const { page: { text } } = await signIn(site, tag);
    assertStringIncludes(
      text,
      t("list.offer.works", { to: "+81 •• •••• ••32" }),
    );
    assertStringIncludes(text, t("list.ready"));
    assertStringIncludes(text, t("check.ok"));
  });

  Deno.test(`an office phone is the directory's, with its extension (${tag})`, async () => {
    using site = await open({});
    const t = translator(tag);
    const before = await signIn(site, tag);
    assertStringIncludes(before.page.text, t("list.office.unset"));
    await account(
      site,
      "set",
      "demo",
      "--office-phone",
      "+81 3-1234-5678 x4321",
    );
    const { page: { text, html } } = await signIn(site, tag);
    const number = t("list.office.extension", {
      number: "+81 • •••• ••78",
      extension: "4321",
    });
    assertStringIncludes(text, t("list.office.set", { number }));
    const [, row = ""] = /<h2 id="office">(.*?)<\/li>/s.exec(html) ?? [];
    assert(row !== "" && !row.includes("href"));
    assertStringIncludes(text, t("list.ready"));
  });
}

Deno.test("where the policy does not use it nothing is offered", async () => {
  using site = await open({ useDirectoryContacts: "no" });
  await account(site, "set", "demo", "--mobile", MOBILE);
  const reader = await signIn(site);
  assert(!reader.page.text.includes("+81"));
  assertEquals(
    (await reader.open("/register/offer/phone")).url.pathname,
    "/register",
  );
  assertEquals((await reader.open("/register/offer/fax")).status, 404);
});

Deno.test("what the operator sets is merged, and taken away", async () => {
  using site = await open({});
  const set = (...args: string[]) => account(site, "set", "zoe", ...args);
  const mail = ["--email", "zoe@example.net"];
  await account(site, "add", "zoe", "--mobile", MOBILE, ...mail);
  await set("--email", "none", "--office-phone", "+442079460000 ext. 7");
  assertEquals((await site.deps.directory.find("zoe"))?.contact, {
    mobile: "+819098765432",
    officePhone: { number: "+442079460000", extension: "7" },
  });
  await set("--mobile", "none", "--office-phone", "none");
  assertEquals((await findAccount(site.kv, "zoe"))?.contact, null);
});

Deno.test("what the operator sets is sealed in the store, sessions included", async () => {
  using site = await open({});
  const mail = ["--email", "zoe@example.net"];
  await account(site, "add", "zoe", "--mobile", MOBILE, ...mail);
  await account(site, "set", "zoe", "--office-phone", "+442079460000 x7");
  await signIn(site, "en", "zoe");
  const stored = await Array.fromAsync(site.kv.list({ prefix: [] }));
  const whole = { depth: 9, strAbbreviateSize: 1e6, iterableLimit: 1e6 };
  const dump = Deno.inspect(stored, whole);
  assert(dump.includes("zoe"));
  for (const secret of ["98765432", "zoe@example", "2079460000"]) {
    assert(!dump.includes(secret) && !site.lines.join().includes(secret));
  }
});

Deno.test.each([
  ["--mobile", "12", /mobile number/],
  ["--mobile", "090 1234 5678", /country code/],
  ["--mobile", "", /mobile number/],
  ["--office-phone", "+81 3 1234 5678 x123456789", /office phone/],
  ["--office-phone", "x12", /office phone/],
  ["--email", "ann", /email address/],
  ["--email", "a@example.net\r\nBcc: b@example.net", /email address/],
  ["--fax", "1", /^Usage/],
])(
  "account set demo %s %j is refused with the reason",
  async (option, text, why) => {
    using site = await open({});
    const { code, complaints } = await account(
      site,
      "set",
      "demo",
      option,
      text,
    );
    assert(code > 0);
    assertMatch(complaints, why);
    assertEquals((await findAccount(site.kv, "demo"))?.contact, null);
  },
);

Deno.test("a contact under a key that is gone is as none", async () => {
  using site = await open({});
  await account(site, "set", "demo", "--mobile", MOBILE);
  const found = await findAccount(site.kv, "demo");
  const key = ["accounts", found?.id ?? ""];
  await site.kv.set(key, { v: 1, value: { ...found, contact: "gone.AAAA" } });
  const { page: { status, text } } = await signIn(site);
  assertEquals(status, 200);
  assertStringIncludes(text, translator("en")("list.phone.unset"));
  assert(site.lines.some((line) => line.includes("sys_seal_fail")));
});
