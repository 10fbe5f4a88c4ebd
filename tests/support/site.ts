/** The real application for one test: in-memory store, still clock, memory outbox, fast directory. */
import manifest from "@/fresh.gen.ts";
import { createApp } from "@/lib/app.ts";
import type { Config } from "@/lib/config.ts";
import type { Delivery } from "@/lib/delivery/delivery.ts";
import type { Deps, PasswordChecks } from "@/lib/flows/deps.ts";
import { attach } from "@/lib/fresh/attach.ts";
import { type Build, NO_BUILD } from "@/lib/fresh/build.ts";
import type { DevMessage } from "@/lib/store/dev_outbox.ts";
import { seedDemo } from "@/lib/flows/admin/seed_demo.ts";
import { readDevOutbox } from "@/lib/flows/read_dev_outbox.ts";
import { CHEAP_CHECKS } from "@/tests/support/cheap_checks.ts";
import { NOON } from "@/tests/support/world.ts";

export interface Site extends Disposable {
  deps: Deps;
  kv: Deno.Kv;
  /** What was logged and printed, a line each. */
  lines: string[];
  handler(request: Request): Promise<Response>;
  /** Moves the clock on by `ms`. */
  wait(ms: number): void;
  /** Waits for what goes on after the responses. */
  settle(): Promise<void>;
  /** What would have been sent, newest last. */
  outbox(): Promise<readonly DevMessage[]>;
}

export interface SiteOptions {
  mode?: Config["mode"];
  build?: Build;
  config?: Partial<Config>;
  kv?: Deno.Kv;
  delivery?: Delivery;
  passwords?: PasswordChecks;
}

export const ORIGIN = {
  development: "http://localhost:8000",
  production: "https://key.example",
} as const;

function configFor(mode: Config["mode"]): Config {
  return {
    mode,
    port: 0,
    host: "127.0.0.1",
    origin: new URL(ORIGIN[mode]),
    kv: { location: ":memory:", token: null },
    keys: [{ id: "k1", secret: new Uint8Array(32).fill(7) }],
    trustProxy: 0,
    smsGateway: null,
    voiceGateway: null,
    smtp: null,
    breached: null,
  };
}

/** Builds the application with the demo accounts; `using` closes its store. */
export async function openSite(options: SiteOptions = {}): Promise<Site> {
  const { mode = "development", build = NO_BUILD } = options;
  const kv = options.kv ?? await Deno.openKv(":memory:");
  const lines: string[] = [];
  let now = NOON;
  const config = { ...configFor(mode), ...options.config };
  const { app, deps, hasher, drain } = createApp(config, {
    kv,
    now: () => now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    write: (line) => lines.push(line),
    passwords: options.passwords ?? CHEAP_CHECKS,
    ...options.delivery ? { delivery: options.delivery } : {},
  });
  attach(app, { manifest, build });
  await seedDemo({ ...deps, hasher });
  const handle = app.handler();
  const info: Deno.ServeHandlerInfo = {
    remoteAddr: { transport: "tcp", hostname: "192.0.2.7", port: 4711 },
    completed: Promise.resolve(),
  };
  return {
    deps,
    kv,
    lines,
    handler: (request) => handle(request, info),
    wait: (ms) => now += ms,
    settle: drain,
    outbox: () => readDevOutbox(deps),
    [Symbol.dispose]: () => options.kv ?? kv.close(),
  };
}
