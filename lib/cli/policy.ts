/**
 * `deno task policy`: what the organisation has decided.
 *
 * @module
 */
import { type Cli, EXIT, runCommand } from "@/lib/cli/command.ts";
import { changePolicy, showPolicy } from "@/lib/flows/admin/change_policy.ts";
import type { Policy } from "@/lib/domain/policy.ts";

const USAGE = `Usage:
  deno task policy show
  deno task policy set KEY VALUE

Lists are separated by commas; "none" is the empty one.`;

/** Shows the policy or changes one setting; returns the exit code. */
export async function runPolicy(
  args: readonly string[],
  cli: Pick<Cli, "kv" | "io">,
): Promise<number> {
  const [verb, key, value, ...more] = args;
  if (verb === "show" && key === undefined) return await show(cli);
  if (verb === "set" && key && value !== undefined && more.length === 0) {
    return await set(cli, key, value);
  }
  cli.io.complain(USAGE);
  return EXIT.usage;
}

async function show(cli: Pick<Cli, "kv" | "io">): Promise<number> {
  const policy = await showPolicy(cli);
  for (const [key, value] of Object.entries(policy)) {
    cli.io.say(`${key.padEnd(16)}${written(value)}`);
  }
  return EXIT.done;
}

/** As `set` would read it. */
function written(value: Policy[keyof Policy]): string {
  if (typeof value !== "object") return String(value);
  return value.length === 0 ? "none" : value.join(",");
}

async function set(
  cli: Pick<Cli, "kv" | "io">,
  key: string,
  value: string,
): Promise<number> {
  const answer = await changePolicy(cli, key, value);
  if (!answer.ok) {
    cli.io.complain(answer.why);
    return EXIT.refused;
  }
  cli.io.say(`${key} is now ${written(policyValue(answer.policy, key))}.`);
  return EXIT.done;
}

function policyValue(policy: Policy, key: string): Policy[keyof Policy] {
  const found = Object.entries(policy).find(([name]) => name === key);
  return found?.[1] ?? "";
}

if (import.meta.main) Deno.exit(await runCommand(runPolicy));
