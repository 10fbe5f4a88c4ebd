/**
 * `deno task account unfreeze`: opening recovery of an account again.
 *
 * @module
 */
import { type Cli, EXIT } from "@/lib/cli/command.ts";
import {
  unfreezeAccount,
  type UnfreezeAnswer,
} from "@/lib/flows/admin/unfreeze_account.ts";

/** Lifts the freeze of the account and says what became of what was doubted; returns the exit code. */
export async function unfreeze(
  cli: Cli,
  name: string,
  keep: boolean,
): Promise<number> {
  const answer = await unfreezeAccount(cli, name, { keep });
  const line = words(answer, name, keep);
  const refused = answer.kind === "unknown" || answer.kind === "keys";
  if (refused) cli.io.complain(line);
  else cli.io.say(line);
  return refused ? EXIT.refused : EXIT.done;
}

function words(answer: UnfreezeAnswer, name: string, keep: boolean): string {
  switch (answer.kind) {
    case "unknown":
      return `There is no account named ${name}.`;
    case "keys":
      return "The addresses of this account are sealed under another key, so nothing was changed: set SECRET_KEYS and PUBLIC_ORIGIN as the server has them.";
    case "already":
      return `Recovery of ${name} was not frozen.`;
    case "done": {
      const opened =
        `Recovery of ${name} is open again, and the person is told.`;
      if (answer.doubted.length === 0) return opened;
      const methods = answer.doubted.join(", ");
      return keep
        ? `${opened} Set up since the change and kept: ${methods}.`
        : `${opened} Set up since the change and taken off: ${methods}.`;
    }
  }
}
