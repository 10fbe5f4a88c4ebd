/**
 * The end of a reset: a new password, or the account unlocked.
 *
 * @module
 */
import type { SetPasswordAnswer } from "@/lib/directory/directory.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  judgeNewPassword,
  type PasswordVerdict,
} from "@/lib/flows/judge_new_password.ts";
import { claimReset, releaseReset } from "@/lib/flows/reset/claim_reset.ts";
import { supported } from "@/lib/flows/reset/reset_log.ts";
import { resetName } from "@/lib/flows/reset/reset_name.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { isProved } from "@/lib/flows/reset/ways.ts";

/** What the directory answered, where it did not do what was asked. */
export type Refused = Exclude<SetPasswordAnswer, { kind: "set" | "wrong" }>;

/** What came of it. All but `done` leave the reset as it was, with its proofs. */
export type FinishAnswer =
  | { kind: "done" }
  /** Something is still to be proved or chosen, or the reset is over. */
  | { kind: "unproved" }
  /** Our own rules refuse the password. */
  | { kind: "refused"; why: Exclude<PasswordVerdict, "ok"> }
  | Refused;

const UNPROVED = { kind: "unproved" } as const;

/**
 * Sets the password, or unlocks the account where that is what the person came
 * for; ends every session and tells every address. Of many at once one is done.
 * Signs nobody in. Throws `BusyError`.
 */
export async function finishReset(
  deps: Deps,
  visit: ResetVisit,
  password: string | null,
): Promise<FinishAnswer> {
  const { session } = visit;
  if (session.goal === null || !isProved(visit)) return UNPROVED;
  const logging = supported(deps, session);
  const judged = await judge(logging, visit, password ?? "");
  if (judged !== "ok") {
    return fail(logging, session, { kind: "refused", why: judged });
  }
  // Who has guessed a code of somebody who is not there.
  if (session.decoy) return fail(logging, session, { kind: "forbidden" });
  const claim = await claimReset(logging, visit);
  if (claim === null) return UNPROVED;
  const answer = await write(logging, claim.reset, password ?? "");
  if (answer.kind === "set") {
    claim.notices.sendAfter(claim.versionstamp);
    const { account, goal } = claim.reset;
    logging.log("authn_password_change", { account, goal });
    return { kind: "done" };
  }
  const maybe = answer.kind === "unknown";
  await releaseReset(logging, visit, { claim, maybe });
  // Better told in vain than not at all.
  if (maybe) claim.notices.sendAfter(claim.versionstamp);
  return fail(logging, session, answer);
}

async function judge(
  deps: Deps,
  { session, policy }: ResetVisit,
  password: string,
): Promise<PasswordVerdict> {
  if (session.goal === "unlock") return "ok";
  const userName = resetName(deps, session);
  const rules = { userName, minLength: policy.passwordLength };
  return await judgeNewPassword(deps, password, rules);
}

/** Asks the directory, and once more by signing in where it did not say what it did. */
async function write(
  deps: Deps,
  reset: Reset,
  password: string,
): Promise<{ kind: "set" } | Refused> {
  const answer = await ask(deps, reset, password);
  // After a first try that nobody answered, the password may be refused as the present one.
  const doubtful = answer.kind === "unknown" ||
    answer.kind === "history" && reset.unsure;
  const written = doubtful && reset.goal === "password" &&
    await isPassword(deps, reset, password);
  if (written) return { kind: "set" };
  return answer.kind === "wrong" ? { kind: "forbidden" } : answer;
}

async function ask(
  { directory, log }: Deps,
  { account, goal }: Reset,
  password: string,
): Promise<SetPasswordAnswer> {
  try {
    return goal === "unlock"
      ? await directory.unlock(account)
      : await directory.setPassword(account, password);
  } catch (error) {
    // It died on the way: nobody knows how far it came.
    const fault = error instanceof Error ? error.name : typeof error;
    log("sys_directory_fault", { account, fault });
    return { kind: "unknown" };
  }
}

async function isPassword(
  { directory }: Deps,
  { account, userName }: Reset,
  password: string,
): Promise<boolean> {
  try {
    return (await directory.verify(userName, password))?.id === account;
  } catch {
    return false;
  }
}

function fail<Answer extends FinishAnswer>(
  { log }: Deps,
  { account, goal }: Reset,
  answer: Answer,
): Answer {
  const why = answer.kind === "refused" ? answer.why : answer.kind;
  log("authn_password_change_fail", { account, goal, why });
  return answer;
}
