/**
 * Whether a person may have a new password: our own rules first, then what
 * takes a dictionary or a question to somebody else.
 *
 * @module
 */
import {
  judgePassword,
  type PasswordJudgement,
} from "@/lib/domain/password.ts";
import type { Deps } from "@/lib/flows/deps.ts";

/**
 * `control`: it holds what no keyboard types, and other systems cut it off there.
 * `weak`: a machine guesses it soon. `breached`: it has leaked.
 */
export type PasswordVerdict =
  | PasswordJudgement
  | "control"
  | "weak"
  | "breached";

/** What a password is judged against. */
export interface NewPasswordRules {
  /** The name that the person signs in with. */
  userName: string;
  /** The fewest code points. */
  minLength: number;
}

/** What judging takes. */
export type JudgeDeps = Pick<Deps, "passwords" | "host" | "log">;

/** Below it, 10⁸ guesses are enough. */
const STRONG = 3;

/** Judges a new password. A check that cannot be made stops nobody, and the log says so. */
export async function judgeNewPassword(
  deps: JudgeDeps,
  password: string,
  rules: NewPasswordRules,
): Promise<PasswordVerdict> {
  const judgement = judgePassword(password, rules);
  if (judgement !== "ok") return judgement;
  if (/\p{Cc}/u.test(password)) return "control";
  if (await isWeak(deps, password, rules)) return "weak";
  return await isBreached(deps, password) ? "breached" : "ok";
}

async function isWeak(
  { passwords, host, log }: JudgeDeps,
  password: string,
  { userName }: NewPasswordRules,
): Promise<boolean> {
  const names = userName.split(/[^\p{L}\p{N}]+/u);
  const about = [userName, ...names, ...host.split("."), "aikagi"];
  const score = await passwords.strength({ password, about });
  if (score === null) log("sys_strength_fail");
  return score !== null && score < STRONG;
}

async function isBreached(
  { passwords: { breached }, log }: JudgeDeps,
  password: string,
): Promise<boolean> {
  const found = await breached?.(password);
  if (found === undefined) return false;
  if (!found.ok) log("sys_breached_fail", { why: found.why });
  return found.ok && found.breached;
}
