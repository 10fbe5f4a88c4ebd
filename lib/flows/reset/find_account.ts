/**
 * Whose name it is that somebody has typed. People write their name with the
 * organisation's domain and without it: both lead to the same account, or to the
 * same decoy. Else two tries would tell a name that somebody has.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";

/** The part of a policy that says what people are found by, and which mail domains are the organisation's own. */
export type Finding = Pick<Policy, "ownDomains" | "findBy">;

/** The longest name or address that is looked for, and kept, in UTF-16 units (RFC 5321 §4.5.3.1.3: 254). */
export const LONGEST_NAME = 254;

/** The name in its canonical form, without a domain of the organisation. */
export function bareName(
  name: string,
  { ownDomains }: Pick<Finding, "ownDomains">,
): string {
  const at = name.lastIndexOf("@");
  const own = at > 0 && ownDomains.includes(name.slice(at + 1));
  return own ? name.slice(0, at) : name;
}

/** The account of that name or address, one that is not disabled first; as many questions whether there is one or not. Throws `DirectoryUnavailableError`. */
export async function findAccount(
  { directory }: Pick<Deps, "directory">,
  identifier: string,
  policy: Finding,
): Promise<Account | null> {
  const names = [...namesOf(identifier, policy)];
  const { findBy } = policy;
  const found = await Promise.all(
    names.map((name) => directory.find(name, findBy)),
  );
  const there = found.filter((account) => account !== null);
  return there.find(({ disabled }) => !disabled) ?? there[0] ?? null;
}

/**
 * The canonical name comes first: of two spellings that count as one name, none
 * finds what the other does not. Nothing that no name is as long as.
 */
function namesOf(identifier: string, policy: Finding): Set<string> {
  const short = identifier.slice(0, LONGEST_NAME + 1).trim();
  if (short.length > LONGEST_NAME) return new Set([""]);
  const typed = canonicalName(short);
  const bare = bareName(typed, policy);
  const others = policy.ownDomains.map((domain) => `${bare}@${domain}`);
  return bare.includes("@") || others.length === 0
    ? new Set([typed])
    : new Set([typed, bare, ...others]);
}
