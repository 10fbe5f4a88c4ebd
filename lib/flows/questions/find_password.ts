/**
 * Whether one of a person's answers is the password, which the directory alone
 * can tell.
 *
 * @module
 */
import type { Budget } from "@/lib/flows/budgets.ts";
import { countTry, giveAllBack } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Where the password is. */
export type PasswordPlace =
  | { kind: "none" }
  /** The place of the answer, from 0. */
  | { kind: "found"; place: number }
  /** Too many were tried; `until` is in epoch milliseconds. */
  | { kind: "limit"; until: number };

/**
 * Asks the directory about the answers. Each is a guess of the password: as many
 * as at sign-in on a known device, counted apart, so that setting answers keeps
 * nobody from signing in. Throws `DirectoryUnavailableError`.
 */
export async function findPassword(
  deps: Deps,
  { session: { account } }: SignedInVisit,
  answers: readonly string[],
): Promise<PasswordPlace> {
  const counted = await countTry(deps, [guesses(account, answers.length)]);
  if (!counted.ok) {
    deps.log("excess_rate_limit_exceeded", { account });
    return { kind: "limit", until: counted.until };
  }
  try {
    const place = await deps.directory.whichPassword(account, answers);
    return place === null ? { kind: "none" } : { kind: "found", place };
  } catch (error) {
    await giveAllBack(deps, counted.counters);
    throw error;
  }
}

/** A set of so many answers counts as one. */
function guesses(account: string, count: number): Budget {
  return {
    kind: "questions.password",
    subject: account,
    windows: ({ signIn }) =>
      signIn.device.map(({ max, within }) => ({
        max: Math.max(1, Math.floor(max / count)),
        within,
      })),
  };
}
