/**
 * Requests per second and start-up, each beside a bare server's in the same run.
 *
 * @module
 */
import { walkToCode } from "@/tests/support/journey.ts";
import { type Load, requestsPerSecond } from "@/tests/bench/load.ts";
import { type Running, startServer } from "@/tests/bench/process.ts";
import { inTurn, type Pair } from "@/tests/bench/medians.ts";
import { ratioAtLeast, ratioAtMost, type Row } from "@/tests/bench/report.ts";
import type { Site } from "@/tests/bench/site.ts";
import { openSite } from "@/tests/bench/site.ts";
import { requestBytes } from "@/tests/support/wire.ts";

const ROUNDS = 7;
/** Rounds before those, in which both compile what they run. */
const WARM_UP = 2;
/** Starts are short, so whatever else the machine does shows in each. */
const STARTS = 15;
const CONNECTIONS = 8;
const PAGES = 2_000;
/** Right codes of one round; each takes a person who has walked that far. */
const CODES = 300;

/** The phone page of a person who is signed in, against a page of the same text. */
export async function pageSpeed(site: Site): Promise<Row> {
  using visitor = await site.visitor();
  await walkToCode(visitor, site.registrant());
  const { html } = await visitor.open("/register/phone");
  await using bare = await startBare("page", html);
  const ours = visitor.requestOf("/register/phone");
  const load = (port: number, request: Uint8Array): Load => ({
    port,
    connections: CONNECTIONS,
    requests: Array(PAGES).fill(request),
    status: 200,
  });
  const speeds = await warmInTurn(
    () => requestsPerSecond(load(site.server.port, ours)),
    () => requestsPerSecond(load(bare.port, requestBytes({ path: "/" }))),
  );
  return ratioAtLeast("GET of the phone page", speeds, 0.5);
}

/** The right code of as many people as there are requests, against one get and one commit. */
export async function codeSpeed(site: Site): Promise<Row> {
  await using bare = await startBare("commit");
  const post = requestBytes({
    path: "/",
    form: { csrf: "x".repeat(43), code: "123456" },
  });
  const load = (port: number, requests: Uint8Array[]): Load => ({
    port,
    connections: CONNECTIONS,
    requests,
    status: 303,
  });
  const speeds = await warmInTurn(
    async () => {
      const requests = await rightCodes(site);
      return await requestsPerSecond(load(site.server.port, requests));
    },
    () => requestsPerSecond(load(bare.port, Array(CODES).fill(post))),
  );
  return ratioAtLeast("POST of a right code", speeds, 0.6);
}

async function warmInTurn(
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Pair> {
  await inTurn(WARM_UP, ours, bare);
  return await inTurn(ROUNDS, ours, bare);
}

/** From the start of the process to the whole first page, with a store that is there. */
export async function startSpeed(): Promise<Row> {
  const ours = async () => {
    await using site = await openSite({ accounts: 0 });
    return site.server.startedIn;
  };
  const bare = async () => {
    await using server = await startBare("open");
    return server.startedIn;
  };
  // Deno keeps what it compiled for the next start.
  await inTurn(2, ours, bare);
  const times = await inTurn(STARTS, ours, bare);
  return ratioAtMost("start to first page", times, 2);
}

/** The requests of people who have come to the page that asks for the code. */
async function rightCodes(site: Site): Promise<Uint8Array[]> {
  const requests: Uint8Array[] = [];
  const walkers = Array.from({ length: CONNECTIONS }, async () => {
    while (requests.length < CODES) {
      const registrant = site.registrant();
      using visitor = await site.visitor();
      await walkToCode(visitor, registrant);
      requests.push(visitor.request({ code: await site.code(registrant) }));
    }
  });
  await Promise.all(walkers);
  return requests.slice(0, CODES);
}

/** A bare server with a store of its own. */
async function startBare(
  what: "page" | "commit" | "open",
  html = "",
): Promise<Running> {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/page.html`, html);
  (await Deno.openKv(`${folder}/bare.kv`)).close();
  const server = await startServer({
    args: [
      "run",
      "--quiet",
      "-A",
      "--no-config",
      "--unstable-kv",
      "tests/bench/bare_server.ts",
      what,
      `${folder}/page.html`,
    ],
    env: { KV_PATH: `${folder}/bare.kv` },
    path: "/",
  });
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
