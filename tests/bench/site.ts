/**
 * The product as an operator runs it: the build, a store of its own on disk,
 * a gateway for texts on loopback, and as many accounts as are needed.
 *
 * @module
 */
import { keyring } from "@/lib/crypto/keyring.ts";
import { openStore } from "@/lib/store/open.ts";
import {
  addAccounts,
  type Furnish,
  registrants,
} from "@/tests/bench/accounts.ts";
import { openGateway } from "@/tests/bench/gateway.ts";
import { freePort, type Running, startServer } from "@/tests/bench/process.ts";
import type { KvCount } from "@/tests/support/counting_kv.ts";
import type { Registrant } from "@/tests/support/journey.ts";
import { Visitor } from "@/tests/support/visitor.ts";

/** How the site is set. */
export interface SiteOptions {
  accounts: number;
  /** What else is in the store before the first page. */
  furnish?: Furnish;
  /** Counts the store's operations; its clock runs so many times as fast. */
  observed?: { clockSpeed: number };
}

/** The site, serving. */
export interface Site extends AsyncDisposable {
  server: Running;
  /** The next account, with a number of its own. */
  registrant(): Registrant;
  /** The next code that was sent to that number; waits for it. */
  code(registrant: Registrant): Promise<string>;
  /** A visitor from an address of its own. */
  visitor(): Promise<Visitor>;
  /** The store's operations so far, once nothing goes on any more. */
  count(): Promise<KvCount>;
}

/** As in the Dockerfile and `deno task start`. */
const V8 = "--v8-flags=--min-semi-space-size=8,--max-semi-space-size=16";

/** Builds a store with accounts, starts the gateway and the server. */
export async function openSite(
  { accounts, furnish, observed }: SiteOptions,
): Promise<Site> {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/aikagi.kv`;
  const secret = crypto.getRandomValues(new Uint8Array(32));
  await fill(path, { accounts, secret, ...furnish ? { furnish } : {} });
  const gateway = openGateway();
  const statsPort = freePort();
  // As in the Dockerfile; what observes needs the import map.
  const preload = observed
    ? ["--preload=tests/bench/preload.ts"]
    : ["--no-config", "--unstable-kv"];
  const server = await startServer({
    args: ["run", "--quiet", V8, "-A", ...preload, "_fresh/server.js"],
    env: {
      KV_PATH: path,
      PUBLIC_ORIGIN: "https://aikagi.example",
      SECRET_KEYS: `k1:${secret.toBase64()}`,
      SMS_GATEWAY_URL: `http://127.0.0.1:${gateway.port}/`,
      TRUST_PROXY: "1",
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
    count: () => atRest(`http://127.0.0.1:${statsPort}/`),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await gateway.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

interface Filling extends Pick<SiteOptions, "accounts" | "furnish"> {
  /** The server's key. */
  secret: Uint8Array<ArrayBuffer>;
}

async function fill(
  path: string,
  { accounts, furnish, secret }: Filling,
): Promise<void> {
  const kv = await openStore(path);
  const people = await addAccounts(kv, accounts);
  await furnish?.({ kv, keyring: keyring([{ id: "k1", secret }]) }, people);
  kv.close();
}

/** Longer than the server waits after its start before it looks at its outbox, in milliseconds. */
const REST = 600;

/** What is counted there when it has stopped growing. */
async function atRest(url: string): Promise<KvCount> {
  for (let before = "";;) {
    const now = await (await fetch(url)).text();
    if (now === before) return JSON.parse(now);
    before = now;
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
}

function address(i: number): string {
  return `10.${(i >> 8) & 255}.${i & 255}.7`;
}
