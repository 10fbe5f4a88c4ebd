/**
 * `deno task account`: the accounts of the embedded directory.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { type Cli, EXIT, runCommand } from "@/lib/cli/command.ts";
import {
  addAccount,
  type AddAnswer,
  type NameFault,
} from "@/lib/flows/admin/add_account.ts";
import {
  disableAccount,
  enableAccount,
} from "@/lib/flows/admin/disable_account.ts";
import { listAccounts } from "@/lib/flows/admin/list_accounts.ts";

const USAGE = `Usage:
  deno task account add NAME [--group GROUP]…
  deno task account list
  deno task account disable NAME
  deno task account enable NAME

"add" asks for the password, or reads it from one line of standard input.`;

/** Adds, lists, disables or enables accounts; returns the exit code. */
export async function runAccount(
  args: readonly string[],
  cli: Cli,
): Promise<number> {
  const parsed = parse(args);
  const [verb, name, ...more] = parsed?.names ?? [];
  const named = name !== undefined && more.length === 0;
  const groups = parsed?.groups ?? [];
  if (verb === "add" && named) return await add(cli, name, groups);
  if (groups.length === 0) {
    if (verb === "list" && name === undefined) return await list(cli);
    if (verb === "disable" && named) return await disable(cli, name);
    if (verb === "enable" && named) return await enable(cli, name);
  }
  cli.io.complain(USAGE);
  return EXIT.usage;
}

/** `null` for an option that there is not. */
function parse(
  args: readonly string[],
): { names: string[]; groups: string[] } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { group: { type: "string", multiple: true } },
    });
    return { names: positionals, groups: values.group ?? [] };
  } catch {
    return null;
  }
}

async function add(
  cli: Cli,
  userName: string,
  groups: readonly string[],
): Promise<number> {
  const password = await askPassword(cli);
  if (password === null) return EXIT.refused;
  const answer = await addAccount(cli, { userName, password, groups });
  if (answer.kind === "added") return done(cli, `Added ${userName}.`);
  return refuse(cli, whyNot(answer, userName));
}

/** Asked for twice where it is typed unseen. */
async function askPassword({ io }: Cli): Promise<string | null> {
  const password = await io.readSecret("Password: ");
  if (password === null) {
    io.complain("No password was given, so nothing was added.");
    return null;
  }
  if (!io.interactive) return password;
  if (await io.readSecret("The same again: ") === password) return password;
  io.complain("The two passwords differ, so nothing was added.");
  return null;
}

const NAME_FAULTS: Readonly<Record<NameFault, string>> = {
  empty: "is empty.",
  long: "is longer than 113 characters.",
  characters: "has characters that cannot be seen or that separate names.",
};

function whyNot(
  answer: Exclude<AddAnswer, { kind: "added" }>,
  userName: string,
): string {
  switch (answer.kind) {
    case "taken":
      return `There is an account named ${userName} already.`;
    case "name":
      return `The user name ${NAME_FAULTS[answer.why]}`;
    case "group":
      return `The name of a group ${NAME_FAULTS[answer.why]}`;
    case "password":
      return passwordFault(answer.why, answer.minLength);
  }
}

function passwordFault(
  why: "short" | "long" | "common" | "name",
  minLength: number,
): string {
  return {
    short: `The password is too short: at least ${minLength} characters.`,
    long: "The password is too long: at most 1024 characters.",
    common: "The password is one of those that are tried first.",
    name: "The password is made of the user name.",
  }[why];
}

async function list(cli: Cli): Promise<number> {
  const accounts = await listAccounts(cli);
  for (const { userName, disabled, groups } of accounts) {
    const state = disabled ? "disabled" : "enabled";
    cli.io.say([userName, state, groups.join(", ")].join("\t").trimEnd());
  }
  if (accounts.length === 0) cli.io.complain("There are no accounts.");
  return EXIT.done;
}

async function disable(cli: Cli, userName: string): Promise<number> {
  const { kind } = await disableAccount(cli, userName);
  if (kind === "unknown") return refuse(cli, unknown(userName));
  return done(
    cli,
    kind === "already"
      ? `${userName} was disabled already.`
      : `Disabled ${userName} and ended every session.`,
  );
}

async function enable(cli: Cli, userName: string): Promise<number> {
  const { kind } = await enableAccount(cli, userName);
  if (kind === "unknown") return refuse(cli, unknown(userName));
  return done(
    cli,
    kind === "already"
      ? `${userName} was enabled already.`
      : `Enabled ${userName}.`,
  );
}

function unknown(userName: string): string {
  return `There is no account named ${userName}.`;
}

function done({ io }: Cli, line: string): number {
  io.say(line);
  return EXIT.done;
}

function refuse({ io }: Cli, line: string): number {
  io.complain(line);
  return EXIT.refused;
}

if (import.meta.main) Deno.exit(await runCommand(runAccount));
