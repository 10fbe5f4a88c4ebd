/** Where the portal's pages lead: on, back, to safer ways, and nowhere that has not happened. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { METHODS } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { appOf, emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";
import { NOON } from "@/tests/support/world.ts";

const en = translator("en");
const DAY = 24 * 60 * 60_000;
const LIST = '<a class="inline-block py-2.5" href="/register">';

async function open(
  policy: Partial<Policy>,
  has: (site: Site) => Partial<Person> = () => ({}),
): Promise<Site> {
  const site = await openSite();
  await setPolicy(site, policy);
  const id = (await findAccount(site.kv, "demo"))?.id ?? "";
  await putPerson(site.deps, id, has(site));
  return site;
}

async function signIn(site: Site, tag = "en") {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/register");
  const typed = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(translator(tag)("signIn.submit"), typed);
  return reader;
}

/** Where a GET leads, without going there. */
async function leads(site: Site, path: string): Promise<[number, string]> {
  const reader = openReader(site, ORIGIN.development);
  const { status, headers } = await reader.send(path);
  return [status, headers.get("location") ?? ""];
}

for (const tag of TAGS) {
  const t = translator(tag);

  Deno.test(`the phone page leads to the safer ways that are open (${tag})`, async () => {
    using site = await open({ methods: METHODS });
    const reader = await signIn(site, tag);
    await reader.open("/register/phone");
    const { html, text } = reader.page;
    assertStringIncludes(text, `${t("phone.notice")} ${t("phone.safer")}`);
    for (const page of ["passkey", "app", "recovery-codes"]) {
      assertStringIncludes(html, `href="/register/${page}"`);
    }
    assert(!text.includes(t("phone.ask")));
  });

  Deno.test(`the phone page names the help desk where no way is safer (${tag})`, async () => {
    using site = await open({ methods: ["phone", "email"] });
    const reader = await signIn(site, tag);
    await reader.open("/register/phone");
    const { html, text } = reader.page;
    assertStringIncludes(text, `${t("phone.notice")} ${t("phone.ask")}`);
    assert(!html.includes('href="/register/app"'));
  });
}

Deno.test("the phone page offers no safer way that is set up already", async () => {
  using site = await open({ methods: ["phone", "totp"] });
  const reader = await signIn(site);
  site.wait(1);
  const id = (await findAccount(site.kv, "demo"))?.id ?? "";
  await putPerson(site.deps, id, { totp: appOf(site.deps, site.deps.now()) });
  await reader.open("/register/phone");
  assertEquals(reader.page.url.pathname, "/register/phone");
  const { html, text } = reader.page;
  assertStringIncludes(text, en("phone.notice"));
  assert(!text.includes(en("phone.ask")) && !text.includes(en("phone.safer")));
  assert(!html.includes('href="/register/app"'));
});

Deno.test("looking again counts for what was due alone, and the list says when", async () => {
  const methods = ["phone", "email"] as const;
  using site = await open({ methods, reviewDays: 30 }, ({ deps }) => ({
    phones: [phoneOf(deps, "+819012345634", NOON - 10 * DAY)],
    email: emailOf(deps, "ann@example.com", NOON),
  }));
  const date = (days: number) => {
    return en("list.confirmed", { date: en.date(NOON + days * DAY) });
  };
  site.wait(20 * DAY);
  const reader = await signIn(site);
  assertEquals(reader.page.url.pathname, "/register/review");
  assertStringIncludes(reader.page.text, date(-10));
  assert(!reader.page.text.includes(en("list.email")));
  await reader.press(en("review.good"));
  assertStringIncludes(reader.page.text, date(20));
  assertStringIncludes(reader.page.text, date(0));
  site.wait(10 * DAY);
  const later = await signIn(site);
  assertEquals(later.page.url.pathname, "/register/review");
  assertStringIncludes(later.page.text, en("list.email"));
  assert(!later.page.text.includes(en("list.phone")));
});

Deno.test("the addresses of the product before keep what an application asks with them", async () => {
  using site = await openSite();
  const query = "?return_to=https%3A%2F%2Fapp.example.org%2Fhome&x=1";
  assertEquals(await leads(site, `/ssprsetup${query}`), [
    308,
    `/register${query}`,
  ]);
  assertEquals(await leads(site, `/passwordreset${query}`), [
    308,
    `/reset${query}`,
  ]);
  assertEquals(await leads(site, "/ssprsetup"), [308, "/register"]);
});

Deno.test("a whole address of this site is gone back to", async () => {
  using site = await openSite();
  const reader = openReader(site, ORIGIN.development);
  await reader.send(`/register?return_to=${ORIGIN.development}/change`);
  assertEquals(
    reader.jar.get("return"),
    encodeURIComponent(`${ORIGIN.development}/change`),
  );
  assertEquals(site.lines, [], "no address is logged");
});

Deno.test("the page of new codes has no link by which they are lost", async () => {
  using site = await open({ methods: ["recoveryCodes"] });
  const reader = await signIn(site);
  await reader.open("/register/recovery-codes");
  assertStringIncludes(reader.page.html, "lang=ja");
  await reader.press(en("recovery.make"));
  const { html } = reader.page;
  assertEquals([...html.matchAll(/<code>/g)].length, 10);
  assert(!html.includes("lang=ja"));
  assert(!html.includes(LIST));
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)]
    .map(([, href]) => href);
  assertEquals(links, ["/", "/register/thanks?for=recoveryCodes"]);
});

for (
  const [path, to] of [["/stop/done", "/stop"], ["/change/done", "/change"]]
) {
  Deno.test(`${path} claims nothing that did not happen`, async () => {
    using site = await openSite();
    assertEquals(await leads(site, path ?? ""), [303, to]);
    const reader = openReader(site, ORIGIN.development);
    reader.jar.set("done", "lift");
    await reader.open(path ?? "");
    assertEquals(reader.page.url.pathname, to);
  });
}

Deno.test("nobody whose recovery was never frozen is told that it is open again", async () => {
  using site = await open({ methods: ["phone"] });
  const reader = await signIn(site);
  await reader.open("/register/lift");
  assertEquals(reader.page.url.pathname, "/register");
});

Deno.test("a page that tells what was done tells it for ten minutes at most", async () => {
  using site = await openSite();
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/change");
  const fields = {
    csrf: /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "",
    userName: "demo",
    password: DEMO_PASSWORD,
    newPassword: "violet harbour lantern 42",
  };
  const body = new URLSearchParams(fields);
  const { headers } = await reader.send("/change", { method: "POST", body });
  assertStringIncludes(
    headers.getSetCookie().join("\n"),
    "done=change; Path=/; HttpOnly; SameSite=Lax; Max-Age=600",
  );
});

const SET_UPS = [
  "phone",
  "email",
  "app",
  "recovery-codes",
  "questions",
  "passkey",
];
Deno.test.each(SET_UPS)(
  "/register/%s leads back to the list, once",
  async (page) => {
    using site = await open({ methods: METHODS });
    const reader = await signIn(site);
    await reader.open(`/register/${page}`);
    assertEquals(reader.page.url.pathname, `/register/${page}`);
    assertEquals(reader.page.html.split(LIST).length, 2);
    assertStringIncludes(reader.page.text, en("app.list"));
  },
);

Deno.test("the page of a code, and the one that says why none is sent, lead back to the list", async () => {
  using site = await open({ methods: ["phone"] });
  const reader = await signIn(site);
  await reader.open("/register/phone");
  for (let i = 0; i < 6; i++) {
    await reader.open("/register/phone");
    const number = `090-1234-567${i}`;
    await reader.press(en("phone.sms"), { country: "JP", number });
    assertEquals(reader.page.html.split(LIST).length, 2);
  }
  assertEquals(reader.page.status, 429);
});

const API:
  readonly (readonly [path: string, init: RequestInit, status: number])[] = [
    ["/api/v1/registration/demo", {}, 401],
    ["/api/v1/registration/demo?lang=ja", {}, 401],
    ["/api/v1/registration/demo", { method: "POST" }, 405],
    ["/api/v1/registration/demo", { method: "XYZZY" }, 405],
    ["/api/v1/registration/%FF", {}, 400],
    ["/api/v1/registration", {}, 404],
    ["/api/v1", {}, 404],
    ["/api/v1/registration/demo", {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site", origin: "https://x.example" },
    }, 403],
  ];
for (const [path, init, status] of API) {
  Deno.test(`${init.method ?? "GET"} ${path} answers a program with ${status}`, async () => {
    using site = await openSite();
    const request = new Request(`${ORIGIN.development}${path}`, init);
    const response = await site.handler(request);
    const { headers } = response;
    assertEquals(response.status, status);
    assertEquals(headers.get("content-type"), "application/problem+json");
    assertEquals(headers.getSetCookie(), []);
    assertEquals(headers.has("allow"), status === 405);
    const { type, title, detail, ...body } = await response.json();
    assertEquals([type, body], ["about:blank", { status }]);
    assert(title && detail);
  });
}
