/**
 * Signing in to the registration portal.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { openSession } from "@/lib/flows/open_session.ts";
import { type Credentials, prove } from "@/lib/flows/prove.ts";
import { personRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";

/** Where the password was right, what the session's cookie holds. */
export type SignedIn = { ok: true; cookie: string } | { ok: false };

/**
 * Opens a session. A wrong password, an unknown name, a disabled account and a
 * locked-out caller are one answer after the same work (OWASP ASVS 6.3.8).
 */
export async function signIn(
  deps: Deps,
  credentials: Credentials,
): Promise<SignedIn> {
  const proof = await prove(deps, credentials);
  if (!proof.ok) {
    deps.log("authn_login_fail", { block: credentials.block });
    return { ok: false };
  }
  const { id, userName, groups } = proof.account;
  const [person] = await read(deps.kv, [personRef(id)] as const);
  const { epoch } = person.value ?? NEWCOMER;
  const who = { account: id, userName, groups, epoch };
  const cookie = await openSession(deps, who, { proof, ends: [] });
  deps.log("authn_login_success", { account: id });
  return { ok: true, cookie };
}
