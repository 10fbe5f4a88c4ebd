/**
 * `deno task account`: the accounts of the embedded directory.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { unknown, whyNot } from "@/lib/cli/account_words.ts";
import { type Cli, done, EXIT, refuse, runCommand } from "@/lib/cli/command.ts";
import {
  CONTACT_OPTIONS,
  type ContactOptions,
  hasContact,
  readOptions,
  setAccount,
} from "@/lib/cli/contact.ts";
import { helpPerson } from "@/lib/cli/help_person.ts";
import { unfreeze } from "@/lib/cli/unfreeze.ts";
import { addAccount } from "@/lib/flows/admin/add_account.ts";
import {
  disableAccount,
  enableAccount,
} from "@/lib/flows/admin/disable_account.ts";
import { merge } from "@/lib/flows/admin/set_contact.ts";
import { listAccounts } from "@/lib/flows/admin/list_accounts.ts";

const USAGE = `Usage:
  deno task account add NAME [--group GROUP]… [CONTACT]…
  deno task account set NAME CONTACT…
  deno task account list
  deno task account disable NAME
  deno task account enable NAME
  deno task account must-change NAME
  deno task account unlock NAME
  deno task account forget NAME METHOD
  deno task account unfreeze NAME [--keep]

CONTACT is --mobile NUMBER, --office-phone "NUMBER x12" or --email ADDRESS; none takes it away.
"must-change" asks for another password at the next sign-in. "unlock" forgets wrong
sign-ins. "forget" takes off what the person has set up of a METHOD, such as a lost
passkey, and tells the person.
"unfreeze" ends what somebody began with "this was not me", and takes off what was
set up from that change on; with --keep it stays. "add" asks for the password, or reads it from one line of standard input.`;

/** Runs what is done to accounts; returns the exit code. */
export async function runAccount(
  args: readonly string[],
  cli: Cli,
): Promise<number> {
  const parsed = parse(args);
  const [verb, name, ...more] = parsed?.names ?? [];
  const named = name !== undefined && more.length === 0;
  const { groups = [], keep = false, contact = {} } = parsed ?? {};
  const contacts = hasContact(contact);
  if (verb === "unfreeze" && named && groups.length === 0 && !contacts) {
    return await unfreeze(cli, name, keep);
  }
  if (keep) return usage(cli);
  if (verb === "add" && named) return await add(cli, name, { groups, contact });
  if (verb === "set" && named && contacts && groups.length === 0) {
    return await setAccount(cli, name, contact);
  }
  if (groups.length === 0 && !contacts) {
    const helped = await helpPerson(cli, parsed?.names ?? []);
    if (helped !== null) return helped;
    if (verb === "list" && name === undefined) return await list(cli);
    if (verb === "disable" && named) return await disable(cli, name);
    if (verb === "enable" && named) return await enable(cli, name);
  }
  return usage(cli);
}

function usage({ io }: Cli): number {
  io.complain(USAGE);
  return EXIT.usage;
}

interface Typed {
  names: string[];
  groups: string[];
  keep: boolean;
  contact: ContactOptions;
}

/** `null` for an option that there is not. */
function parse(
  args: readonly string[],
): Typed | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        group: { type: "string", multiple: true },
        keep: { type: "boolean", default: false },
        ...CONTACT_OPTIONS,
      },
    });
    const { group = [], keep, ...contact } = values;
    return { names: positionals, groups: group, keep, contact };
  } catch {
    return null;
  }
}

async function add(
  cli: Cli,
  userName: string,
  { groups, contact }: Pick<Typed, "groups" | "contact">,
): Promise<number> {
  const read = readOptions(cli, contact);
  if (read === null) return EXIT.refused;
  const password = await askPassword(cli);
  if (password === null) return EXIT.refused;
  const answer = await addAccount(cli, {
    userName,
    password,
    groups,
    contact: merge({}, read),
  });
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

if (import.meta.main) Deno.exit(await runCommand(runAccount));
