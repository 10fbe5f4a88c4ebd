/** The challenge before a name is looked at, without and with its answer, over HTTP. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openResetSite, USER } from "@/tests/support/reset.ts";
import { begin, csrfOf } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";
import { solve } from "@/tests/support/work.ts";

const t = translator("en");
const TITLE = t("challenge.title");

/** Opens resets until one takes a challenge. */
async function suspected(site: Site, identifier = USER): Promise<Reader> {
  const max = LIMITS.aikagi.identify.account[0]?.max ?? 0;
  for (let i = 0; i < max; i++) {
    const { page } = await begin(site, identifier);
    assertEquals(page.url.pathname.startsWith("/reset/"), true, page.text);
  }
  return await begin(site, identifier);
}

/** What the page hands to the script. */
function workOf({ page: { html } }: Reader): { seed: string; bits: number } {
  const [, seed = "", bits] = /data-work="([^"]*)" data-bits="(\d+)"/
    .exec(html) ?? [];
  return { seed, bits: Number(bits) };
}

Deno.test("an ordinary first try takes no challenge, and has no script and no worker", async () => {
  using site = await openResetSite(["phone"]);
  const reader = openReader(site, ORIGIN.development);
  const first = await reader.open("/reset");
  assert(!first.html.includes("challenge.js"));
  const policy = first.headers.get("content-security-policy") ?? "";
  assert(!policy.includes("worker-src"));
  const { page } = await begin(site);
  assert(!page.html.includes("challenge.js"));
});

Deno.test.each(TAGS)(
  "without JavaScript in %s, waiting and pressing goes on, and pressing too soon says so",
  async (tag) => {
    using site = await openResetSite(["phone"]);
    await suspected(site);
    const reader = await begin(site, USER, tag);
    const say = translator(tag);
    assertEquals(reader.page.status, 200);
    assertStringIncludes(reader.page.title, say("challenge.title"));
    const wait = say.duration(10_000);
    const words = say("challenge.wait", { time: wait });
    assertStringIncludes(reader.page.html, words);
    await reader.press(say("challenge.submit"));
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, say("challenge.early"));
    site.wait(10_000);
    await reader.press(say("challenge.submit"));
    assertEquals(reader.page.status, 200);
    assert(reader.page.url.pathname.startsWith("/reset/prove"));
  },
);

Deno.test("with the work done it goes on at once, and the same form again does not count", async () => {
  using site = await openResetSite(["phone"]);
  const reader = await suspected(site);
  const { headers, html, url } = reader.page;
  const policy = headers.get("content-security-policy") ?? "";
  assertStringIncludes(policy, "worker-src 'self'");
  assertStringIncludes(html, 'src="/challenge.js');
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  const fields = {
    identifier: field("identifier"),
    challenge: field("challenge"),
    answer: solve(workOf(reader)),
    csrf: csrfOf(reader),
  };
  const done = await reader.post(url.pathname, fields);
  assert(done.url.pathname.startsWith("/reset/prove"), done.text);
  const again = await reader.post(url.pathname, fields);
  assertEquals(again.status, 422);
  assertStringIncludes(again.text, t("challenge.again"));
});

Deno.test("whoever fills in what nobody sees gets a challenge, and nothing worse", async () => {
  using site = await openResetSite(["phone"]);
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/reset");
  const typed = { identifier: USER, website: "https://example.com" };
  await reader.press(t("reset.go"), typed);
  assertStringIncludes(reader.page.title, TITLE);
  site.wait(10_000);
  await reader.press(t("challenge.submit"));
  assert(reader.page.url.pathname.startsWith("/reset/prove"));
});

Deno.test("a name that nobody has is challenged as any other: the same page but for what is drawn", async () => {
  using site = await openResetSite(["phone"]);
  const masked = async (name: string) => {
    const { page } = await suspected(site, name);
    return page.html.replaceAll(name, "NAME")
      .replace(/(data-work|value)="[^"]*"/g, '$1=""');
  };
  assertEquals(await masked("demo-phone"), await masked("demo-ghost"));
});

Deno.test("what was typed cannot write HTML into the challenge", async () => {
  using site = await openResetSite(["phone"]);
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/reset");
  const identifier = '"><script>alert(1)</script>" data-work="';
  await reader.press(t("reset.go"), { identifier, website: "x" });
  assert(!reader.page.html.includes("<script>alert"));
  assertEquals(reader.page.html.split('data-work="').length, 2);
});
