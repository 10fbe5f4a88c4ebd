/**
 * The composition root: the one file that names adapters.
 *
 * @module
 */
import { App, type Middleware, staticFiles } from "fresh";
import { type Background, background } from "@/lib/background.ts";
import type { Config } from "@/lib/config.ts";
import type { BreachedOptions } from "@/lib/crypto/breached.ts";
import { keyring } from "@/lib/crypto/keyring.ts";
import {
  type PasswordHasher,
  passwordHasher,
} from "@/lib/crypto/password_hash.ts";
import { channels } from "@/lib/delivery/channels.ts";
import type { Delivery } from "@/lib/delivery/delivery.ts";
import { devOutbox } from "@/lib/delivery/dev_outbox.ts";
import { httpGateway } from "@/lib/delivery/http_gateway.ts";
import { smtp } from "@/lib/delivery/smtp.ts";
import type { Directory } from "@/lib/directory/directory.ts";
import { embeddedDirectory } from "@/lib/directory/embedded.ts";
import type { Deps, PasswordChecks } from "@/lib/flows/deps.ts";
import { jsonLog } from "@/lib/log.ts";
import { giveUpLate } from "@/lib/web/body.ts";
import { secureHeaders } from "@/lib/web/headers.ts";
import { openRequest } from "@/lib/web/open_request.ts";
import type { Site, State } from "@/lib/web/state.ts";
import { isUnavailable } from "@/lib/web/unavailable.ts";

/** What the application meets outside itself; a test brings its own. */
export interface Outside {
  /** The store, open. */
  kv: Deno.Kv;
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** That many bytes from a cryptographic source. */
  random(bytes: number): Uint8Array<ArrayBuffer>;
  /** Takes one line for whoever runs the server. */
  write(line: string): void;
  /** Stands in for the gateways of the settings. */
  delivery?: Delivery;
  /** Stands in for zxcvbn and the list of the settings. */
  passwords?: PasswordChecks;
  /** Middlewares that come before ours, as the development server has. */
  first?: readonly Middleware<State>[];
}

/** The application, not yet serving. */
export interface Aikagi extends Background {
  /** Its routes and middlewares; the manifest is still to be attached. */
  app: App<State>;
  /** What its flows reach. */
  deps: Deps;
  /** Makes the hashes of the embedded directory. */
  hasher: PasswordHasher;
}

/** Builds the application from its settings. */
export function createApp(config: Config, outside: Outside): Aikagi {
  const { kv, now, random } = outside;
  const log = jsonLog(outside.write, now);
  const tasks = background(fault(log));
  const keys = keyring(config.keys, random);
  const cores = navigator.hardwareConcurrency;
  const hasher = passwordHasher({ random, cores });
  const deps: Deps = {
    kv,
    directory: directory({ kv, keyring: keys, log, now }, hasher),
    delivery: outside.delivery ?? delivery(config, outside, keys),
    keyring: keys,
    hasher,
    passwords: outside.passwords ?? passwords(config.breached),
    log,
    host: config.origin.hostname,
    origin: config.origin.origin,
    now,
    random,
    later: tasks.later,
  };
  const site: Site = {
    development: config.mode === "development",
    https: config.origin.protocol === "https:",
    proxies: config.trustProxy,
    origin: config.origin.origin,
  };
  const app = new App<State>({ onFault: fault(log) })
    .use(secureHeaders({ https: site.https, reloads: site.development }))
    .use(...outside.first ?? [], staticFiles())
    .use(openRequest(deps, site))
    .fsRoutes();
  return { app, deps, hasher, ...tasks };
}

/** Hands over what an earlier process left, now and every `interval` milliseconds, and gives up late bodies; returns the stop. */
export function startSweeping(deps: Deps, interval: number): () => void {
  const round = async () => {
    // Loaded with the first round, so that the first page does not wait for it.
    const { sweep } = await import("@/lib/flows/sweep.ts");
    await sweep(deps);
  };
  deps.later(round);
  deps.later(async () => {
    const { indexEmails } = await import(
      "@/lib/flows/accounts/index_emails.ts"
    );
    await indexEmails(deps);
  });
  const timer = setInterval(() => {
    giveUpLate(deps.now());
    deps.later(round);
  }, interval);
  return () => clearInterval(timer);
}

function directory(
  deps: Pick<Deps, "kv" | "keyring" | "log" | "now">,
  hasher: PasswordHasher,
): Directory {
  // Loaded with the first question, so that the first page does not wait for it.
  const accounts = async () => {
    const { embeddedAccounts } = await import(
      "@/lib/flows/accounts/embedded_accounts.ts"
    );
    return embeddedAccounts(deps);
  };
  const { now, log } = deps;
  return embeddedDirectory({ accounts, hasher, now, onFault: fault(log) });
}

/** Neither is loaded before the first new password. */
function passwords(breached: BreachedOptions | null): PasswordChecks {
  let meter: Promise<PasswordChecks["strength"]> | null = null;
  const load = async () => {
    const { strengthMeter } = await import("@/lib/crypto/strength.ts");
    return strengthMeter();
  };
  return {
    strength: async (job) => (await (meter ??= load()))(job),
    breached: breached && (async (password) => {
      const { breachedList } = await import("@/lib/crypto/breached_list.ts");
      return breachedList(breached)(password);
    }),
  };
}

function delivery(
  { smsGateway, voiceGateway, smtp: mail, mode }: Config,
  { kv, now, write }: Outside,
  keys: Deps["keyring"],
): Delivery {
  const gateways = [
    ...smsGateway ? [httpGateway(["sms"], smsGateway)] : [],
    ...voiceGateway ? [httpGateway(["voice"], voiceGateway)] : [],
    ...mail ? [smtp(mail)] : [],
  ];
  if (mode === "production") return channels(gateways);
  const seal = (text: string) => keys.seal("dev_outbox", text);
  const outbox = devOutbox({
    async keep({ locale: _, html: __, ...message }) {
      const { putDevMessage } = await import("@/lib/store/dev_outbox.ts");
      await putDevMessage(kv, { ...message, at: now() }, seal);
    },
    print: write,
  });
  return channels([...gateways, outbox]);
}

/** Errors whose words hold keys and names alone; others may quote what a person typed. */
const SPEAKING = new Set(["NewerStoreError", "StoredValueError"]);

function fault(log: Deps["log"]): (error: unknown) => void {
  return (error) => {
    const { name, message, stack } = error instanceof Error
      ? error
      : new Error("Not an error");
    const event = isUnavailable(error) ? "sys_unavailable" : "sys_crash";
    const detail = SPEAKING.has(name) ? message : firstFrame(stack);
    log(event, { fault: name, detail });
  };
}

/** The function and line where it was thrown, without the folder. */
function firstFrame(stack = ""): string {
  const frame = stack.split("\n").find((line) => line.startsWith("    at "));
  return frame?.trim().replace(/file:\/\/\S*\//, "") ?? "?";
}
