/**
 * The rules for a new password that are said before anything is typed.
 *
 * @module
 */
import type { PasswordRule } from "@/lib/directory/directory.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Deps } from "@/lib/flows/deps.ts";

/** A rule of ours or of the directory. */
export type StatedRule = PasswordRule;

/** Ours alone. */
export function ownRules(
  { passwordLength }: Pick<Policy, "passwordLength">,
): readonly StatedRule[] {
  return [{ kind: "length", least: passwordLength }];
}

/**
 * Our length and the directory's rules, the longer length of both; those for
 * everybody where nobody knows yet whose password it is (`null`). Throws what the
 * directory throws.
 */
export async function statedRules(
  { directory }: Pick<Deps, "directory">,
  account: string | null,
  { passwordLength }: Pick<Policy, "passwordLength">,
): Promise<readonly StatedRule[]> {
  const theirs = await directory.passwordRules(account);
  const lengths = theirs.map((rule) => rule.kind === "length" ? rule.least : 0);
  const least = Math.max(passwordLength, ...lengths);
  return [
    { kind: "length", least },
    ...theirs.filter(({ kind }) => kind !== "length"),
  ];
}
