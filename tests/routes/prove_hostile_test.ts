/** The forms of fresh proofs, thrown at; what their pages weigh, and what a proof costs the store. */
import { assert, assertEquals } from "@std/assert";
import { METHODS } from "@/lib/domain/method.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import {
  appOf,
  emailOf,
  phoneOf,
  putPerson,
  SEED,
} from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows, setPolicy } from "@/tests/support/totp.ts";
import { Visitor } from "@/tests/support/visitor.ts";
import { MINUTE, NOON } from "@/tests/support/world.ts";

const BEFORE = NOON - 60 * MINUTE;
const en = translator("en");
const KEY = {
  id: "a2V5",
  publicKey: "a2V5",
  counter: 0,
  transports: ["internal"],
  name: "Laptop",
  verified: true,
  confirmedAt: BEFORE,
  usedAt: null,
};

/** The demo person with everything. */
async function open(
  options: Parameters<typeof openSite>[0] = {},
): Promise<Site> {
  const site = await openSite(options);
  const methods = METHODS.filter((method) => method !== "officePhone");
  await setPolicy(site, { methods });
  const id = (await findAccount(site.kv, "demo-phone"))?.id ?? "";
  await putPerson(site.deps, id, {
    phones: [phoneOf(site.deps, "+819012345634", BEFORE)],
    email: emailOf(site.deps, "ann@example.com", BEFORE),
    totp: appOf(site.deps, BEFORE),
    recoveryCodes: { hashes: ["no hash"], confirmedAt: BEFORE },
    passkeys: [KEY],
  });
  return site;
}

async function signIn(site: Site): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, "ja");
  await reader.open("/register");
  const typed = { userName: "demo-phone", password: DEMO_PASSWORD };
  await reader.press(translator("ja")("signIn.submit"), typed);
  return reader;
}

async function dump({ kv }: Site): Promise<string[]> {
  const kept: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    if (key[0] === "usage" || key[0] === "sessions") continue;
    kept.push(JSON.stringify([key, value]));
  }
  return kept;
}

const FORMS: readonly [path: string, good: Record<string, string>][] = [
  ["/register/prove/app", { code: "123456" }],
  ["/register/prove/code", { code: "123456" }],
  ["/register/prove/recovery-code", { code: "0123456789ABC" }],
  ["/register/prove/passkey", { credential: "{}" }],
  ["/register/prove/send", { to: "0" }],
];

const VALUES = [
  "",
  " ",
  "null",
  "-1",
  "1e5000",
  "9".repeat(10_000),
  "\u202E654\u202C",
  "<script>",
  '{"__proto__":{}}',
  "' OR 1=1 --",
];

for (const [path, good] of FORMS) {
  Deno.test(`POST ${path} refuses what no browser sends, and changes nothing`, async () => {
    using site = await open();
    const reader = await signIn(site);
    await reader.open("/register/prove/send");
    const csrf = /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ??
      "";
    const whole = new URLSearchParams({ ...good, csrf }).toString();
    const before = await dump(site);
    const type = "application/x-www-form-urlencoded";
    const bodies: [string, string, number][] = [
      ["", type, 403],
      [new URLSearchParams(good).toString(), type, 403],
      [`${whole}&isAdmin=1`, type, 400],
      [`${whole}&${whole}`, type, 400],
      [`${whole}&x=%FF`, type, 400],
      [`x=${"y".repeat(1 << 20)}`, type, 413],
      [whole, "text/plain", 415],
    ];
    for (const [body, type, status] of bodies) {
      const headers = { "content-type": type };
      const response = await reader.send(path, {
        method: "POST",
        body,
        headers,
      });
      assertEquals(response.status, status, body.slice(0, 80));
      await response.body?.cancel();
    }
    assertEquals(await dump(site), before);
  });

  Deno.test(`POST ${path} reads strange values without a fault`, async () => {
    using site = await open();
    const reader = await signIn(site);
    const [name = ""] = Object.keys(good);
    for (const value of VALUES) {
      await reader.open("/register/prove/send");
      const csrf = /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ??
        "";
      await reader.post(path, { csrf, [name]: value });
      const { status, html } = reader.page;
      assert([200, 422, 429].includes(status), `${value}: ${status}`);
      assert(html.includes('<html lang="ja"') && !html.includes("<script>\n"));
    }
  });
}

const PAGES: readonly [path: string, bytes: number][] = [
  ["/register/prove/app?next=phone.0", 5_000],
  ["/register/prove/recovery-code?next=phone.0", 5_000],
  ["/register/prove/send?next=phone.0", 5_000],
  ["/register/prove/passkey?next=phone.0", 14_600],
  ["/register/lift", 5_000],
  ["/stop", 5_000],
  ["/stop/done", 5_000],
];

for (const tag of TAGS) {
  Deno.test(`the pages of proofs weigh what they may (${tag})`, async () => {
    using site = await open({ mode: "production" });
    await using server = Deno.serve({
      port: 0,
      hostname: "127.0.0.1",
      automaticCompression: true,
      onListen() {},
    }, (request) => site.handler(request));
    using visitor = await Visitor.open(server.addr.port, {
      "accept-language": tag,
    });
    await visitor.open("/register");
    await visitor.send({ userName: "demo-phone", password: DEMO_PASSWORD });
    for (const [path, most] of PAGES) {
      const shown = await visitor.open(path);
      assertEquals([shown.status, shown.requests], [200, 1], path);
      assert(shown.bytes <= most, `${path}: ${shown.bytes} bytes`);
    }
    await site.settle();
  });
}

Deno.test("a proof by an app costs two reads and two commits", async () => {
  const count = { reads: 0, commits: 0 };
  const kv = countingKv(await Deno.openKv(":memory:"), count);
  using site = await open({ kv });
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const typed = { userName: "demo-phone", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  await reader.open("/register/prove/app?next=list");
  const body = new URLSearchParams({
    csrf: /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "",
    code: appShows(SEED, site.deps.now()),
  });
  Object.assign(count, { reads: 0, commits: 0 });
  const path = "/register/prove/app?next=list";
  const response = await reader.send(path, { method: "POST", body });
  assertEquals(response.headers.get("location"), "/register");
  assert(count.reads <= 2 && count.commits <= 2, JSON.stringify(count));
  kv.close();
});
