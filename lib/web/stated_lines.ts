/**
 * The rules for a new password, as a page says them before it is typed.
 *
 * @module
 */
import type { Policy } from "@/lib/domain/policy.ts";
import { ownRules, statedRules } from "@/lib/flows/stated_rules.ts";
import { ruleLines } from "@/lib/web/new_password.ts";
import type { State } from "@/lib/web/state.ts";
import { isUnavailable } from "@/lib/web/unavailable.ts";

/** Our rules and the directory's for that account, `null` where it is not known yet, a sentence each; ours alone while it cannot be asked. */
export async function statedLines(
  { deps, t }: Pick<State, "deps" | "t">,
  account: string | null,
  policy: Policy,
): Promise<string[]> {
  try {
    return ruleLines(t, await statedRules(deps, account, policy));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return ruleLines(t, ownRules(policy));
  }
}
