/** The link of a mail, over HTTP: scanners, forged hosts, this browser and another. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openResetSite } from "@/tests/support/reset.ts";
import { askForMail, begin } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site, type SiteOptions } from "@/tests/support/site.ts";

const t = translator("en");

function openLinkSite(options: SiteOptions = {}): Promise<Site> {
  return openResetSite(["email"], { mailLink: "yes" }, options);
}

/** The path and query of the link in the newest mail. */
async function newestLink(site: Site): Promise<string> {
  const { text = "" } = (await site.outbox()).at(-1) ?? {};
  const url = new URL(/^https?:\S+$/m.exec(text)?.[0] ?? "about:blank");
  assertEquals(url.origin, ORIGIN.development);
  return url.pathname + url.search;
}

async function mailed(site: Site): Promise<[Reader, string]> {
  const reader = await begin(site);
  await askForMail(reader);
  return [reader, await newestLink(site)];
}

Deno.test.each(TAGS)(
  "in %s, in the browser that began, the button goes on to the new password",
  async (tag) => {
    using site = await openLinkSite();
    const say = translator(tag);
    const reader = await begin(site, undefined, tag);
    await askForMail(reader, tag);
    const page = await reader.open(await newestLink(site));
    assertEquals(page.url.pathname + page.url.search, "/reset/link");
    assertStringIncludes(page.text, say("link.here"));
    await reader.press(say("link.go"));
    assertEquals(reader.page.url.pathname, "/reset/password");
    const again = await reader.open("/reset/link");
    assertEquals(again.status, 410);
    assertStringIncludes(again.text, "AK-18");
  },
);

Deno.test("in another browser the support code is to be compared, and the reset goes on there", async () => {
  using site = await openLinkSite();
  const [first, link] = await mailed(site);
  const [, code = "?"] = /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(first.page.text) ??
    [];
  const other = openReader(site, ORIGIN.development);
  await other.open(link);
  assertStringIncludes(other.page.text, t("link.compare"));
  assertStringIncludes(other.page.text, code);
  await other.press(t("link.go"));
  assertEquals(other.page.url.pathname, "/reset/password");
  const stranger = await first.open("/reset/password");
  assertEquals(stranger.url.pathname, "/reset/prove/send");
});

Deno.test("the token is in one address only, and in no page", async () => {
  using site = await openLinkSite();
  const [reader, link] = await mailed(site);
  const response = await reader.send(link);
  assertEquals(response.status, 303);
  assertEquals(response.headers.get("location"), "/reset/link");
  const cookie = response.headers.get("set-cookie") ?? "";
  assertStringIncludes(cookie, "HttpOnly; SameSite=Lax; Max-Age=3600");
  const token = link.slice(link.indexOf("t=") + 2);
  const page = await reader.open("/reset/link");
  assert(!page.html.includes(token));
  assert(
    site.lines.every((line) =>
      line.includes("/reset/link?t=") || !line.includes(token)
    ),
  );
});

Deno.test("on https the cookie is of this host alone", async () => {
  using site = await openLinkSite({ mode: "production" });
  const token = `k1.${"A".repeat(43)}`;
  const response = await site.handler(
    new Request(`${ORIGIN.production}/reset/link?t=${token}`),
  );
  const cookie = response.headers.get("set-cookie") ?? "";
  assertEquals(
    cookie,
    `__Host-link=${token}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=3600`,
  );
});

Deno.test.each(["GET", "HEAD"])(
  "a scanner that opens the link by %s, and what it leads to, changes nothing",
  async (method) => {
    using site = await openLinkSite();
    const [reader, link] = await mailed(site);
    const scanner = openReader(site, ORIGIN.development);
    for (const path of [link, "/reset/link", `${link}&x=1`]) {
      await scanner.send(path, { method });
    }
    const held = await reader.open("/reset/password");
    assertEquals(held.url.pathname, "/reset/prove/code");
    await reader.open(link);
    await reader.press(t("link.go"));
    assertEquals(reader.page.url.pathname, "/reset/password");
  },
);

const FORGED: [string, Record<string, string>][] = [
  ["Host", { host: "evil.example" }],
  ["X-Forwarded-Host", { "x-forwarded-host": "evil.example" }],
  ["Forwarded", { forwarded: "host=evil.example;proto=http" }],
  ["X-Original-Host", { "x-original-host": "evil.example" }],
];

Deno.test.each(FORGED)(
  "a forged %s is nowhere in the mail",
  async (_, headers) => {
    using site = await openLinkSite();
    const forging: Site = {
      ...site,
      handler: (request) => {
        const url = new URL(request.url);
        if (headers.host) url.host = headers.host;
        const forged = new Request(url, request);
        for (const [name, value] of Object.entries(headers)) {
          forged.headers.set(name, value);
        }
        return site.handler(forged);
      },
    };
    const reader = await begin(forging);
    await askForMail(reader);
    const mail = JSON.stringify((await site.outbox()).at(-1));
    assertStringIncludes(mail, `${ORIGIN.development}/reset/link?t=`);
    assert(!mail.includes("evil.example"));
  },
);

Deno.test("of 200 that press at once, one goes on", async () => {
  using site = await openLinkSite();
  const [reader, link] = await mailed(site);
  await reader.open(link);
  const [, csrf = ""] = /name="csrf" value="([^"]*)"/.exec(reader.page.html) ??
    [];
  const all = await Promise.all(
    Array.from({ length: 200 }, () =>
      reader.send("/reset/link", {
        method: "POST",
        body: new URLSearchParams({ csrf }),
      })),
  );
  const statuses = Map.groupBy(all, ({ status }) => status);
  assertEquals(statuses.get(303)?.length, 1);
  assertEquals(statuses.get(410)?.length, 199);
});

Deno.test("a button without the token of this browser is refused", async () => {
  using site = await openLinkSite();
  const [reader, link] = await mailed(site);
  await reader.open(link);
  assertEquals((await reader.post("/reset/link", {})).status, 403);
  await reader.open("/reset/link");
  await reader.press(t("link.go"));
  assertEquals(reader.page.url.pathname, "/reset/password");
});

Deno.test.each(["", "x", `k1.${"A".repeat(43)}`, "k1.%22%3E%3Cscript%3E"])(
  "the link with %s says that it leads nowhere, whoever asks",
  async (token) => {
    using site = await openLinkSite();
    const reader = openReader(site, ORIGIN.development);
    const page = await reader.open(`/reset/link?t=${token}`);
    assertEquals(page.status, 410);
    assertStringIncludes(page.text, t("outcome.link"));
    assert(!page.html.includes("<script>"));
  },
);

Deno.test("after ten minutes it says so, and begins again", async () => {
  using site = await openLinkSite();
  const [reader, link] = await mailed(site);
  site.wait(10 * 60_000);
  const page = await reader.open(link);
  assertEquals(page.status, 410);
  assertStringIncludes(page.html, 'href="/reset"');
});
