/**
 * What every command of the operator shares.
 *
 * @module
 */
import { type Io, standardIo } from "@/lib/cli/io.ts";
import { readConfig } from "@/lib/config.ts";
import { keyring } from "@/lib/crypto/keyring.ts";
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import type { Log } from "@/lib/flows/deps.ts";
import type { AccountDeps } from "@/lib/flows/admin/create_account.ts";
import { jsonLog } from "@/lib/log.ts";
import { openStore } from "@/lib/store/open.ts";

/** What a command may reach. */
export interface Cli extends AccountDeps {
  /** Whoever runs it. */
  io: Io;
  /** The host of our pages, as notices name it. */
  host: string;
  /** Where events go: the stream of errors, beside the results. */
  log: Log;
}

/** A command: takes its arguments, returns the exit code. */
export type Command = (args: readonly string[], cli: Cli) => Promise<number>;

/** Exit codes: done; refused, and why was said; not understood. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** Says what was done; returns the exit code. */
export function done({ io }: Cli, line: string): number {
  io.say(line);
  return EXIT.done;
}

/** Says why not; returns the exit code. */
export function refuse({ io }: Cli, line: string): number {
  io.complain(line);
  return EXIT.refused;
}

/** The settings that say where the store is, and what notices need. */
const SETTINGS = [
  "KV_PATH",
  "KV_URL",
  "KV_TOKEN",
  "SECRET_KEYS",
  "PUBLIC_ORIGIN",
] as const;

/** Runs a command over the store that the environment names, and returns the exit code. */
export async function runCommand(command: Command): Promise<number> {
  const io = standardIo();
  const env = Object.fromEntries(
    SETTINGS.map((name) => [name, Deno.env.get(name)]),
  );
  // Development needs no other; a key that is missing shows where it is needed.
  const read = readConfig(env, "development");
  if (!read.ok) {
    read.problems.forEach(io.complain);
    return EXIT.usage;
  }
  const { kv: { location, token }, keys, origin } = read.config;
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  using kv = await openStore(location, token);
  const hasher = passwordHasher({ random, cores: 1 });
  const now = Date.now;
  const log = jsonLog(io.complain, now);
  const notices = { keyring: keyring(keys), host: origin.hostname };
  const deps = { kv, io, hasher, log, random, now, ...notices };
  return await command(Deno.args, deps);
}
