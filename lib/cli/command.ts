/**
 * What every command of the operator shares.
 *
 * @module
 */
import { type Io, standardIo } from "@/lib/cli/io.ts";
import { readConfig } from "@/lib/config.ts";
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import type { AccountDeps } from "@/lib/flows/admin/create_account.ts";
import { openStore } from "@/lib/store/open.ts";

/** What a command may reach. */
export interface Cli extends AccountDeps {
  /** Whoever runs it. */
  io: Io;
}

/** A command: takes its arguments, returns the exit code. */
export type Command = (args: readonly string[], cli: Cli) => Promise<number>;

/** Exit codes: done; refused, and why was said; not understood. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** The settings that say where the store is. */
const SETTINGS = ["KV_PATH", "KV_URL", "KV_TOKEN"] as const;

/** Runs a command over the store that the environment names, and returns the exit code. */
export async function runCommand(command: Command): Promise<number> {
  const io = standardIo();
  const env = Object.fromEntries(
    SETTINGS.map((name) => [name, Deno.env.get(name)]),
  );
  // Development needs no other; where the store is does not depend on it.
  const read = readConfig(env, "development");
  if (!read.ok) {
    read.problems.forEach(io.complain);
    return EXIT.usage;
  }
  const { location, token } = read.config.kv;
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  using kv = await openStore(location, token);
  const hasher = passwordHasher({ random, cores: 1 });
  return await command(Deno.args, { kv, io, hasher, random, now: Date.now });
}
