/**
 * Commands of `deno task account` for somebody who cannot get in.
 *
 * @module
 */
import { unknown } from "@/lib/cli/account_words.ts";
import { type Cli, done, refuse } from "@/lib/cli/command.ts";
import { METHODS } from "@/lib/domain/method.ts";
import {
  type ForgetAnswer,
  forgetMethod,
  type OwnMethod,
} from "@/lib/flows/admin/forget_method.ts";
import { mustChange } from "@/lib/flows/admin/must_change.ts";
import { unlockAccount } from "@/lib/flows/admin/unlock_account.ts";

const OWN = METHODS.filter((method) => method !== "officePhone");

/** Runs `must-change NAME`, `unlock NAME` or `forget NAME METHOD`; `null` where it is none of them. */
export async function helpPerson(
  cli: Cli,
  [verb, name, ...more]: readonly string[],
): Promise<number | null> {
  if (name === undefined) return null;
  const [method, ...rest] = more;
  if (verb === "forget" && method !== undefined && rest.length === 0) {
    return await forget(cli, name, method);
  }
  if (more.length > 0) return null;
  if (verb === "must-change") return await askChange(cli, name);
  if (verb === "unlock") return await unlock(cli, name);
  return null;
}

async function askChange(cli: Cli, name: string): Promise<number> {
  const { kind } = await mustChange(cli, name);
  if (kind === "unknown") return refuse(cli, unknown(name));
  return done(
    cli,
    kind === "already"
      ? `${name} had to change the password already.`
      : `${name} has to change the password at the next sign-in.`,
  );
}

async function unlock(cli: Cli, name: string): Promise<number> {
  const { kind } = await unlockAccount(cli, name);
  if (kind === "unknown") return refuse(cli, unknown(name));
  return done(
    cli,
    kind === "already" ? `${name} was not locked.` : `Unlocked ${name}.`,
  );
}

async function forget(cli: Cli, name: string, text: string): Promise<number> {
  const method = OWN.find((each) => each === text);
  if (method === undefined) {
    return refuse(cli, `METHOD is one of: ${OWN.join(", ")}.`);
  }
  const { kind } = await forgetMethod(cli, name, method);
  const line = WORDS[kind](name, method);
  return kind === "done" ? done(cli, line) : refuse(cli, line);
}

const WORDS: Readonly<
  Record<ForgetAnswer["kind"], (name: string, method: OwnMethod) => string>
> = {
  done: (name, method) =>
    `Took ${method} off the account of ${name}, and the person is told.`,
  none: (name, method) => `${name} has set up no ${method}.`,
  unknown,
  keys: () =>
    "The addresses of this account are sealed under another key, so nothing was changed: set SECRET_KEYS and PUBLIC_ORIGIN as the server has them.",
};
