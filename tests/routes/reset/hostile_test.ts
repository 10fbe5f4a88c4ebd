/** The forms of a reset, thrown at; and what it leaves in the store and in the log. */
import { assert, assertEquals } from "@std/assert";
import { translator } from "@/lib/i18n/translator.ts";
import { postAddresses } from "@/tests/support/form_routes.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import {
  NEW_PASSWORD,
  NUMBER,
  openResetSite,
  RECOVERY_CODE,
  USER,
} from "@/tests/support/reset.ts";
import { askForText, begin, csrfOf } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const ja = translator("ja");
const METHODS = ["phone", "email", "totp", "recoveryCodes"] as const;

const FORMS: readonly [path: string, good: Record<string, string>][] = [
  ["/reset", { identifier: "ann" }],
  ["/reset/why", { goal: "password" }],
  ["/reset/prove/send", { to: "0", number: "0" }],
  ["/reset/prove/code", { code: "123456" }],
  ["/reset/prove/resend", { channel: "sms" }],
  ["/reset/prove/app", { code: "123456" }],
  ["/reset/prove/recovery-code", { code: "0123456789ABC" }],
  ["/reset/prove/passkey", { credential: "{}" }],
  ["/reset/prove/questions", { answer1: "x" }],
  ["/reset/password", { newPassword: NEW_PASSWORD }],
  ["/reset/unlock", {}],
  ["/reset/help", { identifier: "ann" }],
  ["/reset/link", {}],
];

Deno.test("every route of a reset that takes a form is thrown at", async () => {
  const forms = (await postAddresses()).filter((path) =>
    path.startsWith("/reset")
  );
  assertEquals(forms, FORMS.map(([path]) => path).toSorted());
});

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
  "a\u0007b",
  "😀".repeat(200),
];

async function dump({ kv }: Site): Promise<string[]> {
  const kept: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    if (key[0] === "usage" || key[0] === "resets") continue;
    kept.push(JSON.stringify([key, value]));
  }
  return kept;
}

for (const [path, good] of FORMS) {
  Deno.test(`POST ${path} refuses what no browser sends, and changes nothing`, async () => {
    using site = await openResetSite(METHODS, { unlock: "yes" });
    const reader = await begin(site, USER, "ja");
    const csrf = csrfOf(reader);
    const whole = new URLSearchParams({ ...good, csrf }).toString();
    const before = await dump(site);
    const type = "application/x-www-form-urlencoded";
    const bodies: [string, string, number][] = [
      ["", type, 403],
      [new URLSearchParams(good).toString(), type, 403],
      [`${whole}&isAdmin=1`, type, 400],
      [`${whole}&${whole}`, type, 400],
      [`${whole}&x=%FF`, type, 400],
      [`${whole}&x=%00`, type, 400],
      [`x=${"y".repeat(1 << 20)}`, type, 413],
      [whole, "text/plain", 415],
      [JSON.stringify(good), "application/json", 415],
    ];
    for (const [body, type, status] of bodies) {
      const headers = { "content-type": type };
      const init = { method: "POST", body, headers };
      const response = await reader.send(path, init);
      assertEquals(response.status, status, body.slice(0, 80));
      await response.body?.cancel();
    }
    assertEquals(await dump(site), before);
    const other = await begin(site, USER, "ja");
    const foreign = new URLSearchParams({ ...good, csrf: csrfOf(other) });
    const init = { method: "POST", body: foreign };
    const response = await reader.send(path, init);
    assertEquals(response.status, 403);
    await response.body?.cancel();
  });

  Deno.test(`POST ${path} reads strange values without a fault`, async () => {
    using site = await openResetSite(METHODS);
    const reader = await begin(site, USER, "ja");
    for (const name of Object.keys(good)) {
      for (const value of VALUES) {
        const { url, html } = reader.page;
        if (!html.includes('name="csrf"')) await reader.open("/reset");
        const csrf = csrfOf(reader);
        await reader.post(path, { ...good, csrf, [name]: value });
        const { status, html: after } = reader.page;
        const said = `${name}=${value.slice(0, 20)}: ${status} at ${url}`;
        assert([200, 422, 429].includes(status), said);
        assert(after.includes('<html lang="ja"'), said);
        assert(!after.includes("<script>"), said);
      }
    }
  });
}

const COOKIES = [
  "",
  "x.y",
  "z".repeat(4000),
  `${"a".repeat(22)}.k1.${"b".repeat(123)}`,
  "done.password.",
  "done.nothing.7K3M9QXA",
  "done.password.<script>",
];

Deno.test("a cookie that is none of ours is nobody's", async () => {
  using site = await openResetSite(METHODS);
  for (const cookie of COOKIES) {
    const reader: Reader = openReader(site, ORIGIN.development, "ja");
    reader.jar.set("reset", cookie);
    await reader.open("/reset/password");
    assertEquals(reader.page.status, 200, cookie);
    assert(reader.page.text.includes(ja("reset.over")), cookie);
  }
});

Deno.test("neither the store nor the log tells a code, a number, a name, a token or a password", async () => {
  using site = await openResetSite(["phone"]);
  const en = translator("en");
  const reader = await begin(site, "Nobody.At.All@example.org");
  await reader.open("/reset");
  await reader.press(en("reset.go"), { identifier: USER });
  const tokens = [reader.jar.get("reset") ?? ""];
  await askForText(reader);
  const code = readCode((await site.outbox()).at(-1));
  const early = await dumpAll(site, "dev_outbox");
  await reader.press(en("code.submit"), { code });
  tokens.push(reader.jar.get("reset") ?? "");
  const newPassword = NEW_PASSWORD;
  await reader.press(en("reset.password.go"), { newPassword });
  assertEquals(reader.page.url.pathname, "/reset/done");
  const log = site.lines.filter((line) => line.startsWith("{")).join("\n");
  const store = early + await dumpAll(site, "dev_outbox");
  const secrets = [
    code,
    NUMBER.replaceAll("-", "").slice(1),
    NEW_PASSWORD,
    RECOVERY_CODE,
    "Nobody.At.All",
    "nobody.at.all",
    ...tokens.map((token) => token.split(".")[0] ?? ""),
  ];
  for (const secret of secrets) {
    assert(secret.length > 5);
    assert(!log.includes(secret), `the log tells ${secret}`);
    assert(!store.includes(secret), `the store tells ${secret}`);
  }
  assert(!log.includes(USER), "the log tells a name");
});

async function dumpAll({ kv }: Site, but: string): Promise<string> {
  const all: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    if (key[0] !== but) all.push(JSON.stringify([key, value]));
  }
  return all.join("\n");
}
