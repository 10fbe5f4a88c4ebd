/** "Contact your administrator": where every dead end of a reset leads, over HTTP. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openResetSite, USER } from "@/tests/support/reset.ts";
import { begin, csrfOf } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";

const t = translator("en");
const ONE: Partial<Policy> = { passwordAdmins: ["help@example.com"] };

async function openHelp(site: Site, tag = "en"): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/reset/help");
  return reader;
}

/** The mails to administrators. */
async function asked(site: Site): Promise<readonly { to: string }[]> {
  return (await site.outbox()).filter(({ channel }) => channel === "email");
}

Deno.test("a page of the organisation's own is shown as a link, and nothing is asked", async () => {
  const contact = "https://help.example.org/password";
  using site = await openResetSite(["phone"], { ...ONE, contact });
  const { page } = await openHelp(site);
  assertStringIncludes(page.html, `href="${contact}"`);
  assertStringIncludes(
    page.text,
    t("help.page.go", {
      host: "help.example.org",
    }),
  );
  assert(!page.html.includes("<button"));
});

Deno.test("an address is shown as a link that carries the support code", async () => {
  const contact = "it+pw@example.org";
  using site = await openResetSite(["phone"], { contact });
  const before = await openHelp(site);
  assertStringIncludes(before.page.html, 'href="mailto:it%2Bpw@example.org?');
  const reader = await begin(site);
  const { html, text } = await reader.open("/reset/help");
  const [, code = ""] = /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text) ?? [];
  assert(code !== "");
  const [, href = ""] = /href="(mailto:[^"]*)"/.exec(html) ?? [];
  assertStringIncludes(decodeURIComponent(href), code.replace("-", ""));
});

Deno.test.each(TAGS)(
  "without anybody to ask, it says in %s to go to the help desk",
  async (tag) => {
    using site = await openResetSite(["phone"]);
    const { page } = await openHelp(site, tag);
    assertStringIncludes(page.text, translator(tag)("help.nobody"));
    assert(!page.html.includes("<button"));
  },
);

Deno.test.each(TAGS)(
  "in %s a stranger says a name, the administrators get a mail, and its code is the page's",
  async (tag) => {
    using site = await openResetSite(["phone"], ONE);
    const reader = await openHelp(site, tag);
    const say = translator(tag);
    await reader.press(say("help.submit"), { identifier: USER });
    assertEquals(reader.page.status, 200);
    assertStringIncludes(reader.page.text, say("outcome.asked"));
    const [, shown = ""] = /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(reader.page.text) ??
      [];
    const [mail, ...more] = await site.outbox();
    assertEquals(mail?.to, "help@example.com");
    assertEquals(more, []);
    assertStringIncludes(mail?.text ?? "", shown.replace("-", ""));
    assertStringIncludes(mail?.text ?? "", USER);
    const lines = site.lines.filter((line) =>
      line.includes(shown.replace("-", ""))
    );
    assert(lines.some((line) => line.includes('"help_asked"')));
  },
);

Deno.test("during a reset it is asked under the support code of that", async () => {
  using site = await openResetSite(["phone"], ONE);
  const reader = await begin(site);
  await reader.open("/reset/help");
  await reader.press(t("help.submit"), { identifier: USER });
  const codes = reader.page.text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [];
  assertEquals(codes.length, 1);
  const [mail] = await site.outbox();
  assertStringIncludes(mail?.text ?? "", codes[0]?.replace("-", "") ?? "?");
});

Deno.test("a name that nobody has gets the same pages and no mail, and a disabled one a mail", async () => {
  using site = await openResetSite(["phone"], ONE);
  const walk = async (identifier: string) => {
    const reader = openReader(site, ORIGIN.development);
    const pages = [await reader.open("/reset/help")];
    pages.push(await reader.press(t("help.submit"), { identifier }));
    await reader.open("/reset/help");
    pages.push(await reader.press(t("help.submit"), { identifier }));
    return pages.map(({ status, html, url }) => [
      status,
      url.pathname,
      html.replaceAll(identifier, "NAME")
        .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, "CODE")
        .replace(/asked=\w+/g, "asked=CODE")
        .replace(/name="csrf" value="[^"]*"/g, ""),
    ]);
  };
  const known = await walk(USER);
  assertEquals((await asked(site)).length, 1);
  assertEquals(known.map(([status]) => status), [200, 200, 429]);
  assertEquals(await walk("demo-ghost"), known);
  const again = await openResetSite(["phone"], ONE);
  using other = again;
  const reader = await openHelp(other);
  await reader.press(t("help.submit"), { identifier: "demo-disabled" });
  assertStringIncludes(reader.page.text, t("outcome.asked"));
  assertEquals((await asked(other)).length, 1);
});

/** Asks for others first, so that the next one from there is suspected. */
async function suspected(site: Site, identifier: string): Promise<Reader> {
  for (let i = 0; i < (LIMITS.aikagi.freeHelp.block[0]?.max ?? 0); i++) {
    const reader = await openHelp(site);
    await reader.press(t("help.submit"), { identifier: `nobody${i}` });
    assertStringIncludes(reader.page.text, t("outcome.asked"));
  }
  const reader = await openHelp(site);
  await reader.press(t("help.submit"), { identifier });
  return reader;
}

function masked({ page: { status, html } }: Reader, name: string): string {
  return `${status} ${html}`.replaceAll(name, "NAME")
    .replace(/(data-work|value)="[^"]*"/g, '$1=""')
    .replace(/asked=\w+/g, "asked=CODE")
    .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, "CODE");
}

/** What somebody is shown who asks under suspicion, and how many mails go out. */
async function askSuspected(name: string): Promise<[string[], number]> {
  using site = await openResetSite(["phone"], ONE);
  const reader = await suspected(site, name);
  assertStringIncludes(reader.page.title, t("challenge.title"));
  const told = [masked(reader, name)];
  await reader.press(t("challenge.submit"));
  assertEquals(reader.page.status, 422);
  told.push(masked(reader, name));
  site.wait(10_000);
  await reader.press(t("challenge.submit"));
  assertStringIncludes(reader.page.text, t("outcome.asked"));
  return [[...told, masked(reader, name)], (await asked(site)).length];
}

Deno.test("under suspicion one waits before help, for a name that nobody has as well", async () => {
  const [known, mails] = await askSuspected(USER);
  const [unknown, none] = await askSuspected("demo-ghost");
  assertEquals(unknown, known);
  assertEquals([mails, none], [1, 0]);
});

Deno.test("a challenge of a reset lets no request for help through", async () => {
  using site = await openResetSite(["phone"], ONE);
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/reset");
  const trapped = { identifier: USER, website: "x" };
  await reader.press(t("reset.go"), trapped);
  const challenge = /name="challenge" value="([^"]*)"/
    .exec(reader.page.html)?.[1] ?? "";
  assert(challenge !== "");
  site.wait(10_000);
  const fields = { identifier: USER, challenge, csrf: csrfOf(reader) };
  const page = await reader.post("/reset/help", fields);
  assertEquals(page.status, 422);
  assertStringIncludes(page.text, t("challenge.again"));
  assertEquals(await asked(site), []);
});

Deno.test("whoever fills in what nobody sees gets a challenge before help", async () => {
  using site = await openResetSite(["phone"], ONE);
  const reader = await openHelp(site);
  const trapped = { identifier: USER, website: "x" };
  await reader.press(t("help.submit"), trapped);
  assertStringIncludes(reader.page.title, t("challenge.title"));
  assertEquals(await asked(site), []);
});

Deno.test("an unregistered person, whose reset is a decoy's, is asked for all the same", async () => {
  using site = await openResetSite(["phone"], ONE);
  const reader = await begin(site, "demo");
  await reader.open("/reset/help");
  await reader.press(t("help.submit"), { identifier: "demo" });
  assertEquals((await asked(site)).length, 1);
});

const WRONG: [string, Record<string, string>, string][] = [
  ["none", {}, t("reset.who.missing")],
  ["an empty one", { identifier: " " }, t("reset.who.missing")],
  ["one too long", { identifier: "a".repeat(321) }, t("reset.who.invalid")],
  ["one with controls", { identifier: "a\u0007b" }, t("reset.who.invalid")],
];

Deno.test.each(WRONG)(
  "of a name that is %s, the page says what is wrong",
  async (...[, typed, words]) => {
    using site = await openResetSite(["phone"], ONE);
    const reader = await openHelp(site);
    const [, csrf = ""] = /name="csrf" value="([^"]*)"/
      .exec(reader.page.html) ?? [];
    const page = await reader.post("/reset/help", { ...typed, csrf });
    assertEquals(page.status, 422);
    assertStringIncludes(page.text, words);
    assertEquals(await asked(site), []);
  },
);

Deno.test("asking without the token of this browser is refused", async () => {
  using site = await openResetSite(["phone"], ONE);
  const reader = await openHelp(site);
  const page = await reader.post("/reset/help", { identifier: USER });
  assertEquals(page.status, 403);
  assertEquals(await asked(site), []);
});

Deno.test.each(["<b>x</b>", "A".repeat(9), "7K3M9QX!"])(
  "an address that says %s was asked shows nothing of it",
  async (code) => {
    using site = await openResetSite(["phone"], ONE);
    const reader = openReader(site, ORIGIN.development);
    const path = `/reset/help?asked=${encodeURIComponent(code)}`;
    const { html, text } = await reader.open(path);
    assert(!html.includes("<b>x"));
    assertStringIncludes(text, t("help.ask"));
  },
);
