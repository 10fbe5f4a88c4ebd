/**
 * Signing in to the registration portal.
 *
 * @module
 */
import type { Arrival } from "@/lib/domain/arrival.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { sealContact } from "@/lib/flows/sealed_contact.ts";
import { openSession } from "@/lib/flows/open_session.ts";
import { type Credentials, prove } from "@/lib/flows/prove.ts";
import { arrive } from "@/lib/flows/registration/arrive.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { read } from "@/lib/store/records.ts";

/** Where the password was right, what the session's cookie holds. */
export type SignedIn = { ok: true; cookie: string } | { ok: false };

/** The same, what the person sees first, and what the device's cookie holds from now on. */
export type SignInAnswer =
  | { ok: true; cookie: string; arrival: Arrival; device?: string | undefined }
  | { ok: false };

/**
 * Opens a session. A wrong password, an unknown name, a disabled account and a
 * locked-out caller are one answer after the same work (OWASP ASVS 6.3.8).
 */
export async function signIn(
  deps: Deps,
  credentials: Credentials,
): Promise<SignInAnswer> {
  const startedAt = deps.now();
  const proof = await prove(deps, credentials);
  if (!proof.ok) {
    deps.log("authn_login_fail", { block: credentials.block });
    return { ok: false };
  }
  const { id, userName, groups, contact, standing = "ok" } = proof.account;
  const [person, policy] = await read(
    deps.kv,
    [personRef(id), policyRef()] as const,
  );
  const { epoch } = person.value ?? NEWCOMER;
  // All sessions were ended while the password was checked: this one as well.
  if (epoch > startedAt) return { ok: false };
  const kept = {
    contact: sealContact(deps, contact),
    skipped: false,
    practice: [],
    ...standing === "ok" ? {} : { due: standing },
  };
  const who = { account: id, userName, groups, epoch, ...kept };
  const cookie = await openSession(deps, who, { proof, ends: [] });
  deps.log("authn_login_success", { account: id });
  const device = proof.device.token;
  if (standing !== "ok") {
    return { ok: true, cookie, device, arrival: "password" };
  }
  const arrival = await arrive(deps, proof.account, { person, policy });
  return { ok: true, cookie, device, arrival };
}
