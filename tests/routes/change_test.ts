/** Changing a password over the real application, without JavaScript. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import type { Tag } from "@/lib/i18n/locales.ts";
import { DirectoryUnavailableError } from "@/lib/directory/directory.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { phoneOf, putPerson } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";
import { NOON } from "@/tests/support/world.ts";

const NEW = "purple tiger kitchen";
const OLD_PHONE = "+819012345634";
const en = translator("en");

async function open(): Promise<Site> {
  const site = await openSite();
  const account = (await findAccount(site.kv, "demo-phone"))?.id ?? "";
  const phones = [phoneOf(site.deps, OLD_PHONE, NOON)];
  await putPerson(site.deps, account, { phones });
  return site;
}

function reading(site: Site, tag = "en"): Reader {
  return openReader(site, ORIGIN.development, tag);
}

async function signIn(
  reader: Reader,
  { tag = "en" as Tag, password = DEMO_PASSWORD } = {},
): Promise<void> {
  await reader.open("/register");
  const typed = { userName: "demo-phone", password };
  await reader.press(translator(tag)("signIn.submit"), typed);
}

/** Fills the page's form in and sends it. */
async function change(
  reader: Reader,
  typed: Record<string, string>,
  tag: Tag = "en",
): Promise<void> {
  await reader.open("/change");
  await reader.press(translator(tag)("change.submit"), typed);
}

for (const tag of ["en", "ja"] as const) {
  const t = translator(tag);
  Deno.test(`a password is changed by somebody who is not signed in (${tag})`, async () => {
    using site = await open();
    const reader = reading(site, tag);
    await reader.open("/change");
    for (
      const words of [
        t("change.intro"),
        t("newPassword.rule.length", { n: 15 }),
        t("newPassword.rule.common"),
        t("newPassword.rule.history", { n: 5 }),
        t("newPassword.hint"),
      ]
    ) assertStringIncludes(reader.page.text, words);
    assert(reader.page.html.includes('autocomplete="new-password"'));
    assert(!reader.page.text.includes(t("newPassword.show")));

    const who = { userName: "demo-phone", password: DEMO_PASSWORD };
    await reader.press(t("change.submit"), { ...who, newPassword: "short" });
    assertEquals(reader.page.status, 422);
    const short = t("newPassword.short", { n: 15 });
    assertEquals(reader.page.text.split(short).length, 3, "above and beside");
    assertStringIncludes(reader.page.title, t("app.error", { title: "" }));
    assertStringIncludes(reader.page.html, 'value="demo-phone"');
    assert(!reader.page.html.includes(DEMO_PASSWORD));
    assert(!reader.page.html.includes('value="short"'));

    await reader.press(t("change.submit"), { ...who, newPassword: NEW });
    assertEquals(reader.page.url.pathname, "/change/done");
    assertStringIncludes(reader.page.text, t("change.done"));
    const told = (await site.outbox()).filter(({ to }) => to === OLD_PHONE);
    assertEquals(told.length, 1);
    assertStringIncludes(told[0]?.text ?? "", "/stop");

    await signIn(reader, { tag, password: NEW });
    assertStringIncludes(reader.page.text, t("app.signOut"));
  });

  Deno.test(`somebody who is signed in stays so, and nobody else does (${tag})`, async () => {
    using site = await open();
    const [reader, other] = [reading(site, tag), reading(site, tag)];
    await signIn(reader, { tag });
    await signIn(other, { tag });
    await reader.open("/change");
    assertStringIncludes(reader.page.html, 'value="demo-phone"');
    assertStringIncludes(
      reader.page.text,
      t("newPassword.rule.history", { n: 5 }),
    );
    const old = reader.jar.get("aikagi");
    await reader.press(t("change.submit"), {
      password: DEMO_PASSWORD,
      newPassword: NEW,
    });
    assertEquals(reader.page.url.pathname, "/change/done");
    assert(reader.jar.get("aikagi") !== old);
    assertStringIncludes(reader.page.text, t("change.done.go"));
    await reader.open("/register/phone?replace=0");
    assertEquals(reader.page.url.pathname, "/register/phone");
    await other.open("/register/phone?replace=0");
    assertEquals(other.page.url.pathname, "/register");
  });

  Deno.test(`a password that is due lands on its page, and comes back (${tag})`, async () => {
    using site = await open();
    const origin = "https://app.example.org";
    const returnOrigins = [origin];
    await setPolicy(site, { passwordMaxAge: 30, returnOrigins });
    site.wait(31 * 24 * 60 * 60_000);
    const reader = reading(site, tag);
    await reader.open(`/register?return_to=${origin}/`);
    await reader.press(t("signIn.submit"), {
      userName: "demo-phone",
      password: DEMO_PASSWORD,
    });
    assertEquals(reader.page.url.pathname, "/change");
    assertStringIncludes(reader.page.text, t("change.due.expired"));
    for (
      const path of ["/register", "/register/phone", "/register/return"]
    ) {
      await reader.open(path);
      assertEquals(reader.page.url.pathname, "/change", path);
    }
    await reader.press(t("change.submit"), {
      password: DEMO_PASSWORD,
      newPassword: NEW,
    });
    assertEquals(reader.page.url.pathname, "/change/done");
    assertStringIncludes(reader.page.html, 'href="/register/return"');
    await reader.open("/register");
    assertEquals(reader.page.url.pathname, "/register");
    assertStringIncludes(reader.page.text, t("app.signOut"));
    const again = reading(site, tag);
    await signIn(again, { tag, password: NEW });
    assertEquals(again.page.url.pathname.startsWith("/register"), true);
  });
}

const REFUSED: [newPassword: string, words: string][] = [
  ["", en("newPassword.missing")],
  ["x".repeat(1_025), en("newPassword.long")],
  ["passwordpassword", en("newPassword.common")],
  ["demo-phone-demo-phone", en("newPassword.name")],
  ["purple\ttiger kitchen", en("newPassword.control")],
  ["a weak one but long", en("newPassword.weak")],
  ["this one has leaked", en("newPassword.breached")],
  [DEMO_PASSWORD, en("newPassword.history")],
];
Deno.test("the page says why a new password is not taken, and none of them counts as a guess", async () => {
  using site = await open();
  const reader = reading(site);
  const who = { userName: "demo-phone", password: DEMO_PASSWORD };
  for (const [newPassword, words] of [...REFUSED, ...REFUSED]) {
    await change(reader, { ...who, newPassword });
    assertEquals(reader.page.status, 422, words);
    assertEquals(reader.page.text.split(words).length, 3, words);
  }
  await change(reader, { ...who, newPassword: NEW });
  assertEquals(reader.page.url.pathname, "/change/done");
});

Deno.test("unknown, disabled and wrong read the same, whatever the new password", async () => {
  using site = await open();
  const said = new Set<string>();
  const tries = [
    ["demo-phone", "wrong"],
    ["demo-nobody", DEMO_PASSWORD],
    ["demo-disabled", DEMO_PASSWORD],
  ] as const;
  for (const [userName, password] of tries) {
    for (const newPassword of ["short", NEW]) {
      const reader = reading(site);
      await change(reader, { userName, password, newPassword });
      assertEquals(reader.page.status, 422);
      assertStringIncludes(reader.page.text, en("change.refused"));
      const html = reader.page.html.replaceAll(userName, "NAME")
        .replace(/name="csrf" value="[^"]*"/, "");
      said.add(html);
    }
  }
  assertEquals(said.size, 1);
  assertEquals(await site.outbox(), []);
});

const HOSTILE: [what: string, newPassword: string, status: number][] = [
  ["a megabyte", "x".repeat(1_048_576), 413],
  ["NUL", "purple\0tiger kitchen", 400],
  ["emoji", "👩‍👩‍👧‍👦 turtle kitchen 🐢", 303],
  ["right to left", "سلحفاة زرقاء في المطبخ", 303],
  ["an override", "\u202enehctik regit elprup", 303],
  ["markup", '"><script>alert(1)</script>', 303],
  ["markup that is refused", '"><script>alert(1)</script>\t', 422],
  ["1,024 emoji", "🐢🍳🧭🪁".repeat(256), 303],
];
for (const [what, newPassword, status] of HOSTILE) {
  Deno.test(`a new password may be anything that is typed: ${what}`, async () => {
    using site = await open();
    const reader = reading(site);
    await reader.open("/change");
    const csrf = /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1];
    const response = await reader.send("/change", {
      method: "POST",
      body: new URLSearchParams({
        csrf: csrf ?? "",
        userName: "demo-phone",
        password: DEMO_PASSWORD,
        newPassword,
      }),
    });
    assertEquals(response.status, status);
    const html = await response.text();
    assert(!html.includes("alert(1)"), "a password is on no page");
    if (status === 422) assertStringIncludes(html, en("newPassword.control"));
    if (status !== 303) return;
    await signIn(reader, { password: newPassword });
    assertStringIncludes(reader.page.text, en("app.signOut"));
  });
}

Deno.test("the form is refused without its token, with more fields, and from elsewhere", async () => {
  using site = await open();
  const reader = reading(site);
  await reader.open("/change");
  const csrf = /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "";
  const typed = { userName: "a", password: "b", newPassword: "c" };
  const post = async (
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const body = new URLSearchParams(fields);
    return (await reader.send("/change", { method: "POST", body, headers }))
      .status;
  };
  assertEquals(await post(typed), 403);
  assertEquals(await post({ ...typed, csrf, more: "d" }), 400);
  const origin = "https://evil.example";
  assertEquals(await post({ ...typed, csrf }, { origin }), 403);
});

Deno.test("password managers find the page, and learn that this site says 404", async () => {
  using site = await openSite({ mode: "production" });
  const reader = openReader(site, ORIGIN.production);
  const found = await reader.send("/.well-known/change-password");
  assertEquals([found.status, found.headers.get("location")], [303, "/change"]);
  const none = await reader.send(
    "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200",
  );
  assertEquals(none.status, 404);
});

Deno.test("no password of a change is in the store's dump, the log or a message", async () => {
  using site = await open();
  const reader = reading(site);
  const secrets = [DEMO_PASSWORD, NEW, "this one has leaked", "a wrong secret"];
  const who = { userName: "demo-phone", password: DEMO_PASSWORD };
  await change(reader, { ...who, newPassword: "this one has leaked" });
  await change(reader, {
    ...who,
    password: "a wrong secret",
    newPassword: NEW,
  });
  await change(reader, { ...who, newPassword: NEW });
  assertEquals(reader.page.url.pathname, "/change/done");
  let dump = site.lines.join("\n") + JSON.stringify(await site.outbox());
  for await (const { key, value } of site.kv.list({ prefix: [] })) {
    dump += Deno.inspect([key, value], { depth: 20, strAbbreviateSize: 1e6 });
  }
  for (const secret of secrets) assert(!dump.includes(secret), secret);
  for (const event of ["authn_password_change", "authn_password_change_fail"]) {
    assert(site.lines.some((line) => line.includes(`"${event}"`)), event);
  }
});

Deno.test("while the directory cannot be asked, the page states our own rule", async () => {
  using site = await open();
  const gone = new DirectoryUnavailableError("gone");
  site.deps.directory.passwordRules = () => Promise.reject(gone);
  const t = translator("en");
  const { status, text } = await reading(site, "en").open("/change");
  assertEquals(status, 200);
  assertStringIncludes(text, t("newPassword.rule.length", { n: 15 }));
});
