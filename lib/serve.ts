/**
 * Serving: from the settings to a listening server that stops gracefully.
 *
 * @module
 */
import type { Middleware } from "fresh";
import { type Aikagi, createApp, startSweeping } from "@/lib/app.ts";
import { type Config, readConfig, SETTINGS } from "@/lib/config.ts";
import { nearest, slips } from "@/lib/config/misspelt.ts";
import { attach } from "@/lib/fresh/attach.ts";
import type { Build } from "@/lib/fresh/build.ts";
import type { Manifest } from "@/lib/fresh/manifest.ts";
import { hasDemo } from "@/lib/store/demo_mark.ts";
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
  /** Ends the process that has stopped; `Deno.exit(0)` where absent. */
  end?(): void;
  /** Runs before the server listens; returns the lines to print once it does. */
  prepare?(aikagi: Aikagi): Promise<readonly string[]>;
}

/** Between two looks at the outbox, in milliseconds. Deno KV's price on idle sites is one list each. */
const SWEEP = 15_000;

/**
 * What may wait begins so many milliseconds after the start, so that the first
 * request does not wait for it. Deno 2.9 loads `node:timers` for any other kind
 * of timer, which takes it 7 ms.
 */
const CALM = 250;

/** How long requests may go on after the signal to stop, in milliseconds. */
const GRACE = 25_000;

/** The settings of the environment; ends the process where they are wrong, naming all that is. */
export function settings(mode: Config["mode"]): Config {
  const env = envOf([...SETTINGS, "DENO_DEPLOYMENT_ID"]);
  const read = readConfig(env, mode);
  if (read.ok) return read.config;
  const more = readConfig({ ...env, ...envOf(slips(SETTINGS)) }, mode);
  print("Aikagi cannot start. These settings are missing or wrong:");
  const { problems } = more.ok ? read : more;
  for (const problem of problems) print(`- ${problem}`);
  Deno.exit(1);
}

function envOf(names: Iterable<string>): Record<string, string> {
  const found = [...names].flatMap((name) => {
    const text = Deno.env.get(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(found);
}

/** Tells of settings that are set under a name that is almost theirs; takes some 50 ms once. */
function tellSlips({ deps }: Aikagi): void {
  for (const setting of Object.keys(envOf(slips(SETTINGS)))) {
    const meant = nearest(setting, SETTINGS);
    deps.log("sys_setting_fail", { setting, meant });
  }
}

/** Serves until the process is told to stop. */
export async function serve(
  { config, manifest, first = [], prepare, end = exit, ...files }: Served,
): Promise<void> {
  const reading = Promise.all([
    openStore(config.kv.location, config.kv.token),
    files.build,
  ]);
  const { serve: listen } = Deno; // Loads the HTTP server, while the disk is busy.
  const [kv, build] = await reading;
  const refused = refuseDemo(config, kv);
  const aikagi = createApp(config, {
    kv,
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    write: print,
    first,
  });
  const { warm } = attach(aikagi.app, { manifest, build });
  const lines = await prepare?.(aikagi) ?? [];
  await refused;
  const hard = new AbortController();
  const server = listening(config, () =>
    listen({
      port: config.port,
      hostname: config.host,
      automaticCompression: true,
      signal: hard.signal,
      onListen: () => lines.forEach(print),
    }, aikagi.app.handler()));
  const stopRounds = startRounds(aikagi, warm);
  const forgetSignals = stopOnSignal(server, hard);
  await server.finished;
  stopRounds();
  await aikagi.drain();
  aikagi.deps.log("sys_shutdown");
  kv.close();
  forgetSignals();
  end();
}

function exit(): never {
  Deno.exit(0);
}

/** Everybody knows the passwords of a development server's accounts. */
async function refuseDemo({ mode }: Config, kv: Deno.Kv): Promise<void> {
  if (mode === "development" || !await hasDemo(kv)) return;
  print(
    "Aikagi cannot start: this store was filled by a development server, whose accounts everybody knows. Set KV_PATH to another file.",
  );
  Deno.exit(1);
}

/** A port that is taken needs no stack trace. */
function listening<Server>({ port }: Config, listen: () => Server): Server {
  try {
    return listen();
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    print(`Port ${port} is in use. Stop the other program or set PORT.`);
    Deno.exit(1);
  }
}

/** Once the first requests are over: loads what they did not need, and looks after the outbox. */
function startRounds(
  aikagi: Aikagi,
  warm: () => Promise<void>,
): () => void {
  const { deps, later } = aikagi;
  let stopSweeping = () => {};
  const calm = AbortSignal.timeout(CALM);
  calm.onabort = () => {
    deps.log("sys_startup", { origin: deps.origin });
    stopSweeping = startSweeping(deps, SWEEP);
    later(async () => {
      await warm();
      tellSlips(aikagi);
      // The first seal of a process takes 25 ms, in which it loads node:crypto.
      deps.keyring.seal("warm", "");
    });
  };
  return () => {
    calm.onabort = null;
    stopSweeping();
  };
}

/** The first signal lets requests finish, for a while; the second does not wait. Returns what lets signals be. */
function stopOnSignal(
  server: Deno.HttpServer,
  hard: AbortController,
): () => void {
  let stopping = false;
  const stop = () => {
    if (stopping) return hard.abort();
    stopping = true;
    server.shutdown();
    AbortSignal.timeout(GRACE).onabort = () => hard.abort();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  signals.forEach((signal) => Deno.addSignalListener(signal, stop));
  return () =>
    signals.forEach((signal) => Deno.removeSignalListener(signal, stop));
}

/** Prints one line for whoever runs the server. */
export function print(line: string): void {
  // deno-lint-ignore no-console -- the log's last step is standard output
  console.log(line);
}
