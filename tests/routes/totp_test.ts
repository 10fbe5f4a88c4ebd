/** The authenticator app without JavaScript, over the real application. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import {
  openSite,
  ORIGIN,
  type Site,
  type SiteOptions,
} from "@/tests/support/site.ts";
import {
  appDoesNotShow,
  appShows,
  seedOn,
  setPolicy,
} from "@/tests/support/totp.ts";

const PAGE = "/register/app";
const MINUTE = 60_000;
const en = translator("en");

async function openAppSite(options?: SiteOptions): Promise<Site> {
  const site = await openSite(options);
  await setPolicy(site, { methods: ["phone", "totp"] });
  return site;
}

async function signIn(
  site: Site,
  { userName = "demo", tag = "en" } = {},
): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/register");
  const typed = { userName, password: DEMO_PASSWORD };
  await reader.press(translator(tag)("signIn.submit"), typed);
  return reader;
}

/** Types a code into the page in front. */
async function type(reader: Reader, code: string): Promise<void> {
  await reader.press(en("code.submit"), { code });
}

async function setUp(site: Site, reader: Reader): Promise<string> {
  await reader.open(PAGE);
  const seed = seedOn(reader.page.html);
  await type(reader, appShows(seed, site.deps.now()));
  assertEquals(reader.page.url.pathname, "/register/thanks");
  return seed;
}

for (const tag of TAGS) {
  Deno.test(`an app is set up without JavaScript (${tag})`, async () => {
    using site = await openAppSite();
    const t = translator(tag);
    const reader = await signIn(site, { tag });
    await reader.open(PAGE);
    assertStringIncludes(reader.page.text, t("totp.intro"));
    const seed = seedOn(reader.page.html);
    assertStringIncludes(
      reader.page.text,
      seed.match(/.{4}/g)?.join(" ") ?? "",
    );
    assertStringIncludes(reader.page.html, `aria-label="${t("totp.picture")}"`);
    const code = appShows(seed, site.deps.now());
    await reader.press(t("code.submit"), { code });
    assertEquals(reader.page.url.pathname, "/register/thanks");
    assertStringIncludes(reader.page.text, t("thanks.totp"));
    assertEquals(reader.page.text.includes(t("thanks.used")), false);

    await reader.open("/register/app/remove");
    assertStringIncludes(reader.page.text, t("remove.totp.what"));
    await reader.press(t("remove.submit"));
    assertEquals(reader.page.url.pathname, "/register");
    const gone = await reader.open("/register/thanks?for=totp");
    assertEquals(gone.url.pathname, "/register");
  });
}

Deno.test("the picture needs no script, style or request, and says how large it is", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  const { html, headers } = await reader.open(PAGE);
  const [picture = ""] = /<svg.*?<\/svg>/s.exec(html) ?? [];
  assertMatch(picture, /^<svg role="img" aria-label="[^"]+"/);
  assertMatch(picture, /fill="#fff".*stroke="#000"/s);
  assert(!/<script|<img|<image|<use| src=| style=/.test(html));
  assertEquals(headers.get("cache-control"), "no-store");
});

Deno.test("the page shows the same seed when it is loaded again, another after signing in anew", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  const seed = seedOn((await reader.open(PAGE)).html);
  assertEquals(seedOn((await reader.open(PAGE)).html), seed);
  await type(reader, "12");
  assertEquals(seedOn(reader.page.html), seed);
  const other = await signIn(site);
  assertNotEquals(seedOn((await other.open(PAGE)).html), seed);
});

Deno.test("each code that is not taken has its own sentence, beside the same picture", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  const seed = seedOn((await reader.open(PAGE)).html);
  const now = site.deps.now();
  const said: [string, string][] = [
    ["", en("totp.missing")],
    ["12345", en("code.short")],
    ["1234567", en("code.long")],
    [appDoesNotShow(seed, now), en.plural("totp.wrong", 19)],
    [appShows(seed, now, 2), en("totp.skewed")],
    [appShows(seed, now, -2), en("totp.skewed")],
  ];
  for (const [typed, text] of said) {
    await type(reader, typed);
    assertEquals(reader.page.status, 422);
    assert(reader.page.title.startsWith("Error:"));
    assertStringIncludes(reader.page.text, text);
    assertEquals(seedOn(reader.page.html), seed);
  }
  const spaced = appShows(seed, now, -1).replace(/(...)(...)/, "$1 $2");
  await type(reader, spaced);
  assertStringIncludes(reader.page.text, en("thanks.totp"));
});

Deno.test("too many wrong codes close the page for a day, and say so", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  await reader.open(PAGE);
  const code = appDoesNotShow(seedOn(reader.page.html), site.deps.now());
  for (let i = 0; i < 20; i++) await type(reader, code);
  const time = en.duration(24 * 60 * MINUTE);
  assertEquals(reader.page.status, 429);
  assertStringIncludes(reader.page.text, en("code.blocked", { time }));
  await reader.open(PAGE);
  assertEquals(reader.page.status, 200);
  assertStringIncludes(reader.page.text, en("code.blocked", { time }));
  assert(!reader.page.html.includes("otpauth"));
});

Deno.test("a form that is sent twice has worked, and changes nothing more", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  const { html } = await reader.open(PAGE);
  const csrf = /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? "";
  const code = appShows(seedOn(html), site.deps.now());
  await reader.post(PAGE, { csrf, code });
  const before = await site.kv.get(["people", await accountOf(site)]);
  await reader.post(PAGE, { csrf, code });
  assertEquals(reader.page.url.pathname, "/register/thanks");
  assertStringIncludes(reader.page.text, en("thanks.used"));
  const after = await site.kv.get(["people", await accountOf(site)]);
  assertEquals(after.versionstamp, before.versionstamp);
});

/** The account of the one person who has registered something. */
async function accountOf({ kv }: Site): Promise<string> {
  for await (const { key, value } of kv.list({ prefix: ["people"] })) {
    if (Deno.inspect(value, { depth: 9 }).includes("secret:")) {
      return String(key[1]);
    }
  }
  return "";
}

Deno.test("a code without a seed that waits gets a new picture and the reason", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  const csrf = /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "";
  await reader.post(PAGE, { csrf, code: "123456" });
  assertEquals(reader.page.status, 422);
  assertStringIncludes(reader.page.text, en("totp.none"));
  await type(reader, appShows(seedOn(reader.page.html), site.deps.now()));
  assertStringIncludes(reader.page.text, en("thanks.totp"));
});

Deno.test("the app is changed and removed, and the phone is told each time", async () => {
  using site = await openAppSite();
  const reader = await signIn(site, { userName: "demo-phone" });
  const old = await setUp(site, reader);
  assertEquals((await site.outbox()).length, 1);
  site.wait(2 * MINUTE);
  await reader.open(PAGE);
  assertStringIncludes(reader.page.text, en("totp.title.change"));
  assertStringIncludes(reader.page.text, en("totp.now"));
  assertNotEquals(seedOn(reader.page.html), old);
  await type(reader, appShows(old, site.deps.now()));
  assertEquals(reader.page.status, 422);
  await setUp(site, reader);
  await reader.open(`${PAGE}/remove`);
  assertStringIncludes(reader.page.text, en("remove.totp.more"));
  await reader.press(en("remove.submit"));
  const told = (await site.outbox()).map(({ to }) => to);
  assertEquals(told, Array(3).fill("+819012345634"));
});

Deno.test("a page to remove another app than the one that is set up removes nothing", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  await setUp(site, reader);
  const { html } = await reader.open(`${PAGE}/remove`);
  const csrf = /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? "";
  const confirmedAt = `${site.deps.now()}`;
  site.wait(MINUTE);
  await setUp(site, reader);
  await reader.post(`${PAGE}/remove`, { csrf, confirmedAt });
  await reader.open("/register/thanks?for=totp");
  assertStringIncludes(reader.page.text, en("thanks.totp"));
});

Deno.test("changing or removing the app asks for a fresh proof first", async () => {
  using site = await openAppSite();
  const reader = await signIn(site);
  await setUp(site, reader);
  site.wait(6 * MINUTE);
  const paths = [[PAGE, "totp"], [`${PAGE}/remove`, "totp.remove"]] as const;
  for (const [path, next] of paths) {
    const location = (await reader.send(path)).headers.get("location") ?? "";
    assertMatch(location, /^\/register\/prove\?/);
    assertEquals(new URLSearchParams(location.split("?")[1]).get("next"), next);
  }
});

Deno.test("where the policy leaves the app out, or for somebody outside, the page leads to the list", async () => {
  using site = await openSite();
  const reader = await signIn(site);
  assertEquals((await reader.open(PAGE)).url.pathname, "/register");
  const nobody = openReader(site, ORIGIN.development);
  assertEquals((await nobody.open(PAGE)).url.pathname, "/register");
  const path = `${PAGE}/remove`;
  assertEquals((await reader.open(path)).url.pathname, "/register");
});
