/**
 * `deno task api-key`: the keys by which servers ask the API.
 *
 * @module
 */
import { type Cli, EXIT, runCommand } from "@/lib/cli/command.ts";
import {
  addApiKey,
  listApiKeys,
  removeApiKey,
} from "@/lib/flows/admin/api_keys.ts";

const USAGE = `Usage:
  deno task api-key add NAME
  deno task api-key list
  deno task api-key remove NAME

"add" prints the key once: it cannot be shown again.`;

/** Adds, lists or removes keys of the API; returns the exit code. */
export async function runApiKey(
  args: readonly string[],
  cli: Pick<Cli, "kv" | "io" | "now" | "random">,
): Promise<number> {
  const [verb, name, ...more] = args;
  const named = name !== undefined && more.length === 0;
  if (verb === "add" && named) return await add(cli, name);
  if (verb === "remove" && named) return await remove(cli, name);
  if (verb === "list" && name === undefined) return await list(cli);
  cli.io.complain(USAGE);
  return EXIT.usage;
}

async function add(
  cli: Parameters<typeof runApiKey>[1],
  name: string,
): Promise<number> {
  const answer = await addApiKey(cli, name);
  if (answer.kind === "added") {
    cli.io.say(answer.key);
    return EXIT.done;
  }
  cli.io.complain(
    answer.kind === "taken"
      ? `There is a key named ${name} already.`
      : "The name of a key has 1 to 64 letters, digits, hyphens, dots or underscores.",
  );
  return EXIT.refused;
}

async function remove(
  { io, kv }: Pick<Cli, "io" | "kv">,
  name: string,
): Promise<number> {
  if (await removeApiKey({ kv }, name)) {
    io.say(`Removed ${name}. Whoever has the key can no longer ask.`);
    return EXIT.done;
  }
  io.complain(`There is no key named ${name}.`);
  return EXIT.refused;
}

async function list({ io, kv }: Pick<Cli, "io" | "kv">): Promise<number> {
  const keys = await listApiKeys({ kv });
  for (const { name, createdAt } of keys) {
    io.say(`${name}\t${new Date(createdAt).toISOString()}`);
  }
  if (keys.length === 0) io.complain("There are no keys.");
  return EXIT.done;
}

if (import.meta.main) Deno.exit(await runCommand(runApiKey));
