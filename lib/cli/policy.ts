/**
 * `deno task policy`: what the organisation has decided.
 *
 * @module
 */
import { type Cli, EXIT, runCommand } from "@/lib/cli/command.ts";
import { ownDomainsWarnings } from "@/lib/domain/contact_settings.ts";
import { changePolicy, showPolicy } from "@/lib/flows/admin/change_policy.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import {
  questionsWarnings,
  writeQuestions,
} from "@/lib/domain/question_settings.ts";

const USAGE = `Usage:
  deno task policy show
  deno task policy set KEY VALUE

Lists are separated by commas; "none" is the empty one. Questions of your own may
have commas, so separate questions by |.`;

/** Shows the policy or changes one setting; returns the exit code. */
export async function runPolicy(
  args: readonly string[],
  cli: Pick<Cli, "kv" | "io" | "log">,
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
    cli.io.say(`${key.padEnd(22)}${written(key, value)}`);
  }
  ownDomainsWarnings(policy).forEach(cli.io.complain);
  return EXIT.done;
}

/** As `set` would read it. */
function written(key: string, value: Policy[keyof Policy]): string {
  if (typeof value !== "object") return String(value) || "none";
  if (key === "questions") return writeQuestions(value);
  return value.length === 0 ? "none" : value.join(",");
}

async function set(
  cli: Pick<Cli, "kv" | "io" | "log">,
  key: string,
  value: string,
): Promise<number> {
  const answer = await changePolicy(cli, key, value);
  if (!answer.ok) {
    cli.io.complain(answer.why);
    return EXIT.refused;
  }
  const { policy } = answer;
  cli.io.say(`${key} is now ${written(key, policyValue(policy, key))}.`);
  questionsWarnings(key, policy).forEach(cli.io.say);
  if (key === "methods" || key === "ownDomains") {
    ownDomainsWarnings(policy).forEach(cli.io.say);
  }
  return EXIT.done;
}

function policyValue(policy: Policy, key: string): Policy[keyof Policy] {
  const found = Object.entries(policy).find(([name]) => name === key);
  return found?.[1] ?? "";
}

if (import.meta.main) Deno.exit(await runCommand(runPolicy));
