import { assert, assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import {
  type Config,
  DEVELOPMENT_KEY,
  type Mode,
  readConfig,
  SETTINGS,
} from "@/lib/config.ts";
import { MAX_HOST } from "@/lib/domain/segments.ts";

type Env = Record<string, string>;

/** Bytes without a pattern, the same in every run. */
function bytes(seed: number, length = 32): Uint8Array {
  return Uint8Array.from(
    { length },
    (_, i) => (Math.imul(seed + i, 2_654_435_761) >>> 13) & 255,
  );
}

function base64(secret: Uint8Array): string {
  return btoa(String.fromCharCode(...secret));
}

const KEY = base64(bytes(1));
const OLD = base64(bytes(2_000, 48));

const NEEDED: Env = {
  PUBLIC_ORIGIN: "https://aikagi.example.org",
  SECRET_KEYS: `k1:${KEY}`,
  SMS_GATEWAY_URL: "https://sms.example.org/messages",
};

function config(env: Env, mode: Mode): Config {
  const read = readConfig(env, mode);
  assert(read.ok, read.ok ? "" : read.problems.join("\n"));
  return read.config;
}

function problems(env: Env, mode: Mode): string[] {
  const read = readConfig(env, mode);
  return read.ok ? [] : read.problems;
}

Deno.test("readConfig() needs nothing in development", () => {
  assertEquals(config({}, "development"), {
    mode: "development",
    port: 8_000,
    host: "127.0.0.1",
    origin: new URL("http://localhost:8000"),
    kv: { location: "data/aikagi.kv", token: null },
    keys: [DEVELOPMENT_KEY],
    trustProxy: 0,
    smsGateway: null,
    voiceGateway: null,
    smtp: null,
    breached: null,
  });
});

Deno.test("readConfig() needs three settings in production", () => {
  assertEquals(config(NEEDED, "production"), {
    mode: "production",
    port: 8_000,
    host: "0.0.0.0",
    origin: new URL("https://aikagi.example.org"),
    kv: { location: "data/aikagi.kv", token: null },
    keys: [{ id: "k1", secret: bytes(1) }],
    trustProxy: 0,
    smsGateway: {
      url: new URL("https://sms.example.org/messages"),
      method: "POST",
      headers: {},
      content: "json",
      body: '{"to":"{to}","text":"{text}"}',
      success: { status: [], contains: null },
      timeout: 10_000,
    },
    voiceGateway: null,
    smtp: null,
    breached: null,
  });
});

Deno.test("readConfig() names everything that is missing in production", () => {
  const named = problems({}, "production").map((problem) =>
    problem.split(":")[0]
  );
  assertEquals(named, [
    "PUBLIC_ORIGIN is missing",
    "SECRET_KEYS is missing",
    "SMS_GATEWAY_URL is missing",
  ]);
});

const WRONG: Env = {
  PORT: "80000",
  HOST: "not a host",
  PUBLIC_ORIGIN: "http://aikagi.example.org/register",
  KV_PATH: ":memory:",
  KV_URL: "ftp://kv.example.org",
  SECRET_KEYS: "k1:c2hvcnQ=,k1:!!",
  TRUST_PROXY: "11",
  SMS_GATEWAY_URL: "http://sms.example.org",
  SMS_GATEWAY_METHOD: "DELETE",
  SMS_GATEWAY_HEADERS: "authorization: Bearer hunter2",
  SMS_GATEWAY_CONTENT: "xml",
  SMS_GATEWAY_SUCCESS_STATUS: "20x",
  SMS_GATEWAY_TIMEOUT: "soon",
  SMS_GATEWAY_BUDY: "{}",
  VOICE_GATEWAY_BODY: '{"to":"{to}"}',
};

Deno.test("readConfig() names everything that is wrong at once", () => {
  const named = problems(WRONG, "production").map((problem) =>
    problem.split(" ")[0]
  );
  assertEquals(
    named.sort(),
    [
      ...Object.keys(WRONG),
      "KV_TOKEN",
      "SECRET_KEYS",
      "VOICE_GATEWAY_URL",
    ].sort(),
  );
});

Deno.test("readConfig() says nothing of what was set", () => {
  const said = problems(WRONG, "production").join("\n");
  for (const secret of ["hunter2", "c2hvcnQ", "!!", "80000", "20x", "soon"]) {
    assert(!said.includes(secret), secret);
  }
});

Deno.test("readConfig() says no key and no token, however they are misplaced", () => {
  const names = fc.constantFrom(...SETTINGS);
  const mode = fc.constantFrom<Mode>("development", "production");
  fc.assert(fc.property(names, names, mode, (one, two, mode) => {
    const secret = base64(bytes(7)).replace("=", "");
    const env = { ...NEEDED, [one]: secret, [two]: `k1:${secret}#,x` };
    assert(!problems(env, mode).join("\n").includes(secret));
  }));
});

interface Taken {
  env: Env;
  mode?: Mode;
  want: Partial<Config>;
}

const local = new URL("http://localhost:8000");

const TAKEN: Taken[] = [
  { env: { PORT: "0" }, want: { port: 0 } },
  {
    env: { PUBLIC_ORIGIN: `https://${"h".repeat(MAX_HOST - 4)}.org` },
    want: { origin: new URL(`https://${"h".repeat(MAX_HOST - 4)}.org`) },
  },
  { env: { PORT: "65535" }, want: { port: 65_535 } },
  { env: { PORT: "" }, want: { port: 8_000 } },
  { env: { PORT: " 80 " }, want: { port: 80 } },
  {
    env: { PORT: "9000" },
    want: { port: 9_000, origin: new URL("http://localhost:9000") },
  },
  { env: { HOST: "::" }, want: { host: "::" } },
  { env: { HOST: "aikagi.internal" }, want: { host: "aikagi.internal" } },
  { env: { PUBLIC_ORIGIN: "http://localhost:8000/" }, want: { origin: local } },
  {
    env: { PUBLIC_ORIGIN: "HTTPS://Aikagi.Example.org:8443" },
    mode: "production",
    want: { origin: new URL("https://aikagi.example.org:8443") },
  },
  {
    env: { KV_PATH: ":memory:" },
    want: { kv: { location: ":memory:", token: null } },
  },
  {
    env: { KV_URL: "https://kv.example.org", KV_TOKEN: "t" },
    want: { kv: { location: "https://kv.example.org/", token: "t" } },
  },
  {
    env: { KV_URL: "http://127.0.0.1:4512", KV_TOKEN: "t" },
    mode: "production",
    want: { kv: { location: "http://127.0.0.1:4512/", token: "t" } },
  },
  {
    env: { DENO_DEPLOYMENT_ID: "d", KV_PATH: "x.kv" },
    mode: "production",
    want: { kv: { location: null, token: null } },
  },
  { env: { TRUST_PROXY: "0" }, want: { trustProxy: 0 } },
  { env: { TRUST_PROXY: "10" }, want: { trustProxy: 10 } },
  {
    env: { SECRET_KEYS: `k2:${OLD}, k1:${KEY}` },
    mode: "production",
    want: {
      keys: [
        { id: "k2", secret: bytes(2_000, 48) },
        { id: "k1", secret: bytes(1) },
      ],
    },
  },
  {
    env: {
      SECRET_KEYS: `k1:${
        KEY.replaceAll("+", "-").replaceAll("/", "_").replace("=", "")
      }`,
    },
    mode: "production",
    want: { keys: [{ id: "k1", secret: bytes(1) }] },
  },
  {
    env: { SECRET_KEYS: `demo:${base64(new Uint8Array(32))}` },
    want: { keys: [{ id: "demo", secret: new Uint8Array(32) }] },
  },
];

for (const { env, mode = "development", want } of TAKEN) {
  Deno.test(`readConfig() takes ${JSON.stringify(env)} (${mode})`, () => {
    const base = mode === "production" ? NEEDED : {};
    const whole = config({ ...base, ...env }, mode);
    assertEquals({ ...whole, ...want }, whole);
  });
}

const REFUSED: [env: Env, why: RegExp, mode?: Mode][] = [
  [{ PORT: "-1" }, /^PORT must be a whole number from 0 to 65535$/],
  [{ PORT: "65536" }, /^PORT must/],
  [{ PORT: "8e3" }, /^PORT must/],
  [{ PORT: "0x50" }, /^PORT must/],
  [{ HOST: "http://localhost" }, /^HOST must/],
  [{ PUBLIC_ORIGIN: "aikagi.example.org" }, /^PUBLIC_ORIGIN must/],
  [{ PUBLIC_ORIGIN: "https://example.org/a" }, /nothing after the host/],
  [{ PUBLIC_ORIGIN: "https://example.org?a" }, /nothing after the host/],
  [{ PUBLIC_ORIGIN: "https://example.org/#a" }, /nothing after the host/],
  [{ PUBLIC_ORIGIN: "https://a:b@example.org" }, /nothing after the host/],
  [{ PUBLIC_ORIGIN: "ws://example.org" }, /^PUBLIC_ORIGIN must/],
  [
    { PUBLIC_ORIGIN: "http://example.org" },
    /such as https:\/\/aikagi/,
    "production",
  ],
  [
    { PUBLIC_ORIGIN: `https://${"h".repeat(MAX_HOST - 3)}.org` },
    /so that a text fits one message$/,
  ],
  [{ KV_PATH: ":memory:" }, /^KV_PATH must be a file/, "production"],
  [
    { KV_URL: "http://kv.example.org", KV_TOKEN: "t" },
    /^KV_URL must be the https address/,
  ],
  [{ KV_URL: "https://kv.example.org" }, /^KV_TOKEN is missing/],
  [{ KV_TOKEN: "t" }, /^KV_URL is missing/],
  [{ TRUST_PROXY: "11" }, /^TRUST_PROXY must be a whole number from 0 to 10$/],
  [{ TRUST_PROXY: "true" }, /^TRUST_PROXY must/],
  [{ TRUST_PROXY: "1.0" }, /^TRUST_PROXY must/],
];

for (const [env, why, mode = "development"] of REFUSED) {
  Deno.test(`readConfig() refuses ${JSON.stringify(env)} (${mode})`, () => {
    const base = mode === "production" ? NEEDED : {};
    const said = problems({ ...base, ...env }, mode);
    assertEquals(said.length, 1);
    assertMatch(said[0] ?? "", why);
  });
}

Deno.test(".env.example explains every setting, and no other", async () => {
  const file = new URL("../../.env.example", import.meta.url);
  const text = await Deno.readTextFile(file);
  const lines = text.split("\n");
  const named = lines.flatMap((line, i) => {
    const name = /^# ([A-Z_]+)=/.exec(line)?.[1];
    if (name === undefined) return [];
    assertMatch(lines[i - 1] ?? "", /^# .*\.$/, `${name} is not explained`);
    return [name];
  });
  assertEquals(named.sort(), [...SETTINGS].sort());
});

Deno.test(".env.example, filled in, is a production's settings", async () => {
  const file = new URL("../../.env.example", import.meta.url);
  const text = await Deno.readTextFile(file);
  const example = [...text.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map((
    [, name = "", value = ""],
  ) => [name, value]);
  const filled = { SECRET_KEYS: `k1:${KEY}`, KV_TOKEN: "t" };
  const env = { ...Object.fromEntries(example), ...filled };
  assertEquals(problems(env, "production"), []);
});

Deno.test("readConfig() reads the mail server in both modes, and its faults with the others", () => {
  const mail = {
    SMTP_URL: "smtps://mail.example.org",
    SMTP_FROM: "a@example.org",
  };
  const read = readConfig(mail, "development");
  assert(read.ok && read.config.smtp?.host === "mail.example.org");
  const wrong = readConfig({ ...mail, SMTP_TIMEOUT: "0" }, "production");
  assert(!wrong.ok && wrong.problems.length > 1);
  assert(wrong.problems.some((each) => each.startsWith("SMTP_TIMEOUT")));
});

const MISNAMED: [env: Env, says: string][] = [
  [
    { SMS_GATEWAY_URI: "x" },
    "SMS_GATEWAY_URI is not a setting: correct its name, to SMS_GATEWAY_URL perhaps, or remove it",
  ],
  [
    { SMS_GATWAY_TIMEOUT: "x" },
    "SMS_GATWAY_TIMEOUT is not a setting: correct its name, to SMS_GATEWAY_TIMEOUT perhaps, or remove it",
  ],
  [
    { VOICE_GATEWAY_HEADER: "x" },
    "VOICE_GATEWAY_HEADER is not a setting: correct its name, to VOICE_GATEWAY_HEADERS perhaps, or remove it",
  ],
  [
    { SMTP_FORM: "x" },
    "SMTP_FORM is not a setting: correct its name, to SMTP_FROM perhaps, or remove it",
  ],
  [
    { BREACHED_LISTE: "x" },
    "BREACHED_LISTE is not a setting: correct its name, to BREACHED_LIST perhaps, or remove it",
  ],
  [{ SMTP_PASSWORD: "x" }, "SMTP_PASSWORD is not a setting: correct its name"],
];

for (const [env, says] of MISNAMED) {
  Deno.test(`readConfig() says which setting ${Object.keys(env)} may be`, () => {
    const found = problems({ ...NEEDED, ...env }, "production");
    assert(found.some((each) => each.startsWith(says)), found.join("\n"));
    assert(!found.join().includes('"x"'));
  });
}
