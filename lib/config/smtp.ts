/**
 * The group of settings that describes a mail server.
 *
 * @module
 */
import { oneOf, whole } from "@/lib/config/readings.ts";
import { type Env, given, or, reading, take } from "@/lib/config/setting.ts";
import type { Mailbox } from "@/lib/delivery/mail.ts";
import type { SmtpOptions } from "@/lib/delivery/smtp.ts";
import { readAddress } from "@/lib/domain/email_address.ts";

/** What the settings of the group begin with. */
const PREFIX = "SMTP_";

const GROUP = {
  URL: reading(
    readServer,
    "must be the address of the mail server, such as " +
      "smtps://user:password@mail.example.org:465 or smtp://mail.example.org:587, " +
      "with what is special in the user name and password percent-encoded",
  ),
  FROM: reading(
    readMailbox,
    "must be whom mails come from, such as Aikagi <no-reply@example.org>",
  ),
  TLS: or(oneOf("required", "opportunistic", "none"), "required"),
  CA: or(
    reading(
      readCertificate,
      "must be a certificate in PEM, its line ends written as \\n",
    ),
    null,
  ),
  TIMEOUT: or(whole(1_000, 30_000), 20_000),
};

/** The names of the group's settings. */
export const SMTP_SETTINGS: readonly string[] = Object.keys(GROUP)
  .map((name) => PREFIX + name);

/** Reads the group; `null` where none of it is set, or something is wrong. */
export function readSmtp(
  env: Env,
  { problems }: { problems: string[] },
): SmtpOptions | null {
  const group = given(env, PREFIX);
  const names = Object.keys(group);
  if (names.length === 0) return null;
  const set = take(GROUP, group, { prefix: PREFIX, problems });
  if (set === null) return null;
  const { URL: { implicit, ...server }, FROM: from, CA: ca } = set;
  const fault = implicit ? null : exposure(set.TLS, server);
  if (fault !== null) problems.push(`${PREFIX}TLS ${fault}`);
  const tls = implicit ? "implicit" : set.TLS;
  return fault === null
    ? { ...server, tls, ca, from, timeout: set.TIMEOUT }
    : null;
}

/** Why a server must not be reached like that; `null` where it may. */
function exposure(
  tls: "required" | "opportunistic" | "none",
  { host, login }: Pick<Server, "host" | "login">,
): string | null {
  if (tls === "required" || isNear(host)) return null;
  if (tls === "none") {
    return "cannot be none where the mail server is on another machine";
  }
  return login === null
    ? null
    : "must be required where there is a password: anybody on the way could read it";
}

interface Server {
  host: string;
  port: number;
  implicit: boolean;
  login: { user: string; pass: string } | null;
}

function readServer(text: string): Server | null {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol)) return null;
  const bare = (url.pathname === "" || url.pathname === "/") &&
    url.search === "" && url.hash === "";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const login = readLogin(url);
  if (!bare || login === undefined || !/^[\w.:-]+$/.test(host)) return null;
  const implicit = url.protocol === "smtps:";
  const port = Number(url.port || (implicit ? 465 : 587));
  return { host, port, implicit, login };
}

/** `undefined` for a user name without a password, the other way round, and bad encoding. */
function readLogin(
  { username, password }: URL,
): Server["login"] | undefined {
  if (username === "" && password === "") return null;
  if (username === "" || password === "") return undefined;
  try {
    return {
      user: decodeURIComponent(username),
      pass: decodeURIComponent(password),
    };
  } catch {
    return undefined;
  }
}

/** `Name <address>`, or the address alone. */
function readMailbox(text: string): Mailbox | null {
  const [, quoted = "", address = text] =
    /^([^<>]{0,100}?)\s*<([^<>]+)>$/.exec(text) ?? [];
  const name = quoted.replace(/^"(.*)"$/, "$1");
  const read = readAddress(address);
  const fits = read.ok && !/["\p{C}]/u.test(name);
  return fits ? { name, address: read.address } : null;
}

function readCertificate(text: string): string | null {
  const pem = text.replaceAll("\\n", "\n");
  const whole =
    /^(-----BEGIN CERTIFICATE-----\n[\w+/=\n]+\n-----END CERTIFICATE-----\n?)+$/;
  return whole.test(pem) ? pem : null;
}

/** Whether it is on this machine. */
function isNear(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1)$/.test(host);
}
