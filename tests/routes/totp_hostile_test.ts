/** The authenticator app's forms, thrown at, what they weigh, and what they leave behind. */
import { assert, assertEquals } from "@std/assert";
import { fromBase32 } from "@/lib/crypto/base32.ts";
import { toBase64url } from "@/lib/crypto/bytes.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import {
  appDoesNotShow,
  appShows,
  seedOn,
  setPolicy,
} from "@/tests/support/totp.ts";
import { Visitor } from "@/tests/support/visitor.ts";

const PAGE = "/register/app";
const en = translator("en");

async function openAppSite(mode: "development" | "production"): Promise<Site> {
  const site = await openSite({ mode });
  await setPolicy(site, { methods: ["phone", "totp"] });
  return site;
}

/** Every key and value, strings and bytes alike, as text. */
async function dump({ kv }: Site): Promise<string> {
  const parts: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    const all = { depth: 20, strAbbreviateSize: 1e6, iterableLimit: 1e6 };
    parts.push(Deno.inspect([key, value], all));
  }
  return parts.join("\n");
}

/** A seed as somebody might leave it lying about. */
function formsOf(seed: string): string[] {
  const bytes = fromBase32(seed) ?? new Uint8Array();
  const spaced = seed.match(/.{4}/g)?.join(" ") ?? "";
  return [seed, spaced, bytes.toHex(), toBase64url(bytes), String([...bytes])];
}

Deno.test("no seed and no code is in the store, the log or an address", async () => {
  using site = await openAppSite("production");
  const reader = openReader(site, ORIGIN.production);
  const urls: string[] = [];
  const secrets: string[] = [];
  await reader.open("/register");
  const typed = { userName: "demo-phone", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  for (let i = 0; i < 2; i++) {
    await reader.open(PAGE);
    const seed = seedOn(reader.page.html);
    const now = site.deps.now();
    const codes = [appDoesNotShow(seed, now), appShows(seed, now, 1)];
    secrets.push(...formsOf(seed), ...codes, appShows(seed, now));
    for (const code of [...codes, appShows(seed, now)]) {
      const waiting = await dump(site);
      assert(!secrets.some((secret) => waiting.includes(secret)));
      await reader.press(en("code.submit"), { code });
      urls.push(reader.page.url.href);
    }
  }
  await reader.open(`${PAGE}/remove`);
  await reader.press(en("remove.submit"));
  await site.settle();
  const log = site.lines.join("\n");
  assert(log.includes("authn_token_fail") && log.includes("totp"));
  const text = [await dump(site), log, ...urls].join("\n");
  assertEquals(secrets.filter((secret) => text.includes(secret)), []);
});

for (const language of ["en", "ja"]) {
  Deno.test(`the page with the picture weighs little in ${language}`, async () => {
    using site = await openAppSite("production");
    await using server = Deno.serve({
      port: 0,
      hostname: "127.0.0.1",
      automaticCompression: true,
      onListen() {},
    }, (request) => site.handler(request));
    using visitor = await Visitor.open(server.addr.port, {
      "accept-language": language,
    });
    await visitor.open("/register");
    await visitor.send({ userName: "demo", password: DEMO_PASSWORD });
    const shown = await visitor.open(PAGE);
    assert(seedOn(shown.html) !== "");
    assertEquals([shown.status, shown.script, shown.requests], [200, 0, 1]);
    assert(shown.bytes <= 5_000, `${shown.bytes} bytes`);
    await site.settle();
  });
}

const CODES = [
  "",
  " ",
  "null",
  "12345",
  "1234567",
  "-12345",
  "1e5000",
  "０".repeat(7),
  "9".repeat(10_000),
  "\u202E654\u202C",
  "<script>",
  "' OR 1=1 --",
];

Deno.test("POST /register/app answers 422 to everything that is no code", async () => {
  using site = await openAppSite("development");
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const typed = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  await reader.open(PAGE);
  const before = await dump(site);
  for (const code of CODES) {
    await reader.press(en("code.submit"), { code });
    assertEquals(reader.page.status, 422, code.slice(0, 20));
    assert(!reader.page.html.includes("<script"));
  }
  assertEquals(await dump(site), before);
});
