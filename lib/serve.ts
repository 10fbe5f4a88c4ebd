/**
 * Serving: from the settings to a listening server that stops gracefully.
 *
 * @module
 */
import type { Middleware } from "fresh";
import { type Aikagi, createApp, startSweeping } from "@/lib/app.ts";
import { type Config, readConfig, SETTINGS } from "@/lib/config.ts";
import { attach } from "@/lib/fresh/attach.ts";
import type { Build } from "@/lib/fresh/build.ts";
import type { Manifest } from "@/lib/fresh/manifest.ts";
import { openStore } from "@/lib/store/open.ts";
import type { State } from "@/lib/web/state.ts";

/** What is served. */
export interface Served {
  /** The settings. */
  config: Config;
  /** Routes and islands. */
  manifest: Manifest;
  /** Scripts of islands and static files. */
  build: Build | Promise<Build>;
  /** Middlewares that come before the application's. */
  first?: readonly Middleware<State>[];
  /** Runs before the server listens. */
  prepare?(aikagi: Aikagi): Promise<void>;
}

/** Between two looks at the outbox, in milliseconds. Deno KV's price on idle sites is one list each. */
const SWEEP = 15_000;

/**
 * What may wait begins so many milliseconds after the start, so that the first
 * request does not wait for it. Deno 2.9 loads `node:timers` for any other kind
 * of timer, which takes it 7 ms.
 */
const CALM = 250;

/** The settings of the environment; ends the process where they are wrong, naming all that is. */
export function settings(mode: Config["mode"]): Config {
  const env = Object.fromEntries(
    [...SETTINGS, "DENO_DEPLOYMENT_ID"].map((
      name,
    ) => [name, Deno.env.get(name)]),
  );
  const read = readConfig(env, mode);
  if (read.ok) return read.config;
  print("Aikagi cannot start. These settings are missing or wrong:");
  for (const problem of read.problems) print(`- ${problem}`);
  Deno.exit(1);
}

/** Serves until the process is told to stop. */
export async function serve(
  { config, manifest, first = [], prepare, ...files }: Served,
): Promise<void> {
  const reading = Promise.all([
    openStore(config.kv.location, config.kv.token),
    files.build,
  ]);
  const { serve: listen } = Deno; // Loads the HTTP server, while the disk is busy.
  const [kv, build] = await reading;
  const aikagi = createApp(config, {
    kv,
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    write: print,
    first,
  });
  const { warm } = attach(aikagi.app, { manifest, build });
  await prepare?.(aikagi);
  const server = listen({
    port: config.port,
    hostname: config.host,
    automaticCompression: true,
    onListen: () =>
      aikagi.deps.log("sys_startup", { origin: config.origin.origin }),
  }, aikagi.app.handler());
  let stopSweeping = () => {};
  const calm = AbortSignal.timeout(CALM);
  calm.onabort = () => {
    stopSweeping = startSweeping(aikagi.deps, SWEEP);
    aikagi.later(warm);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => server.shutdown());
  }
  await server.finished;
  calm.onabort = null;
  stopSweeping();
  await aikagi.drain();
  aikagi.deps.log("sys_shutdown");
  kv.close();
  Deno.exit(0);
}

/** Prints one line for whoever runs the server. */
export function print(line: string): void {
  // deno-lint-ignore no-console -- the log's last step is standard output
  console.log(line);
}
