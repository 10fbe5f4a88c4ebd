/** The forms of a reset, thrown at; and what it leaves in the store and in the log. */
import { assert, assertEquals } from "@std/assert";
import type { Policy } from "@/lib/domain/policy.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { postAddresses } from "@/tests/support/form_routes.ts";
import { onFile } from "@/tests/support/on_file.ts";
import { putPerson, SEED } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import {
  NEW_PASSWORD,
  NUMBER,
  openResetSite,
  RECOVERY_CODE,
  USER,
} from "@/tests/support/reset.ts";
import { askForText, begin, csrfOf } from "@/tests/support/reset_walk.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows, setPolicy } from "@/tests/support/totp.ts";
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

/** A form with fields, and how somebody comes to the page that reads them. */
interface Reached {
  path: string;
  /** What it is filled in with. */
  fields: Record<string, string>;
  policy?: Partial<Policy>;
  reach?(reader: Reader, site: Site): Promise<unknown>;
  /** Whether some of it is taken, and leads on. */
  taken?: boolean;
}

const WITH_QUESTIONS = [...METHODS, "passkey", "questions"] as const;

const CREDENTIAL = JSON.stringify({
  id: "a2V5",
  clientDataJSON: "e30",
  authenticatorData: "AA",
  signature: "AA",
  userHandle: null,
});

const REACHED: readonly Reached[] = [
  {
    path: "/reset",
    fields: { identifier: "ann" },
    reach: (reader) => reader.open("/reset"),
    taken: true,
  },
  {
    path: "/reset/why",
    fields: { goal: "nothing" },
    policy: { unlock: "yes" },
  },
  { path: "/reset/prove/send", fields: { to: "0", number: "0" } },
  {
    path: "/reset/prove/code",
    fields: { code: "123456" },
    reach: waitForText,
  },
  {
    path: "/reset/prove/resend",
    fields: { channel: "sms" },
    reach: waitForText,
  },
  { path: "/reset/prove/app", fields: { code: "123456" } },
  { path: "/reset/prove/recovery-code", fields: { code: "ZZZZZZZZZZZZZ" } },
  { path: "/reset/prove/passkey", fields: { credential: CREDENTIAL } },
  {
    path: "/reset/prove/questions",
    fields: { answer1: "x", answer2: "y", answer3: "z" },
    policy: { methods: WITH_QUESTIONS },
    reach: proveApp,
  },
  {
    path: "/reset/password",
    fields: { newPassword: "short" },
    // More than any value here but the one that is too long has.
    policy: { passwordLength: 64 },
    reach: proveApp,
    taken: true,
  },
  { path: "/reset/help", fields: { identifier: "ann" }, taken: true },
];

async function waitForText(reader: Reader): Promise<void> {
  await reader.open("/reset/prove/send");
  await askForText(reader, "ja");
}

async function proveApp(reader: Reader, { deps }: Site): Promise<void> {
  await reader.open("/reset/prove/app");
  const code = appShows(SEED, deps.now());
  await reader.press(ja("code.submit"), { code });
}

Deno.test("strange values come to every form of a reset that has a field", () => {
  const fielded = FORMS.filter(([, good]) => Object.keys(good).length > 0);
  const paths = REACHED.map(({ path }) => path);
  assertEquals(paths, fielded.map(([path]) => path));
});

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
}

for (const { path, fields, policy, reach, taken = false } of REACHED) {
  Deno.test(`POST ${path} reads strange values itself, and says what is wrong with each field`, async () => {
    const methods = [...METHODS, "passkey"] as const;
    using site = await openSite();
    await setPolicy(site, { methods, ...policy });
    const id = (await findAccount(site.kv, USER))?.id ?? "";
    const { all } = onFile(site);
    await putPerson(site.deps, id, all);
    const reader = await begin(site, USER, "ja");
    await reach?.(reader, site);
    for (const [name, good] of Object.entries(fields)) {
      const said: number[] = [];
      for (const value of [...VALUES, good]) {
        await putPerson(site.deps, id, all);
        if (!reader.page.html.includes('name="csrf"')) {
          await reader.open("/reset");
        }
        const csrf = csrfOf(reader);
        await reader.post(path, { ...fields, csrf, [name]: value });
        const { status, url, html } = reader.page;
        const what = `${name}=${value.slice(0, 20)}: ${status} at ${url}`;
        said.push(status);
        const read = url.pathname === path && [422, 429].includes(status);
        assert(read || taken && status === 200, what);
        assert(html.includes('<html lang="ja"'), what);
        assert(!html.includes("<script>"), what);
      }
      assert(said.includes(422), `${name}: ${said}`);
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
