/**
 * Recovery codes, fresh from a cryptographic source, with their hashes.
 *
 * @module
 */
import { hashSecret, type Secret } from "@/lib/crypto/slow_secret.ts";
import { CODE_BYTES, recoveryCode } from "@/lib/domain/recovery_code.ts";
import type { Deps } from "@/lib/flows/deps.ts";

/** A code, to be shown once, and what is kept of it. */
export interface DrawnCode {
  /** Thirteen digits without hyphens. */
  code: string;
  /** Its slow hash. */
  hash: string;
}

/** What is hashed of a code. */
export function codeSecret(account: string, code: string): Secret {
  return { purpose: "recovery code", parts: [account, code] };
}

/**
 * Draws that many codes. One after the other, so that one person has one place
 * in the queue of those who wait for a core.
 */
export async function drawCodes(
  deps: Deps,
  account: string,
  count: number,
): Promise<DrawnCode[]> {
  const drawn: DrawnCode[] = [];
  while (drawn.length < count) {
    const code = recoveryCode(deps.random(CODE_BYTES));
    const hash = await hashSecret(deps, codeSecret(account, code));
    drawn.push({ code, hash });
  }
  return drawn;
}
