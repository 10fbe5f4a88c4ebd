/** The whole journey without JavaScript, over the real application, in each language. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { readStop } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const SIGN_IN = { userName: "demo", password: DEMO_PASSWORD };
const PHONE = { country: "JP", number: "090-1234-5678" };
const en = translator("en");

async function signIn(site: Site, userName = "demo"): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  await reader.press(en("signIn.submit"), { ...SIGN_IN, userName });
  assertEquals(reader.page.title, en("app.title", { title: en("list.title") }));
  return reader;
}

async function newestCode(site: Site): Promise<string> {
  return readCode((await site.outbox()).at(-1));
}

async function askForCode(
  reader: Reader,
  number = PHONE.number,
): Promise<void> {
  await reader.open("/register/phone");
  await reader.press(en("phone.sms"), { ...PHONE, number });
  assertEquals(reader.page.url.pathname, "/register/phone/code");
}

Deno.test("a typed code is judged by four records, and the page again by what became of its message", async () => {
  const kv = await Deno.openKv(":memory:");
  const read: string[][] = [];
  const watched = new Proxy(kv, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        const [keys] = given;
        if (name === "getMany" && Array.isArray(keys)) {
          read.push(keys.map(([collection]) => collection));
        }
        return value.apply(target, given);
      };
    },
  });
  using site = await openSite({ kv: watched });
  const reader = await signIn(site);
  await askForCode(reader);
  const judged = ["policy", "sessions", "people", "verifications"];
  read.length = 0;
  await reader.press(en("code.submit"), { code: "1" });
  assertEquals(read, [judged, ["receipts"]]);
  read.length = 0;
  await reader.press(en("code.submit"), { code: await newestCode(site) });
  assertEquals(read[0], judged);
  assertEquals(reader.page.url.pathname, "/register/thanks");
  kv.close();
});

for (const tag of TAGS) {
  Deno.test(`a phone is registered without JavaScript (${tag})`, async () => {
    using site = await openSite();
    const t = translator(tag);
    const reader = openReader(site, ORIGIN.development, tag);

    await reader.open("/ssprsetup");
    assertEquals(reader.page.url.pathname, "/register");
    assertStringIncludes(reader.page.html, `lang="${tag}"`);
    await reader.press(t("signIn.submit"), SIGN_IN);
    assertStringIncludes(reader.page.text, t("list.phone.unset"));
    assertStringIncludes(reader.page.text, t.plural("list.needed", 1));

    await reader.open("/register/phone");
    assertStringIncludes(reader.page.text, t("phone.notice"));
    await reader.press(t("phone.sms"), PHONE);
    assertEquals(reader.page.url.pathname, "/register/phone/code");
    assertStringIncludes(reader.page.text, "+81 •• •••• ••78");

    await reader.press(t("code.submit"), { code: await newestCode(site) });
    assertEquals(reader.page.url.pathname, "/register/thanks");
    assertStringIncludes(reader.page.text, t("thanks.title"));
    assertStringIncludes(reader.page.html, "/reset");

    await reader.open("/register");
    assertStringIncludes(reader.page.text, "+81 •• •••• ••78");
    await reader.press(t("app.signOut"));
    assertEquals(
      (await reader.open("/register/thanks")).url.pathname,
      "/register",
    );
  });
}

Deno.test("a wrong password, an unknown, a disabled and a locked-out caller read the same", async () => {
  using site = await openSite();
  const texts: string[] = [];
  for (const userName of ["demo", "nobody", "demo-disabled"]) {
    const reader = openReader(site, ORIGIN.development);
    await reader.open("/register");
    const right = userName === "demo-disabled";
    const password = right ? DEMO_PASSWORD : "wrong";
    await reader.press(en("signIn.submit"), { userName, password });
    assertEquals(reader.page.status, 422);
    texts.push(mask(reader.page.html, userName));
  }
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  for (let i = 0; i < 5; i++) {
    const typed = { userName: "demo", password: "wrong" };
    await reader.press(en("signIn.submit"), typed);
  }
  await reader.press(en("signIn.submit"), SIGN_IN);
  texts.push(mask(reader.page.html, "demo"));
  assertEquals(new Set(texts).size, 1);
});

/** Takes out what differs from page to page: the form's token and the name that was typed. */
function mask(html: string, userName: string): string {
  return html.replace(/name="csrf" value="[^"]*"/, "")
    .replaceAll(`value="${userName}"`, "");
}

Deno.test("somebody outside the permitted groups is told so, and can register nothing", async () => {
  using site = await openSite();
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const typed = { ...SIGN_IN, userName: "demo-outside" };
  await reader.press(en("signIn.submit"), typed);
  assertStringIncludes(reader.page.text, en("list.closed"));
  assertEquals(
    (await reader.open("/register/phone")).url.pathname,
    "/register",
  );
});

Deno.test("what was typed stays in the fields after an error, on the page and in its title", async () => {
  using site = await openSite();
  const reader = await signIn(site);
  await reader.open("/register/phone");
  const typed = { country: "GB", number: "07" };
  await reader.press(en("phone.voice"), typed);
  const { status, html, title } = reader.page;
  assertEquals(status, 422);
  assert(title.startsWith("Error:"));
  assertStringIncludes(html, 'value="07"');
  assert(
    /<option[^>]*value="?GB"?[^>]*selected|<option[^>]*selected[^>]*value="?GB"?/
      .test(html),
  );
  assertEquals(await site.outbox(), []);
});

Deno.test("each code that is not right has its own sentence", async () => {
  using site = await openSite();
  const reader = await signIn(site);
  await reader.open("/register/phone/code");
  assertEquals(reader.page.url.pathname, "/register/phone");
  await askForCode(reader);
  const code = await newestCode(site);
  const wrong = code === "111111" ? "222222" : "111111";
  const said: [string, string][] = [
    ["", en("code.missing")],
    ["12345", en("code.short")],
    ["1234567", en("code.long")],
    [wrong, en.plural("code.wrong", 4)],
  ];
  for (const [typed, text] of said) {
    await reader.press(en("code.submit"), { code: typed });
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, text);
  }
  site.wait(10 * 60_000);
  await reader.press(en("code.submit"), { code });
  assertStringIncludes(reader.page.text, en("code.late"));
});

Deno.test("a used code that is posted again says that it worked, and changes nothing", async () => {
  using site = await openSite();
  const reader = await signIn(site);
  await askForCode(reader);
  const code = await newestCode(site);
  const { csrf } = fields(reader);
  const posted = { csrf, code };
  await reader.post("/register/phone/code", posted);
  assertEquals(reader.page.text.includes(en("thanks.used")), false);
  await reader.post("/register/phone/code", posted);
  assertEquals(reader.page.url.pathname, "/register/thanks");
  assertStringIncludes(reader.page.text, en("thanks.used"));
});

function fields(reader: Reader): { csrf: string } {
  const csrf = /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "";
  return { csrf };
}

Deno.test("a resent form sends no second message", async () => {
  using site = await openSite();
  const reader = await signIn(site);
  await reader.open("/register/phone");
  const posted = { ...fields(reader), ...PHONE, channel: "sms" };
  await Promise.all([
    reader.send("/register/phone", form(posted)),
    reader.send("/register/phone", form(posted)),
  ]);
  await reader.post("/register/phone", posted);
  assertEquals(reader.page.url.pathname, "/register/phone/code");
  assertEquals((await site.outbox()).length, 1);
});

function form(posted: Record<string, string>): RequestInit {
  return { method: "POST", body: new URLSearchParams(posted) };
}

Deno.test("a typed plus wins over the list, and the page says so", async () => {
  using site = await openSite();
  const reader = await signIn(site);
  await askForCode(reader, "+44 7400 123456");
  const country = "United Kingdom";
  assertStringIncludes(reader.page.text, en("code.overruled", { country }));
});

Deno.test("the code can come by call instead, and again", async () => {
  using site = await openSite();
  const reader = await signIn(site);
  await askForCode(reader);
  const code = await newestCode(site);
  await reader.press(en("code.instead.voice"));
  assertEquals(reader.page.status, 429);
  site.wait(40_000);
  await reader.open("/register/phone/code");
  await reader.press(en("code.instead.voice"));
  const [, call] = await site.outbox();
  assertEquals(call?.channel, "voice");
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/thanks");
});

Deno.test("the phone is changed with a fresh password, the old number is told, and removed", async () => {
  using site = await openSite();
  const reader = await signIn(site, "demo-phone");
  assertStringIncludes(reader.page.text, "+81 •• •••• ••34");
  site.wait(6 * 60_000);
  await reader.open("/register/phone?replace=0");
  assertEquals(reader.page.url.pathname, "/register/prove");
  await reader.press(en("password.submit"), { password: "wrong" });
  assertStringIncludes(reader.page.text, en("password.refused"));
  await reader.press(en("password.submit"), { password: DEMO_PASSWORD });
  assertEquals(reader.page.url.pathname, "/register/phone");
  await reader.press(en("phone.sms"), PHONE);
  await reader.press(en("code.submit"), { code: await newestCode(site) });
  const told = (await site.outbox()).at(-1) ?? { to: "", text: "" };
  const words = { host: "localhost", stop: readStop(told) };
  assertEquals([told.to, told.text], [
    "+819012345634",
    en("text.changed", words),
  ]);

  await reader.open("/register/phone/remove?phone=0");
  await reader.press(en("remove.submit"));
  assertStringIncludes(reader.page.text, en("list.phone.unset"));
  assertEquals((await site.outbox()).at(-1)?.to, "+819012345678");
});

Deno.test("the language is chosen on any page and remembered", async () => {
  using site = await openSite();
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/reset?lang=ja");
  assertEquals(reader.page.url.pathname, "/reset");
  assertStringIncludes(reader.page.html, 'lang="ja"');
  await reader.open("/");
  assertStringIncludes(reader.page.html, '<html lang="ja"');
});

Deno.test("the outbox page is for development alone", async () => {
  using site = await openSite({ mode: "production" });
  const reader = openReader(site, ORIGIN.production);
  for (const path of ["/dev/outbox", "/dev/outbox.json"]) {
    assertEquals((await reader.open(path)).status, 404);
  }
});
