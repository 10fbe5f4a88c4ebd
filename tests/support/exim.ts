/**
 * Exim as Debian packages it: a real mail server, for as long as a test.
 * It runs as whoever tests do, and as nobody where that is root.
 *
 * @module
 */
import { freePort } from "@/tests/bench/process.ts";
import { makeCertificate } from "@/tests/support/certificate.ts";
import { EXIM } from "@/tests/support/tools.ts";

const RULES = new URL("exim.conf", import.meta.url);

/** Who may send: nobody else. */
export const LOGIN = { user: "mailer", pass: "p@ss word" } as const;

/** As long as the slowest of machines needs to start it, and an end; in milliseconds. */
const PATIENCE = 20_000;

const NOBODY = { uid: 65_534, gid: 65_534 };

export interface Exim extends AsyncDisposable {
  /** Where TLS begins with STARTTLS, and signs in by PLAIN. */
  port: number;
  /** Where TLS is from the start, and signs in by LOGIN. */
  securePort: number;
  /** The authority of its certificate, in PEM. */
  ca: string;
  /** Waits for a mail, takes it out, and returns it raw. */
  mail(): Promise<string>;
}

/** Starts it. */
export async function exim(): Promise<Exim> {
  const folder = await Deno.makeTempDir();
  const { uid, gid } = Deno.uid() === 0 ? NOBODY : await Deno.stat(folder);
  if (uid === null || gid === null) throw new Error("No users here");
  const { ca } = await makeCertificate(folder);
  await Deno.chown(folder, uid, gid);
  await Deno.chown(`${folder}/key.pem`, uid, gid);
  const ports = { port: freePort(), securePort: freePort() };
  await configure(folder, {
    UID: uid,
    GID: gid,
    TURNED_PORT: ports.port,
    SECURE_PORT: ports.securePort,
  });
  const stop = new AbortController();
  const process = new Deno.Command(EXIM, {
    args: ["-C", `${folder}/conf`, "-bdf"],
    uid,
    gid,
    stdin: "null",
    stdout: "null",
    stderr: "null",
    signal: stop.signal,
  }).spawn();
  const ended = process.status.then(({ code }) => {
    if (!stop.signal.aborted) throw new Error(`Exim ended with ${code}`);
  });
  await Promise.race([ended, until(() => connects(ports.port))]);
  return {
    ...ports,
    ca,
    mail: () => until(() => takeFirst(`${folder}/mail/new`)),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Writes its configuration: what exim.conf leaves open, and exim.conf. */
async function configure(
  folder: string,
  values: Record<string, number>,
): Promise<void> {
  const all = {
    FOLDER: folder,
    USER: LOGIN.user,
    SECRET: LOGIN.pass,
    ...values,
  };
  const head = Object.entries(all).map((pair) => pair.join(" = "));
  const rules = await Deno.readTextFile(RULES);
  await Deno.writeTextFile(`${folder}/conf`, [...head, rules].join("\n"));
}

async function until<Value>(
  look: () => Promise<Value | null>,
): Promise<Value> {
  const end = AbortSignal.timeout(PATIENCE);
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    end.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function connects(port: number): Promise<true | null> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    return null;
  }
}

async function takeFirst(folder: string): Promise<string | null> {
  try {
    for await (const { name } of Deno.readDir(folder)) {
      const raw = await Deno.readTextFile(`${folder}/${name}`);
      await Deno.remove(`${folder}/${name}`);
      return raw;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return null;
}
