/**
 * The settings: environment variables in, a checked {@linkcode Config} out, or
 * everything that is wrong with them at once. `.env.example` explains each.
 *
 * No problem that is named here holds a setting's value: some are secrets.
 *
 * @module
 */
import { BREACHED_SETTINGS, readBreached } from "@/lib/config/breached.ts";
import { GATEWAY_SETTINGS, readGateway } from "@/lib/config/gateway.ts";
import { isGrouped, misnamed } from "@/lib/config/misspelt.ts";
import { readSecretKeys } from "@/lib/config/secret_keys.ts";
import { readSmtp, SMTP_SETTINGS } from "@/lib/config/smtp.ts";
import { anyText, readAddress, whole } from "@/lib/config/readings.ts";
import {
  type Env,
  given,
  or,
  type Reading,
  reading,
  take,
} from "@/lib/config/setting.ts";
import type { BreachedOptions } from "@/lib/crypto/breached.ts";
import type { Key } from "@/lib/crypto/keyring.ts";
import type { GatewayOptions } from "@/lib/delivery/http_gateway.ts";
import type { SmtpOptions } from "@/lib/delivery/smtp.ts";
import { MAX_HOST } from "@/lib/domain/segments.ts";

/** What the server is for. */
export type Mode = "development" | "production";

/** The settings in force. */
export interface Config {
  /** In development there are demo accounts and an outbox page, and plain http may be used. */
  readonly mode: Mode;
  /** The TCP port; 0 takes a free one. */
  readonly port: number;
  /** The name or address to listen on. */
  readonly host: string;
  /** Where people open the site: scheme and host alone. */
  readonly origin: URL;
  /** The store: a path or an address, `null` for the platform's own; a token with an address only. */
  readonly kv: Readonly<Record<"location" | "token", string | null>>;
  /** The server's keys, newest first. */
  readonly keys: readonly Key[];
  /** How many proxies of the operator's a request passes: 0 to 10. */
  readonly trustProxy: number;
  /** Where texts go; `null`, in development alone, for the outbox page. */
  readonly smsGateway: GatewayOptions | null;
  /** Where calls go; `null` for the outbox page, and in production for no calls at all. */
  readonly voiceGateway: GatewayOptions | null;
  /** Where mails go; `null` for the outbox page, and in production for no mail at all. */
  readonly smtp: SmtpOptions | null;
  /** Where leaked passwords are looked up; `null` for nowhere. */
  readonly breached: BreachedOptions | null;
}

/** The settings, or every problem with them: a sentence that names a setting and what to do. */
export type ConfigRead =
  | { ok: true; config: Config }
  | { ok: false; problems: string[] };

/** The key of a development server without `SECRET_KEYS`. Everybody knows it, so production refuses it. */
export const DEVELOPMENT_KEY: Key = {
  id: "dev",
  secret: new TextEncoder().encode("aikagi development key, known to all"),
};

const GATEWAYS = ["SMS_GATEWAY_", "VOICE_GATEWAY_"] as const;

/** The settings that do not come in groups. */
const SERVER = [
  "PORT",
  "HOST",
  "PUBLIC_ORIGIN",
  "KV_PATH",
  "KV_URL",
  "KV_TOKEN",
  "SECRET_KEYS",
  "TRUST_PROXY",
] as const;

/** The names of all settings. */
export const SETTINGS: readonly string[] = [
  ...SERVER,
  ...GATEWAYS.flatMap((prefix) =>
    GATEWAY_SETTINGS.map((name) => prefix + name)
  ),
  ...SMTP_SETTINGS,
  ...BREACHED_SETTINGS,
];

/** Reads the environment: {@linkcode SETTINGS}, what looks like one of their groups, and Deno Deploy's own variable. */
export function readConfig(env: Env, mode: Mode): ConfigRead {
  const problems: string[] = [];
  const settings = given(env);
  const server = take(serverSettings(mode), settings, { problems });
  problems.push(...halfPairs(settings));
  problems.push(...misnamed(Object.keys(settings).filter(isGrouped), SETTINGS));
  const [smsGateway, voiceGateway] = GATEWAYS.map((prefix, i) => {
    const needed = mode === "production" && i === 0;
    return readGateway(env, { prefix, needed, problems });
  });
  const smtp = readSmtp(env, { problems });
  const breached = readBreached(env, { problems });
  if (server === null || problems.length > 0) return { ok: false, problems };
  const { PORT: port, PUBLIC_ORIGIN, KV_URL, KV_TOKEN } = server;
  const path = settings.DENO_DEPLOYMENT_ID ? null : server.KV_PATH;
  const config: Config = {
    mode,
    port,
    host: server.HOST,
    origin: PUBLIC_ORIGIN ?? new URL(`http://localhost:${port}`),
    kv: { location: KV_URL?.href ?? path, token: KV_TOKEN },
    keys: server.SECRET_KEYS,
    trustProxy: server.TRUST_PROXY,
    smsGateway: smsGateway ?? null,
    voiceGateway: voiceGateway ?? null,
    smtp,
    breached,
  };
  return { ok: true, config };
}

function serverSettings(mode: Mode) {
  const development = mode === "development";
  const origin = publicOrigin(mode);
  const keys = secretKeys(mode);
  return {
    PORT: or(whole(0, 65_535), 8_000),
    HOST: or(host(), development ? "127.0.0.1" : "0.0.0.0"),
    PUBLIC_ORIGIN: development ? or(origin, null) : origin,
    KV_PATH: or(storePath(mode), "data/aikagi.kv"),
    KV_URL: or(
      reading(readAddress, "must be the https address of a KV server"),
      null,
    ),
    KV_TOKEN: or(anyText, null),
    SECRET_KEYS: development ? or(keys, [DEVELOPMENT_KEY]) : keys,
    TRUST_PROXY: or(whole(0, 10), 0),
  } satisfies Record<typeof SERVER[number], Reading<unknown>>;
}

function host(): Reading<string> {
  return reading(
    (text) => /^[\w.:-]+$/.test(text) ? text : null,
    "must be a name or an address to listen on, such as 127.0.0.1",
  );
}

function storePath(mode: Mode): Reading<string> {
  return reading(
    (text) => mode === "development" || text !== ":memory:" ? text : null,
    "must be a file: what is in memory is lost when the server stops",
  );
}

function publicOrigin(mode: Mode): Reading<URL> {
  const [schemes, example] = mode === "production"
    ? [["https:"], "https://aikagi.example.org"]
    : [["https:", "http:"], "http://localhost:8000"];
  const must =
    `must be the address that people open, with nothing after the host, such as ${example}; ` +
    `the host has ${MAX_HOST} characters at most, so that a text fits one message`;
  const read = (text: string) => {
    const url = URL.parse(text);
    const alone = url !== null && `${url.origin}/` === url.href;
    const fits = alone && url.hostname.length <= MAX_HOST;
    return fits && schemes.includes(url.protocol) ? url : null;
  };
  return reading(read, must);
}

function secretKeys(mode: Mode): Reading<readonly Key[]> {
  const known = mode === "production" ? [DEVELOPMENT_KEY] : null;
  const missing = "is missing: make a key with openssl rand -base64 32 " +
    "and set it with an ID before it, such as k1:…";
  return (text, complain) => {
    if (text === undefined) {
      complain(missing);
      return null;
    }
    const read = readSecretKeys(text, known);
    if (read.ok) return { value: read.keys };
    read.faults.forEach((fault) => complain(`is wrong: ${fault}`));
    return null;
  };
}

/** Problems of settings that go together. */
function halfPairs({ KV_URL, KV_TOKEN }: Record<string, string>): string[] {
  if (KV_URL && !KV_TOKEN) {
    return [
      "KV_TOKEN is missing: KV_URL needs the access token of its server.",
    ];
  }
  return KV_TOKEN && !KV_URL
    ? ["KV_URL is missing: KV_TOKEN is of no use without it"]
    : [];
}
