/** The email address without JavaScript, over the real application. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { mailServer, readMail, settings } from "@/tests/support/mail_server.ts";
import type { Reader } from "@/tests/support/reader.ts";
import {
  csrfOf,
  dump,
  openSecretSite,
  signedIn,
} from "@/tests/support/secrets.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";
import { readCode } from "@/tests/support/world.ts";

const PAGE = "/register/email";
const ADDRESS = "ann+home@example.com";
const MASKED = "a•••@e•••.com";
const MINUTE = 60_000;
const en = translator("en");
const BOTH = { methods: ["phone", "email"] } as const;

async function newestCode(site: Site): Promise<string> {
  return readCode((await site.outbox()).at(-1));
}

async function ask(reader: Reader, address = ADDRESS): Promise<void> {
  await reader.open(PAGE);
  await reader.press(en("email.submit"), { address });
}

async function setUp(site: Site, reader: Reader, address = ADDRESS) {
  await ask(reader, address);
  await reader.press(en("code.submit"), { code: await newestCode(site) });
  assertEquals(reader.page.url.pathname, "/register/thanks");
}

for (const tag of TAGS) {
  Deno.test(`an address is set up, changed and removed without JavaScript (${tag})`, async () => {
    using site = await openSecretSite(BOTH);
    const t = translator(tag);
    const reader = await signedIn(site, { tag });
    assertStringIncludes(reader.page.html, `href="${PAGE}"`);
    await reader.open(PAGE);
    assertStringIncludes(reader.page.text, t("email.intro"));
    await reader.press(t("email.submit"), { address: ADDRESS });
    assertEquals(reader.page.url.pathname, `${PAGE}/code`);
    assertStringIncludes(reader.page.text, MASKED);
    assertStringIncludes(reader.page.text, t("code.another.email"));
    const [mail] = await site.outbox();
    assertEquals([mail?.channel, mail?.to], ["email", ADDRESS]);
    assertEquals(mail?.subject, t("mail.code.subject"));
    await reader.press(t("code.submit"), { code: await newestCode(site) });
    assertStringIncludes(
      reader.page.text,
      t("thanks.email", { address: MASKED }),
    );

    await reader.open("/register");
    assertStringIncludes(reader.page.text, MASKED);
    await reader.open(PAGE);
    assertStringIncludes(reader.page.text, t("email.now", { address: MASKED }));
    await reader.press(t("email.submit"), { address: "new@example.org" });
    await reader.press(t("code.submit"), { code: await newestCode(site) });
    const told = (await site.outbox()).at(-1);
    assertEquals(
      [told?.to, told?.subject],
      [ADDRESS, t("mail.changed.subject")],
    );

    await reader.open(`${PAGE}/remove`);
    assertStringIncludes(reader.page.text, t("remove.email.title"));
    await reader.press(t("remove.submit"));
    assertEquals(reader.page.url.pathname, "/register");
    assertStringIncludes(reader.page.text, t("list.email.unset"));
    assertEquals((await site.outbox()).at(-1)?.to, "new@example.org");
  });
}

const REFUSED: [typed: string, said: string][] = [
  ["", en("email.empty")],
  ["ann", en("email.form")],
  ["ann@localhost", en("email.form")],
  ["ann@example.com\r\nBcc: evil@x.example", en("email.signs")],
  ['"ann"@example.com', en("email.signs")],
  ["a..n@example.com", en("email.dots")],
  ["a@example.com, b@example.com", en("email.several")],
  [`${"a".repeat(320)}@example.com`, en("email.long")],
  ["ann@exa_mple.com", en("email.domain")],
  ["ann@mail.corp.example", en("email.own")],
];

Deno.test("each address that cannot be used has its own sentence, and stays in the field", async () => {
  const ownDomains = ["corp.example"];
  using site = await openSecretSite({ ...BOTH, ownDomains });
  const reader = await signedIn(site);
  for (const [typed, said] of REFUSED) {
    await ask(reader, typed);
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, said);
    assert(reader.page.title.startsWith("Error:"));
  }
  assertStringIncludes(reader.page.html, 'value="ann@mail.corp.example"');
  assertEquals(await site.outbox(), []);
});

Deno.test("what no browser sends as an address is refused, and nothing is sent", async () => {
  using site = await openSecretSite(BOTH);
  const reader = await signedIn(site);
  await reader.open(PAGE);
  const csrf = csrfOf(reader);
  const bad: [Record<string, string>, number][] = [
    [{ address: ADDRESS }, 403],
    [{ csrf, address: ADDRESS, to: "evil@x.example" }, 400],
    [{ csrf, address: "a\0@example.com" }, 400],
    [{ csrf, address: "a".repeat(20_000) }, 413],
    [{ csrf }, 422],
  ];
  for (const [fields, status] of bad) {
    assertEquals((await reader.post(PAGE, fields)).status, status);
  }
  assertEquals(await site.outbox(), []);
});

Deno.test("the code is sent again by mail, and not by another way", async () => {
  using site = await openSecretSite(BOTH);
  const reader = await signedIn(site);
  await ask(reader);
  const code = await newestCode(site);
  await reader.press(en("code.again.email"));
  assertEquals(reader.page.status, 429);
  site.wait(40_000);
  await reader.press(en("code.again.email"));
  assertEquals(reader.page.url.pathname, `${PAGE}/code`);
  assertEquals((await site.outbox()).length, 2);
  assertEquals(await newestCode(site), code);
  assert(!reader.page.text.includes(en("code.instead.voice")));
  site.wait(2 * MINUTE);
  const channel = { csrf: csrfOf(reader), channel: "sms" };
  await reader.post(`${PAGE}/resend`, channel);
  assertEquals(reader.page.url.pathname, PAGE);
  assertEquals((await site.outbox()).length, 2);
});

Deno.test("the code page of the phone knows nothing of a code by mail", async () => {
  using site = await openSecretSite(BOTH);
  const reader = await signedIn(site);
  await ask(reader);
  const posted = { csrf: csrfOf(reader), code: await newestCode(site) };
  await reader.open("/register/phone/code");
  assertEquals(reader.page.url.pathname, "/register/phone");
  await reader.post("/register/phone/code", posted);
  assertEquals(reader.page.status, 422);
  assertStringIncludes(reader.page.text, en("code.none.phone"));
  for (const path of ["/register/fax/code", "/register/fax/resend"]) {
    assertEquals((await reader.open(path)).status, 404);
  }
  await reader.post(`${PAGE}/code`, posted);
  assertEquals(reader.page.url.pathname, "/register/thanks");
});

Deno.test("the address is changed and removed with a fresh proof alone", async () => {
  using site = await openSecretSite(BOTH);
  const reader = await signedIn(site);
  await setUp(site, reader);
  site.wait(6 * MINUTE);
  for (const path of [PAGE, `${PAGE}/remove`]) {
    await reader.open(path);
    assertEquals(reader.page.url.pathname, "/register/prove");
  }
  await reader.press(en("password.submit"), { password: DEMO_PASSWORD });
  assertEquals(reader.page.url.pathname, `${PAGE}/remove`);
});

Deno.test("a removal that was meant for another address does nothing", async () => {
  using site = await openSecretSite(BOTH);
  const reader = await signedIn(site);
  await setUp(site, reader);
  await reader.open(`${PAGE}/remove`);
  const old = { csrf: csrfOf(reader), confirmedAt: `${site.deps.now()}` };
  site.wait(MINUTE);
  await setUp(site, reader, "new@example.org");
  await reader.post(`${PAGE}/remove`, old);
  assertStringIncludes(reader.page.text, "n•••@e•••.org");
});

Deno.test("email is not offered where the policy or the mail server is missing", async () => {
  using closed = await openSecretSite({ methods: ["phone"] });
  const one = await signedIn(closed);
  assert(!one.page.html.includes(`href="${PAGE}"`));
  assertEquals((await one.open(PAGE)).url.pathname, "/register");
  using silent = await openSecretSite(BOTH, "production");
  const two = await signedIn(silent, { origin: ORIGIN.production });
  assert(!two.page.html.includes(`href="${PAGE}"`));
  assertEquals((await two.open(PAGE)).url.pathname, "/register");
});

Deno.test("a mail server that dies between two mails loses nobody", async () => {
  const server = await mailServer();
  using site = await openSite({
    mode: "production",
    config: { smtp: settings({ port: server.port }) },
  });
  await setPolicy(site, BOTH);
  const reader = await signedIn(site, { origin: ORIGIN.production });
  await ask(reader);
  await reader.open(`${PAGE}/code`);
  const sent = en("code.sent.email", { to: MASKED });
  assertStringIncludes(reader.page.text, sent);
  const [arrived] = server.arrived;
  const code = readCode(
    arrived && { text: (await readMail(arrived)).text ?? "" },
  );
  await server[Symbol.asyncDispose]();

  site.wait(MINUTE);
  await reader.press(en("code.again.email"));
  const late = en("code.late.email", { to: MASKED });
  assertStringIncludes(reader.page.text, late);
  const other = `${(Number(code) + 1) % 1e6}`.padStart(6, "0");
  for (const wrong of ["12", other]) {
    await reader.press(en("code.submit"), { code: wrong });
    assertStringIncludes(reader.page.text, late);
  }
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/thanks");
  assert(!site.lines.join("\n").includes("example.com"));
});

Deno.test("neither the address nor its code is in the store, the log or an error", async () => {
  using site = await openSecretSite(BOTH);
  const reader = await signedIn(site);
  await ask(reader, "hopper@x.example;evil@x.example");
  await setUp(site, reader);
  const code = await newestCode(site);
  await ask(reader, "second@example.org");
  const codes = [code, await newestCode(site)];
  const log = site.lines.filter((line) => line.startsWith("{")).join("\n");
  assert(log.includes("user_updated"));
  const places = { store: await dump(site), log };
  const secrets = [ADDRESS, "example.com", "second@", "hopper", ...codes];
  for (const [place, text] of Object.entries(places)) {
    const found = secrets.filter((secret) => text.includes(secret));
    assertEquals(found, [], `in the ${place}`);
  }
});

for (const tag of TAGS) {
  Deno.test(`the page of the code shows what a look-alike domain is in ASCII (${tag})`, async () => {
    using site = await openSecretSite(BOTH);
    const reader = await signedIn(site, { tag });
    await reader.open(PAGE);
    const address = "ann@p\u0430ypal.com";
    await reader.press(translator(tag)("email.submit"), { address });
    assertEquals(reader.page.url.pathname, `${PAGE}/code`);
    assertStringIncludes(reader.page.text, "a•••@p•••.com (xn--pypal-4ve.com)");
    await reader.press(translator(tag)("code.submit"), { code: "12" });
    assertStringIncludes(reader.page.text, "(xn--pypal-4ve.com)");
    await reader.open("/register");
    assert(!reader.page.text.includes("xn--"));
  });
}
