/** Every route, thrown at: 4xx in the reader's language with the way on, no trace, nothing changed. */
import { assert, assertEquals } from "@std/assert";
import manifest from "@/fresh.gen.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";

const ja = translator("ja");

/** As many as the default policy asks for. */
const ANSWERS = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((n) => [
    [`question${n}`, "lost"],
    [`answer${n}`, "x"],
  ]),
);

/** Each form: where it is, and fields that would be taken. */
const FORMS: readonly [path: string, good: Record<string, string>][] = [
  ["/register", { userName: "demo", password: "wrong" }],
  ["/register/prove", { password: "wrong" }],
  ["/register/lift", {}],
  ["/stop", { code: "7K3M9QXA" }],
  ["/register/phone", { country: "JP", number: "0", channel: "sms" }],
  ["/register/phone/code", { code: "1" }],
  ["/register/phone/resend", { channel: "sms" }],
  ["/register/phone/remove", {}],
  ["/register/recovery-codes", { edition: "none" }],
  ["/register/recovery-codes/replace", { edition: "none" }],
  ["/register/recovery-codes/save", { codes: "0123-4567-89ABC" }],
  ["/register/recovery-codes/remove", {}],
  ["/register/questions", ANSWERS],
  ["/register/questions/remove", {}],
  ["/sign-out", {}],
];

const PATHS = Object.keys(manifest.routes)
  .filter((file) => !/\/_/.test(file))
  .map((file) =>
    file.replace(/^\.\/routes/, "").replace(/\.tsx?$/, "")
      .replace(/\/index$/, "") || "/"
  );

async function signedIn(site: Site): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, "ja");
  await reader.open("/register");
  const typed = { userName: "demo-phone", password: DEMO_PASSWORD };
  await reader.press(ja("signIn.submit"), typed);
  return reader;
}

/** All that the store holds, but for counters and what time moves. */
async function dump(site: Site): Promise<string[]> {
  const kept: string[] = [];
  for await (const { key, value } of site.kv.list({ prefix: [] })) {
    if (key[0] === "usage" || key[0] === "sessions") continue;
    kept.push(JSON.stringify([key, value]));
  }
  return kept;
}

function csrfOf(reader: Reader): string {
  return /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "";
}

async function assertRefused(response: Response, what: string): Promise<void> {
  const text = await response.text();
  assert(
    response.status >= 400 && response.status < 500,
    `${what}: ${response.status}`,
  );
  assert(!/\bat \S+:\d+|\.tsx?\b|Error:.*\n/.test(text), `${what}: a trace`);
  if (response.headers.get("content-type")?.startsWith("text/html")) {
    assert(text.includes('<html lang="ja"'), `${what}: not in Japanese`);
    assert(/<a [^>]*href="\//.test(text), `${what}: no way on`);
  }
}

function post(body: BodyInit, type = "application/x-www-form-urlencoded") {
  return { method: "POST", body, headers: { "content-type": type } };
}

function encode(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}

/** What is wrong, and the request that has it, made from what would be right. */
const ATTACKS: readonly [
  what: string,
  make: (good: Record<string, string>) => RequestInit,
][] = [
  ["no body", () => ({ method: "POST" })],
  ["no token", ({ csrf: _, ...good }) => post(encode(good))],
  ["a forged token", (good) => post(encode({ ...good, csrf: "A".repeat(43) }))],
  ["an unknown field", (good) => post(encode({ ...good, isAdmin: "1" }))],
  ["__proto__", (good) => post(`${encode(good)}&__proto__=1`)],
  ["a repeated token", (good) => post(`${encode(good)}&csrf=${good.csrf}`)],
  ["a repeated field", (good) => {
    const [first = "x"] = Object.keys(good);
    return post(`${encode(good)}&${first}=again`);
  }],
  ["NUL", (good) => post(`${encode(good)}&x=%00`)],
  ["bad percent-encoding", (good) => post(`${encode(good)}&x=%FF`)],
  ["bad UTF-8", () => post(new Uint8Array([0x61, 0x3d, 0xff]))],
  ["a megabyte", () => post(`x=${"y".repeat(1 << 20)}`)],
  [
    "100 kB in a field",
    (good) => post(encode({ ...good, x: "z".repeat(1e5) })),
  ],
  ["JSON", (good) => post(JSON.stringify(good), "application/json")],
  ["plain text", (good) => post(encode(good), "text/plain")],
  ["multipart", () => post("--b--", "multipart/form-data; boundary=b")],
  ["another site's form", (good) => ({
    ...post(encode(good)),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "cross-site",
      origin: "https://evil.example",
    },
  })],
];

for (const [path, good] of FORMS) {
  Deno.test(`POST ${path} refuses what no browser sends, and changes nothing`, async () => {
    using site = await openSite();
    const reader = await signedIn(site);
    await reader.open("/register/phone");
    const csrf = csrfOf(reader);
    const before = await dump(site);
    for (const [what, make] of ATTACKS) {
      const response = await reader.send(path, make({ ...good, csrf }));
      await assertRefused(response, what);
    }
    assertEquals(await dump(site), before);
    assertEquals((await reader.open("/register")).status, 200);
  });

  const missing = Object.keys(good).filter((name) => name !== "csrf");
  Deno.test(`POST ${path} asks for each missing field`, async () => {
    using site = await openSite();
    const reader = await signedIn(site);
    await reader.open("/register/phone");
    const csrf = csrfOf(reader);
    for (const name of missing) {
      const { [name]: _, ...rest } = good;
      const response = await reader.send(path, post(encode({ ...rest, csrf })));
      assertEquals(response.status, 422, name);
      await assertRefused(response, name);
    }
  });

  Deno.test(`POST ${path} takes no token of another browser`, async () => {
    using site = await openSite();
    const [one, two] = [await signedIn(site), await signedIn(site)];
    await one.open("/register/phone");
    const fields = { ...good, csrf: csrfOf(one) };
    const response = await two.send(path, post(encode(fields)));
    assertEquals(response.status, 403);
    await assertRefused(response, "another browser's token");
  });
}

for (const path of PATHS) {
  Deno.test(`${path} answers 405 to methods that it has no use for`, async () => {
    using site = await openSite();
    const reader = await signedIn(site);
    for (const method of ["PUT", "DELETE", "PATCH", "PROPFIND", "XYZZY"]) {
      const response = await reader.send(path, { method });
      assertEquals(response.status, 405, method);
      assert(response.headers.get("allow"), "Allow is missing");
      await assertRefused(response, method);
    }
  });

  Deno.test(`GET ${path} takes any query and any cookie`, async () => {
    using site = await openSite();
    const queries = [
      "?lang=xx",
      "?next=//evil.example",
      "?used=%FF",
      `?${"q".repeat(5000)}`,
    ];
    const cookies = [
      "aikagi=",
      "aikagi=x.y",
      `aikagi=${"z".repeat(4000)}`,
      "=;;; =",
    ];
    for (const [i, query] of queries.entries()) {
      const reader = openReader(site, ORIGIN.development, "ja");
      const headers = { cookie: cookies[i] ?? "" };
      const response = await reader.send(path + query, { headers });
      assert(response.status < 500, `${query}: ${response.status}`);
      const location = response.headers.get("location") ?? "/";
      assert(/^\/(?![/\\])/.test(location), location);
      await response.body?.cancel();
    }
  });
}

const strange: [string, number][] = [
  ["/nothing-here", 404],
  ["/register/nothing", 404],
  ["/%FF", 400],
  ["/register/%E0%A4%A", 400],
  ["/.git/config", 404],
  ["/.env", 404],
  ["/deno.json", 404],
  ["/_fresh/build.json", 404],
  ["/account/x.css", 404],
  ["/.well-known/nothing", 404],
];
for (const [path, status] of strange) {
  Deno.test(`GET ${path} answers ${status}`, async () => {
    using site = await openSite();
    const reader = openReader(site, ORIGIN.development, "ja");
    const response = await reader.send(path);
    assertEquals(response.status, status);
    assert(response.headers.get("content-security-policy"));
    await assertRefused(response, path);
  });
}

Deno.test("a form of our own page from before a sign-in elsewhere is refused, and logged as no attack", async () => {
  using site = await openSite();
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const csrf = csrfOf(reader);
  const fields = { userName: "demo", password: DEMO_PASSWORD, csrf };
  await reader.post("/register", fields);
  const send = async (headers: HeadersInit, token = csrf) => {
    const body = new URLSearchParams({ ...fields, csrf: token });
    const init = { method: "POST", body, headers };
    const before = site.lines.length;
    assertEquals((await reader.send("/register", init)).status, 403);
    return JSON.parse(site.lines[before] ?? "{}").event;
  };
  const own = { "sec-fetch-site": "same-origin" };
  assertEquals(await send(own), "session_use_after_expire");
  assertEquals(await send({}), "malicious_csrf");
  assertEquals(await send({ "sec-fetch-site": "none" }), "malicious_csrf");
  assertEquals(await send(own, "forged"), "malicious_csrf");
});
