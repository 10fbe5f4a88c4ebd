/** The portal's own pages without JavaScript: the list, advice, review, required registration, answers. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { addApiKey } from "@/lib/flows/admin/api_keys.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { change } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit, read } from "@/lib/store/records.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const en = translator("en");
const DAY = 24 * 60 * 60_000;
const APP = "https://app.example.org";
const PHONE = { country: "JP", number: "090-1234-5678" };
const NEEDED: Partial<Policy> = {
  requireRegistration: "yes",
  returnOrigins: [APP],
  skipsAllowed: 2,
  skipDays: 14,
};

async function setPolicy(site: Site, policy: Partial<Policy>): Promise<void> {
  const [entry] = await read(site.kv, [policyRef()] as const);
  const before = entry.value ?? DEFAULT_POLICY;
  await commit(site.kv, [change(entry, { ...before, ...policy })]);
}

async function open(policy: Partial<Policy>): Promise<Site> {
  const site = await openSite();
  await setPolicy(site, policy);
  return site;
}

async function signIn(site: Site, userName: string, tag = "en") {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/register");
  await press(reader, userName, tag);
  return reader;
}

async function press(reader: Reader, userName: string, tag = "en") {
  const typed = { userName, password: DEMO_PASSWORD };
  return await reader.press(translator(tag)("signIn.submit"), typed);
}

async function registerPhone(site: Site, reader: Reader): Promise<void> {
  await reader.open("/register/phone");
  await reader.press(en("phone.sms"), PHONE);
  const code = readCode((await site.outbox()).at(-1));
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/thanks");
}

/** Where a GET leads, without going there. */
async function leads(reader: Reader, path: string): Promise<string> {
  const response = await reader.send(path);
  return response.headers.get("location") ?? `${response.status}`;
}

for (const tag of TAGS) {
  Deno.test(`the list says what is set up, since when, what is needed, and whether it would work (${tag})`, async () => {
    using site = await open({ methods: ["phone", "totp"], required: 2 });
    const t = translator(tag);
    const { page: { text, html } } = await signIn(site, "demo-phone", tag);
    assertStringIncludes(text, t.plural("list.needed", 2));
    assertStringIncludes(text, t.plural("list.more", 1));
    const date = tag === "en" ? "1 January 2026" : t.date(site.deps.now());
    assertStringIncludes(text, t("list.confirmed", { date }));
    assertStringIncludes(text, t("list.strong"));
    assertStringIncludes(text, `✗ ${t("check.not")}`);
    const help = t("check.help", { methods: t("list.totp") });
    assertStringIncludes(text, help);
    assert(html.indexOf('id="totp"') < html.indexOf('id="phone"'));
    await setPolicy(site, { required: 1 });
    const again = await signIn(site, "demo-phone", tag);
    assertStringIncludes(again.page.text, `✓ ${t("check.ok")}`);
    assertStringIncludes(again.page.text, t("list.ready"));
  });

  Deno.test(`what is due is asked about once, and in masks (${tag})`, async () => {
    using site = await open({ reviewDays: 30, methods: ["phone", "totp"] });
    const t = translator(tag);
    site.wait(30 * DAY);
    const reader = await signIn(site, "demo-phone", tag);
    assertEquals(reader.page.url.pathname, "/register/review");
    assertStringIncludes(reader.page.text, "+81 •• •••• ••34");
    assert(!reader.page.text.includes(t("list.totp")));
    assertStringIncludes(reader.page.html, 'href="/register/phone?replace=0"');
    await reader.press(t("review.good"));
    assertEquals(reader.page.url.pathname, "/register");
    assertEquals((await site.outbox()).length, 0);
    const later = await signIn(site, "demo-phone", tag);
    assertEquals(later.page.url.pathname, "/register");
    assertEquals(
      (await later.open("/register/review")).url.pathname,
      "/register",
    );
  });

  Deno.test(`a second way is recommended after the first, and once at the next visit (${tag})`, async () => {
    using site = await open({ methods: ["phone", "recoveryCodes"] });
    const t = translator(tag);
    const advice = t("advice.recoveryCodes");
    const first = await signIn(site, "demo-phone", tag);
    assertStringIncludes(first.page.text, advice);
    assertStringIncludes(first.page.html, 'href="/register/recovery-codes"');
    const second = await signIn(site, "demo-phone", tag);
    assert(!second.page.text.includes(advice));
  });
}

Deno.test("the thanks page recommends a second way where there is one", async () => {
  using site = await open({ methods: ["phone", "totp"] });
  const reader = await signIn(site, "demo");
  assert(!reader.page.text.includes(en("advice.title")));
  await registerPhone(site, reader);
  assertStringIncludes(reader.page.text, en("advice.totp"));
  await setPolicy(site, { methods: ["phone"] });
  await reader.open("/register/thanks");
  assert(!reader.page.text.includes(en("advice.title")));
});

Deno.test("the thanks page says how many more are needed", async () => {
  using site = await open({ methods: ["phone", "totp"], required: 2 });
  const reader = await signIn(site, "demo");
  await registerPhone(site, reader);
  assertStringIncludes(reader.page.text, en.plural("thanks.needed", 1));
  assert(!reader.page.text.includes(en("thanks.ready")));
});

for (const tag of TAGS) {
  Deno.test(`an application that needs registration sends a person here and gets them back (${tag})`, async () => {
    using site = await open(NEEDED);
    const t = translator(tag);
    const reader = openReader(site, ORIGIN.development, tag);
    await reader.open(
      `/register?return_to=${encodeURIComponent(`${APP}/home`)}`,
    );
    assertEquals(reader.page.url.pathname, "/register");
    assertEquals(reader.page.url.search, "");
    await press(reader, "demo", tag);
    assertEquals(reader.page.url.pathname, "/register/required");
    assertStringIncludes(reader.page.text, t.plural("required.why", 1));
    assertStringIncludes(reader.page.text, t.plural("required.left", 2));
    assertStringIncludes(reader.page.text, t.plural("required.days", 14));
    assertEquals(
      await leads(reader, "/register/return?go"),
      "/register/required",
    );
    await reader.press(t("required.skip"));
    assertEquals(reader.page.url.pathname, "/register/return");
    assertStringIncludes(reader.page.text, t("return.skipped"));
    assertStringIncludes(
      reader.page.text,
      t("return.go", { host: "app.example.org" }),
    );
    const address = await leads(reader, "/register/return?go");
    const claims = await readAnswer(site, address);
    assertEquals(address.split("?")[0], `${APP}/home`);
    assertEquals([claims.aud, claims.registered], [APP, false]);
    assertEquals(claims.iss, ORIGIN.development);
    assertEquals(Number(claims.exp) - Number(claims.iat), 60);
    // The way back is used up.
    assertEquals(await leads(reader, "/register/return?go"), "/register");
  });
}

Deno.test("skips are counted for the person, and end", async () => {
  using site = await open(NEEDED);
  for (const left of [2, 1]) {
    const reader = await sent(site, "demo");
    assertStringIncludes(reader.page.text, en.plural("required.left", left));
    const { csrf } = fieldsOf(reader);
    await Promise.all(
      Array.from(
        { length: 20 },
        () => reader.send("/register/required", post({ csrf })),
      ),
    );
    assertEquals(
      (await reader.open("/register/required")).url.pathname,
      "/register/return",
    );
  }
  const reader = await sent(site, "demo");
  assertStringIncludes(reader.page.text, en("required.over"));
  const { csrf } = fieldsOf(reader);
  await reader.post("/register/required", { csrf });
  assertEquals(reader.page.url.pathname, "/register/required");
  await registerPhone(site, reader);
  assertStringIncludes(reader.page.html, 'href="/register/return"');
  const claims = await readAnswer(
    site,
    await leads(reader, "/register/return?go"),
  );
  assertEquals(claims.registered, true);
});

Deno.test("skips end with their days", async () => {
  using site = await open(NEEDED);
  const first = await sent(site, "demo");
  await first.press(en("required.skip"));
  site.wait(14 * DAY);
  const reader = await sent(site, "demo");
  assertStringIncludes(reader.page.text, en("required.over"));
});

Deno.test("200 skips at once in as many sessions count no more than the policy allows", async () => {
  using site = await open({ ...NEEDED, skipsAllowed: 3 });
  const readers = await Promise.all(
    Array.from({ length: 5 }, () => sent(site, "demo")),
  );
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) => {
      const reader = readers[i % readers.length];
      if (!reader) throw new Error("no reader");
      return reader.send("/register/required", post(fieldsOf(reader)));
    }),
  );
  assert(answers.every(({ status }) => status === 303));
  const ways = await Promise.all(
    readers.map((reader) => leads(reader, "/register/return?go")),
  );
  assertEquals(ways.filter((way) => way.startsWith(APP)).length, 3);
});

Deno.test("whoever is registered goes back without a page of ours but the one that names the way", async () => {
  using site = await open({ ...NEEDED, methods: ["phone"] });
  const reader = await sent(site, "demo-phone");
  assertEquals(reader.page.url.pathname, "/register/return");
  assertStringIncludes(reader.page.text, en("return.ready"));
  const claims = await readAnswer(
    site,
    await leads(reader, "/register/return?go"),
  );
  assertEquals(claims.registered, true);
});

Deno.test("where registration is not required nobody is held up", async () => {
  using site = await open({ returnOrigins: [APP] });
  const reader = await sent(site, "demo");
  assertEquals(reader.page.url.pathname, "/register/return");
  const list = await reader.open("/register");
  assertStringIncludes(list.text, en("list.back", { host: "app.example.org" }));
});

Deno.test("a way back within the site is taken, and bound to this site", async () => {
  using site = await open({ methods: ["phone"] });
  const reader = await sent(site, "demo-phone", "/change?x=1");
  const address = await leads(reader, "/register/return?go");
  assert(address.startsWith(`${ORIGIN.development}/change?x=1&aikagi=`));
  assertEquals((await readAnswer(site, address)).aud, ORIGIN.development);
});

Deno.test.each([
  ["//evil.example/"],
  ["https:evil.example"],
  ["\\\\evil.example"],
  ["https://app.example.org@evil.example/"],
  ["https://app.example.org.evil.example/"],
  ["http://app.example.org/"],
  ["https://evil.example/%2f..%2f@app.example.org"],
  ["javascript:alert(1)"],
])("a way back to %s is ignored and logged, signed in or not", async (to) => {
  using site = await open({ ...NEEDED, methods: ["phone"] });
  const reader = await sent(site, "demo-phone", to);
  assertEquals(reader.page.url.pathname, "/register");
  assertEquals(await leads(reader, "/register/return?go"), "/register");
  const asked = `/register?return_to=${encodeURIComponent(to)}`;
  assertEquals(await leads(reader, asked), "/register");
  const logged = site.lines.filter((line) =>
    line.includes("input_validation_fail")
  );
  assertEquals(logged.length, 2);
  assert(!logged.join().includes("evil"));
});

Deno.test("a way back that a cookie forges is ignored", async () => {
  using site = await open({ ...NEEDED, methods: ["phone"] });
  const reader = await signIn(site, "demo-phone");
  for (const value of ["https%3A%2F%2Fevil.example", "%", "", "//x"]) {
    reader.jar.set("return", value);
    assertEquals(await leads(reader, "/register/return?go"), "/register");
  }
});

Deno.test("an origin that the policy no longer names is not gone back to", async () => {
  using site = await open({ ...NEEDED, methods: ["phone"] });
  const reader = await sent(site, "demo-phone");
  await setPolicy(site, { returnOrigins: [] });
  assertEquals(await leads(reader, "/register/return?go"), "/register");
});

Deno.test("one key signs for all processes, and its secret is nowhere", async () => {
  using site = await open({});
  const sets = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const request = new Request(
        `${ORIGIN.development}/.well-known/jwks.json`,
      );
      return await (await site.handler(request)).text();
    }),
  );
  assertEquals(new Set(sets).size, 1);
  const { keys: [key] } = JSON.parse(sets[0] ?? "");
  assertEquals([key.kty, key.crv, key.alg, key.d], [
    "EC",
    "P-256",
    "ES256",
    undefined,
  ]);
  const { value } = await site.kv.get<{ value: { secret: string } }>([
    "signing_key",
  ]);
  const secret = site.deps.keyring.open("signing", value?.value.secret ?? "");
  assert(secret.length > 100 && !JSON.stringify(value).includes(secret));
});

async function openApi() {
  const site = await open({ methods: ["phone"], required: 1 });
  const made = await addApiKey(site.deps, "intranet");
  assert(made.kind === "added");
  const ask = async (userName: string, authorization?: string) => {
    const headers = authorization ? { authorization } : {};
    const url = `${ORIGIN.development}/api/v1/registration/${userName}`;
    const response = await site.handler(new Request(url, { headers }));
    return { response, body: await response.json() };
  };
  return { site, ask, key: made.key, bearer: `Bearer ${made.key}` };
}

Deno.test("servers with a key are told who is registered", async () => {
  const { site, ask, bearer } = await openApi();
  using _ = site;
  const known: [string, boolean, string[]][] = [
    ["demo-phone", true, ["phone"]],
    ["DEMO", false, []],
  ];
  for (const [name, registered, methods] of known) {
    const { body } = await ask(name, bearer);
    assertEquals(body, { registered, methods, required: 1 });
  }
  const unknown = ["nobody", "demo-disabled", "x".repeat(500), "%00", "a%2Fb"];
  for (const name of unknown) {
    const { response, body } = await ask(name, bearer);
    assertEquals([response.status, body.status], [404, 404]);
    const type = response.headers.get("content-type");
    assertEquals(type, "application/problem+json");
  }
});

Deno.test("servers without a key are told nothing, and no key is in the store or the log", async () => {
  const { site, ask, key, bearer } = await openApi();
  using _ = site;
  const wrong = `Bearer aikagi_${"A".repeat(43)}`;
  const others = ["", "Bearer", key, `Basic ${key}`, wrong, `${bearer}x`];
  for (const authorization of [undefined, ...others]) {
    const { response, body } = await ask("demo-phone", authorization);
    assertEquals([response.status, body.title], [401, "No key"]);
    assertEquals(response.headers.get("www-authenticate"), "Bearer");
  }
  const stored = await Array.fromAsync(site.kv.list({ prefix: [] }));
  const whole = { depth: 9, strAbbreviateSize: 1e6, iterableLimit: 1e6 };
  const text = Deno.inspect(stored, whole) + site.lines.join();
  assert(text.includes("intranet") && !text.includes(key));
});

Deno.test("a later page of the portal is light", async () => {
  using site = await open(NEEDED);
  const reader = await sent(site, "demo");
  for (const path of ["/register/required", "/register"]) {
    const response = await reader.send(path);
    const html = new TextEncoder().encode(await response.text());
    const packed = new Blob([html]).stream()
      .pipeThrough(new CompressionStream("gzip"));
    const bytes = (await new Response(packed).arrayBuffer()).byteLength;
    assert(bytes < 4000, `${path}: ${bytes}`);
  }
});

/** Signs in as somebody whom an application has sent. */
async function sent(site: Site, userName: string, to = `${APP}/home`) {
  const reader = openReader(site, ORIGIN.development);
  await reader.open(`/register?return_to=${encodeURIComponent(to)}`);
  await press(reader, userName);
  return reader;
}

function fieldsOf(reader: Reader): { csrf: string } {
  const forms = [...reader.page.html.matchAll(/name="csrf" value="([^"]*)"/g)];
  return { csrf: forms.at(-1)?.[1] ?? "" };
}

function post(fields: Record<string, string>): RequestInit {
  return { method: "POST", body: new URLSearchParams(fields) };
}

/** Checks an answer as an application does, with the public key alone. */
async function readAnswer(
  site: Site,
  address: string,
): Promise<Record<string, unknown>> {
  const token = new URL(address).searchParams.get("aikagi") ?? "";
  const [head = "", body = "", signature = ""] = token.split(".");
  const { alg, kid } = JSON.parse(new TextDecoder().decode(bytesOf(head)));
  assertEquals(alg, "ES256");
  const request = new Request(`${ORIGIN.development}/.well-known/jwks.json`);
  const { keys } = await (await site.handler(request)).json();
  const jwk = keys.find((key: { kid: string }) => key.kid === kid);
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("jwk", jwk, curve, false, [
    "verify",
  ]);
  const check = async (signed: string) =>
    await crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" },
      key,
      bytesOf(signature),
      new TextEncoder().encode(signed),
    );
  assert(await check(`${head}.${body}`));
  assert(!await check(`${head}.${body}A`));
  return JSON.parse(new TextDecoder().decode(bytesOf(body)));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
}
