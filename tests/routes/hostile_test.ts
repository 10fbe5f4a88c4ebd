/** Every route, thrown at: 4xx in the reader's language with the way on, no trace, nothing changed. */
import { assert, assertEquals } from "@std/assert";
import { METHODS } from "@/lib/domain/method.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { type Crowd, openCrowd, signedIn } from "@/tests/support/form_crowd.ts";
import {
  ADDRESSES,
  PORTAL_FORMS,
  postAddresses,
} from "@/tests/support/form_routes.ts";
import { onFile } from "@/tests/support/on_file.ts";
import { putPerson } from "@/tests/support/people.ts";
import {
  FILLED_FORMS,
  pathOf,
  REACHED,
  SAYING_FORMS,
} from "@/tests/support/reached_forms.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";

/** Each form: where it is, and fields that would be taken. */
const FORMS = Object.entries(PORTAL_FORMS).map(([address, good]) =>
  [pathOf(address), good] as const
);

/** One site and two browsers for all that changes nothing, and another for what may. */
let still: Site;
let one: Reader;
let two: Reader;
let crowd: Crowd;

Deno.test.beforeAll(async () => {
  [still, crowd] = await Promise.all([openHeld(), openCrowd()]);
  [one, two] = [await signedIn(still), await signedIn(still)];
});

Deno.test.afterAll(() => {
  still[Symbol.dispose]();
  crowd[Symbol.dispose]();
});

/** A site whose demo person has everything. */
async function openHeld(): Promise<Site> {
  const site = await openSite();
  await setPolicy(site, { methods: METHODS, requireRegistration: "yes" });
  const id = (await findAccount(site.kv, "demo-phone"))?.id ?? "";
  await putPerson(site.deps, id, onFile(site).all);
  return site;
}

/** Counters, what time moves, and the challenge of each page that asks for a passkey. */
const MOVING = ["usage", "sessions", "setups"];

/** All that the store holds, but for that. */
async function dump(site: Site): Promise<string[]> {
  const kept: string[] = [];
  for await (const { key, value } of site.kv.list({ prefix: [] })) {
    if (MOVING.includes(String(key[0]))) continue;
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

/** Refused, or led to the step that is open. */
async function assertSentOn(response: Response, what: string): Promise<void> {
  if (response.status !== 303) return await assertRefused(response, what);
  const location = response.headers.get("location") ?? "";
  assert(/^\/(?![/\\])/.test(location), `${what}: ${location}`);
}

const VALUES = [
  "",
  " ",
  "null",
  "-1",
  "1e5000",
  "9".repeat(10_000),
  "\u202E654\u202C",
  "a\r\nSet-Cookie: x=y\r\n\r\nb",
  "<script>",
  '{"__proto__":{}}',
  "[object Object]",
  "😀".repeat(200),
];

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

Deno.test("every route that takes a form is thrown at", async () => {
  const forms = (await postAddresses()).filter((path) => !isOfReset(path));
  assertEquals(forms, Object.keys(PORTAL_FORMS).toSorted());
});

Deno.test("a page that a form has answered can be opened as well, as the links to its languages do", async () => {
  for (const address of Object.keys(PORTAL_FORMS)) {
    const path = pathOf(address);
    const response = await two.send(`${path}?lang=ja`);
    assertEquals(response.status, 303, path);
    const { status } = await two.open(path);
    assert(status === 200, `${path}: ${status}`);
  }
});

/** Those begin with a name, and have a test of their own. */
function isOfReset(path: string): boolean {
  return /^\/reset(\/|$)/.test(path);
}

for (const [path, good] of FORMS) {
  const missing = Object.keys(good);

  Deno.test(`POST ${path} refuses what no browser sends, and changes nothing`, async () => {
    const csrf = csrfOf(one);
    const before = await dump(still);
    for (const [what, make] of ATTACKS) {
      await assertRefused(await one.send(path, make({ ...good, csrf })), what);
    }
    for (const name of missing) {
      const { [name]: _, ...rest } = good;
      const response = await one.send(path, post(encode({ ...rest, csrf })));
      await assertSentOn(response, name);
    }
    const foreign = await two.send(path, post(encode({ ...good, csrf })));
    await assertRefused(foreign, "another browser's token");
    assertEquals(await dump(still), before);
    assertEquals((await one.open("/register")).status, 200);
  });
}

Deno.test("somebody stands before every form that has a field", () => {
  const fielded = Object.entries(PORTAL_FORMS)
    .filter(([, fields]) => Object.keys(fields).length > 0);
  assertEquals(REACHED, fielded.map(([address]) => address).toSorted());
});

for (const { path, standing, fields, leads } of SAYING_FORMS) {
  for (const [name, good] of Object.entries(fields)) {
    Deno.test(`POST ${path} reads strange values of ${name} itself, and says what is wrong`, async () => {
      await crowd.forget();
      const said: Response["status"][] = [];
      for (const value of [...VALUES, good]) {
        const reader = await crowd.before(standing);
        const csrf = csrfOf(reader);
        const body = encode({ ...fields, csrf, [name]: value });
        const response = await reader.send(path, post(body));
        const what = value.slice(0, 20);
        said.push(response.status);
        if (response.status === 303) {
          assertEquals(response.headers.get("location"), leads, what);
          continue;
        }
        assert([422, 429].includes(response.status), what);
        await assertRefused(response, what);
      }
      assert(said.includes(422), said.join());
    });
  }
}

for (const { path, standing, fields } of FILLED_FORMS) {
  Deno.test(`POST ${path} changes nothing for what its page did not fill in, and does for what it did`, async () => {
    const reader = await crowd.before(standing);
    const before = await dump(crowd.site);
    const csrf = csrfOf(reader);
    for (const name of Object.keys(fields)) {
      for (const value of [...VALUES, "1"]) {
        const body = encode({ ...fields, csrf, [name]: value });
        const response = await reader.send(path, post(body));
        assertEquals(response.status, 303, value.slice(0, 20));
        assertEquals(response.headers.get("location"), "/register");
      }
    }
    assertEquals(await dump(crowd.site), before);
    await reader.send(path, post(encode({ ...fields, csrf })));
    assert(JSON.stringify(await dump(crowd.site)) !== JSON.stringify(before));
  });
}

const QUERIES = [
  "?lang=xx",
  "?next=//evil.example",
  "?used=%FF",
  `?${"q".repeat(5000)}`,
  "?next=__proto__&for=__proto__&replace=9&phone=-1&asked=%3Cscript%3E&go",
];

async function assertReads(response: Response, query: string): Promise<void> {
  assert(response.status < 500, `${query}: ${response.status}`);
  const location = response.headers.get("location") ?? "/";
  assert(/^\/(?![/\\])/.test(location), location);
  await response.body?.cancel();
}

for (const path of ADDRESSES) {
  Deno.test(`${path} answers 405 to methods that it has no use for`, async () => {
    const reader = openReader(still, ORIGIN.development, "ja");
    for (const method of ["PUT", "DELETE", "PATCH", "PROPFIND", "XYZZY"]) {
      const response = await reader.send(path, { method });
      assertEquals(response.status, 405, method);
      assert(response.headers.get("allow"), "Allow is missing");
      await assertRefused(response, method);
    }
  });

  Deno.test(`GET ${path} takes any query and any cookie`, async () => {
    const cookies = [
      "aikagi=",
      "aikagi=x.y",
      `aikagi=${"z".repeat(4000)}`,
      "=;;; =",
    ];
    for (const [i, query] of QUERIES.entries()) {
      const reader = openReader(still, ORIGIN.development, "ja");
      const headers = { cookie: cookies[i] ?? "" };
      await assertReads(await reader.send(path + query, { headers }), query);
    }
  });

  Deno.test(`GET ${path} takes any query from somebody who is signed in, and in a reset as well`, async () => {
    const reader = await crowd.before("roaming");
    for (const query of QUERIES) {
      await assertReads(await reader.send(pathOf(path) + query), query);
    }
    for (const place of ["/register/app", "/reset/prove/app"]) {
      assertEquals((await reader.open(place)).url.pathname, place);
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
    const reader = openReader(still, ORIGIN.development, "ja");
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
