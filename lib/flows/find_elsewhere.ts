/**
 * Whether a typed code is the one of a verification, or of another session's.
 *
 * @module
 */
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { verificationsOf } from "@/lib/store/verifications.ts";

/** Whether `code` is the code of the verification. */
export function isCodeOf(
  { keyring }: Deps,
  { digest, purpose, id }: Verification,
  { account, code }: { account: string; code: string },
): boolean {
  return keyring.matches(digest, "code", purpose, id, account, code);
}

/**
 * Where a wrong code is right for another live verification of the same person:
 * `elsewhere` of the same purpose, `purpose` of another; `null` where it is not.
 */
export async function findElsewhere(
  deps: Deps,
  { session: { account }, verification: own, now }: SignedInVisit,
  code: string,
): Promise<{ kind: "elsewhere" } | { kind: "purpose" } | null> {
  for (const { value } of await verificationsOf(deps.kv, account)) {
    const live = value !== null && value.step === "code" &&
      now < value.until && value.id !== own?.id;
    if (live && isCodeOf(deps, value, { account, code })) {
      const same = value.purpose === own?.purpose;
      return { kind: same ? "elsewhere" : "purpose" };
    }
  }
  return null;
}
