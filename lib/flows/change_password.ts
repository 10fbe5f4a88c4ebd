/**
 * Changing a password with the old one.
 *
 * @module
 */
import type { SetPasswordAnswer } from "@/lib/directory/directory.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { giveAllBack } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  judgeNewPassword,
  type PasswordVerdict,
} from "@/lib/flows/judge_new_password.ts";
import { notePasswordChange } from "@/lib/flows/note_password_change.ts";
import { prove, type Proved } from "@/lib/flows/prove.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { read } from "@/lib/store/records.ts";

/** What the person typed, and from where. */
export interface ChangeRequest {
  /** The name in any spelling. */
  userName: string;
  /** The password until now, exactly. */
  old: string;
  /** The one from now on. */
  new: string;
  /** The caller's address block. */
  block: string;
  /** What the device's cookie holds; `null` for none. */
  device?: string | null;
}

/** What the directory answers to a new password that it has not set. */
export type NotSet = Exclude<SetPasswordAnswer, { kind: "set" | "wrong" }>;

/** Why a new password was not even offered to the directory. */
export interface Judged {
  /** Told apart from what the directory answers. */
  kind: "judged";
  /** The reason. */
  verdict: Exclude<PasswordVerdict, "ok">;
  /** The fewest code points. */
  minLength: number;
}

/**
 * What came of it. `wrong` is the one answer for a wrong password, an unknown
 * name, a disabled account and a caller over a limit. `cookie` is that of the
 * session that takes the place of the caller's; `null` where they had none.
 */
export type ChangeAnswer =
  | { kind: "changed"; cookie: string | null }
  | { kind: "wrong" }
  | Judged
  | NotSet;

/**
 * Counts the guess as a sign-in does, judges the new password, and has the
 * directory change it. Then every session but the caller's own is over, and every
 * confirmed address is told.
 */
export async function changePassword(
  deps: Deps,
  visit: Visit,
  request: ChangeRequest,
): Promise<ChangeAnswer> {
  const { userName, old: password, block, device = null } = request;
  const proof = await prove(deps, { userName, password, block, device });
  if (!proof.ok) {
    deps.log("authn_password_change_fail", { block, why: "wrong" });
    return { kind: "wrong" };
  }
  const answer = await replace(deps, proof, request);
  if (answer.kind === "set") {
    const cookie = await notePasswordChange(deps, visit, proof);
    return { kind: "changed", cookie };
  }
  deps.log("authn_password_change_fail", { block, why: answer.kind });
  // A right guess that led to nothing is none.
  if (answer.kind !== "wrong") await giveAllBack(deps, proof.counters);
  return answer;
}

async function replace(
  deps: Deps,
  { account: { userName } }: Proved,
  request: ChangeRequest,
): Promise<Judged | SetPasswordAnswer> {
  const [policy] = await read(deps.kv, [policyRef()] as const);
  const { passwordLength: minLength } = policy.value ?? DEFAULT_POLICY;
  const rules = { userName, minLength };
  const verdict = await judgeNewPassword(deps, request.new, rules);
  if (verdict !== "ok") return { kind: "judged", verdict, minLength };
  const { old, new: next } = request;
  return await deps.directory.changePassword(userName, { old, new: next });
}
