/**
 * Whose name it is that somebody has typed. People write their name with the
 * organisation's domain and without it: both lead to the same account, or to the
 * same decoy. Else two tries would tell a name that somebody has.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { canonicalAddress } from "@/lib/flows/accounts/email_index.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";

/** What of the policy says which names are the same. */
/** The part of a policy that says which mail domains are the organisation's own. */
export type Domains = Pick<Policy, "ownDomains">;

/** The longest name or address that is looked for, in UTF-16 units (RFC 5321 §4.5.3.1.3: 254). */
const LONGEST = 254;

/** The form in which names and addresses are the same, whatever was typed. */
export function typedName(identifier: string): string {
  return canonicalAddress(identifier.toWellFormed());
}

/** The name in its canonical form, without a domain of the organisation. */
export function bareName(name: string, { ownDomains }: Domains): string {
  const at = name.lastIndexOf("@");
  const own = at > 0 && ownDomains.includes(name.slice(at + 1));
  return own ? name.slice(0, at) : name;
}

/** The account of that name or address; as many questions whether there is one or not. Throws `DirectoryUnavailableError`. */
export async function findAccount(
  { directory }: Pick<Deps, "directory">,
  identifier: string,
  policy: Domains,
): Promise<Account | null> {
  const names = [...namesOf(identifier, policy)];
  const found = await Promise.all(names.map((name) => directory.find(name)));
  return found.find((account) => account !== null) ?? null;
}

/** What was typed comes first. Nothing that no name is as long as, and nothing that is no text. */
function namesOf(identifier: string, policy: Domains): Set<string> {
  const short = identifier.slice(0, LONGEST + 1).toWellFormed().trim();
  if (short.length > LONGEST) return new Set([""]);
  const typed = canonicalName(short);
  const bare = bareName(typedName(short), policy);
  const others = policy.ownDomains.map((domain) => `${bare}@${domain}`);
  return bare.includes("@") || others.length === 0
    ? new Set([typed])
    : new Set([typed, bare, ...others]);
}
