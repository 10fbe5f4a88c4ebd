/**
 * Giving the password again before a method is changed (OWASP ASVS 7.5.1).
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import { openSession } from "@/lib/flows/open_session.ts";
import { type Credentials, prove } from "@/lib/flows/prove.ts";
import type { SignedIn } from "@/lib/flows/sign_in.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Proves the person anew and moves them to a new session (OWASP ASVS 7.2.4). */
export async function confirmPassword(
  deps: Deps,
  { session, entries }: SignedInVisit,
  { password, block, device = null }: Omit<Credentials, "userName">,
): Promise<SignedIn> {
  const { userName, account, groups, epoch } = session;
  const { contact, skipped, practice } = session;
  const proof = await prove(deps, { userName, password, block, device });
  if (!proof.ok || proof.account.id !== account) {
    deps.log("authn_login_fail", { account, block });
    return { ok: false };
  }
  const ends = [
    entries.session.ref,
    entries.verification.ref,
    entries.setup.ref,
  ];
  const who = { account, userName, groups, epoch, contact, skipped, practice };
  const cookie = await openSession(deps, who, { proof, ends });
  deps.log("session_renewed", { account });
  return { ok: true, cookie };
}
