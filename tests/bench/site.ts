/**
 * The product as an operator runs it: the build, a store of its own on disk,
 * a gateway for texts on loopback, and as many accounts as are needed.
 *
 * @module
 */
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import { refuseChannel } from "@/lib/domain/phone_channel.ts";
import type { KvCount } from "@/tests/support/counting_kv.ts";
import type { Registrant } from "@/tests/support/journey.ts";
import { Visitor } from "@/tests/support/visitor.ts";
import { openStore } from "@/lib/store/open.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { accountNameRef, accountRef } from "@/lib/store/accounts.ts";
import { commit } from "@/lib/store/records.ts";
import { freePort, type Running, startServer } from "@/tests/bench/process.ts";

/** How the site is set. */
export interface SiteOptions {
  accounts: number;
  /** Counts the store's operations; its clock runs so many times as fast. */
  observed?: { clockSpeed: number };
}

/** The site, serving. */
export interface Site extends AsyncDisposable {
  server: Running;
  /** The next account that has registered nothing, with a number of its own. */
  registrant(): Registrant;
  /** The code that was sent to that number; waits for it. */
  code(registrant: Registrant): Promise<string>;
  /** A visitor from an address of its own. */
  visitor(): Promise<Visitor>;
  /** The store's operations so far. */
  count(): Promise<KvCount>;
}

const PASSWORD = "bench-spare-key-2026";

/** Countries, and how a mobile number there begins before its last 8 digits. */
const COUNTRIES = [["JP", "090"], ["FR", "06"], ["DE", "0151"], [
  "ID",
  "0812",
]] as const;

/** Builds a store with accounts, starts the gateway and the server. */
export async function openSite(
  { accounts, observed }: SiteOptions,
): Promise<Site> {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/aikagi.kv`;
  await addAccounts(path, accounts);
  const gateway = openGateway();
  const statsPort = freePort();
  // As in the Dockerfile; what observes needs the import map.
  const preload = observed
    ? ["--preload=tests/bench/preload.ts"]
    : ["--no-config", "--unstable-kv"];
  const server = await startServer({
    args: ["run", "--quiet", "-A", ...preload, "_fresh/server.js"],
    env: {
      ...settings(path, gateway.port),
      STATS_PORT: `${statsPort}`,
      CLOCK_SPEED: `${observed?.clockSpeed ?? 1}`,
    },
    path: "/register",
  });
  const people = registrants();
  let visitors = 0;
  return {
    server,
    registrant: () => people.next().value,
    code: ({ number }) => gateway.code(number),
    visitor: () =>
      Visitor.open(server.port, { "x-forwarded-for": address(visitors++) }),
    count: async () =>
      await (await fetch(`http://127.0.0.1:${statsPort}/`)).json(),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await gateway.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

function settings(path: string, gatewayPort: number): Record<string, string> {
  const key = crypto.getRandomValues(new Uint8Array(32)).toBase64();
  return {
    KV_PATH: path,
    PUBLIC_ORIGIN: "https://aikagi.example",
    SECRET_KEYS: `k1:${key}`,
    SMS_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}/`,
    TRUST_PROXY: "1",
  };
}

/** All have one password, so that it is hashed once. */
async function addAccounts(path: string, count: number): Promise<void> {
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  const passwordHash = await passwordHasher({ random, cores: 1 }).hash(
    PASSWORD,
  );
  const kv = await openStore(path);
  const people = registrants();
  for (let i = 0; i < count; i++) {
    const { userName } = people.next().value;
    const account = { id: userName, userName, passwordHash, disabled: false };
    await commit(kv, [
      change(absent(accountRef(account.id)), {
        ...account,
        groups: [],
        createdAt: 0,
        contact: null,
      }),
      change(absent(accountNameRef(userName)), account.id),
    ]);
  }
  kv.close();
}

/** The person of that place in a row that never ends. */
function registrantOf(i: number): Registrant {
  const [country, start] = COUNTRIES[i % COUNTRIES.length] ?? COUNTRIES[0];
  // A step that shares no factor with 10 visits every number once, far apart.
  const digits = String((i * 38_196_601 + 12_345_678) % 1e8).padStart(8, "0");
  return {
    userName: `bench-${i}`,
    password: PASSWORD,
    country,
    number: start + digits,
  };
}

/** Not each row of digits is a number that texts can reach. */
function isReachable({ number, country }: Registrant): boolean {
  const read = readNumber(number, country);
  return read.ok && refuseChannel(read.number, "sms", "all") === null;
}

function* registrants(): Generator<Registrant, never> {
  for (let i = 0;; i++) {
    const registrant = registrantOf(i);
    if (isReachable(registrant)) yield registrant;
  }
}

function address(i: number): string {
  return `10.${(i >> 8) & 255}.${i & 255}.7`;
}

interface Gateway {
  port: number;
  code(number: string): Promise<string>;
  close(): Promise<void>;
}

/** Keeps the codes of texts by the last digits of the number. */
function openGateway(): Gateway {
  const codes = new Map<string, PromiseWithResolvers<string>>();
  const slot = (number: string) => {
    const key = number.replace(/\D/g, "").slice(-8);
    const found = codes.get(key) ?? Promise.withResolvers<string>();
    codes.set(key, found);
    return found;
  };
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const { to, text } = await request.json() as { to: string; text: string };
      slot(to).resolve(/#(\d{6})$/.exec(text)?.[1] ?? "");
      return new Response("ok");
    },
  );
  return {
    port: server.addr.port,
    code: (number) => slot(number).promise,
    close: () => server.shutdown(),
  };
}
