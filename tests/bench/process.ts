/**
 * Servers as processes of their own.
 *
 * @module
 */
import { requestBytes, Wire } from "@/tests/support/wire.ts";

/** How to start one. */
export interface Start {
  /** What follows `deno`. */
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** The path whose 200 tells that it serves. */
  path: string;
}

/** A server that runs. */
export interface Running extends AsyncDisposable {
  port: number;
  /** Milliseconds from the start of the process to the whole first page. */
  startedIn: number;
  /** Resident memory in bytes. */
  rss(): Promise<number>;
}

/** How long a start may take, in milliseconds. */
const PATIENCE = 20_000;

/** A TCP port that was free a moment ago. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Starts a server, which is told its port as `PORT`, and waits for its first page. */
export async function startServer(
  { args, env = {}, path }: Start,
): Promise<Running> {
  const port = freePort();
  const start = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    env: { ...env, PORT: `${port}`, HOST: "127.0.0.1" },
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  await firstPage(port, path, start + PATIENCE);
  return {
    port,
    startedIn: performance.now() - start,
    rss: () => residentBytes(child.pid),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
}

async function firstPage(
  port: number,
  path: string,
  until: number,
): Promise<void> {
  while (performance.now() < until) {
    try {
      using wire = await Wire.open(port);
      const { status } = await wire.ask(requestBytes({ path }));
      if (status === 200) return;
      throw new Error(`${path} answered ${status}`);
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  throw new Error(`no answer on port ${port} within ${PATIENCE} ms`);
}

async function residentBytes(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1]) * 1_024;
}
