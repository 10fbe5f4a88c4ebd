/**
 * What a code is good for.
 *
 * @module
 */
import type { Purpose } from "@/lib/domain/verification.ts";

/** What a proof by code is for: a fresh proof of who somebody is, a practice run, or a reset. */
export type ProofEnd = "prove" | "practice" | "reset";

/** Whether a code proves who somebody is, and sets nothing up. */
export function isProof(purpose: Purpose): boolean {
  return isProofFor(purpose, "prove") || isProofFor(purpose, "practice") ||
    isProofFor(purpose, "reset");
}

/** Whether it does so for that end: it counts for no other. */
export function isProofFor(purpose: Purpose, end: ProofEnd): boolean {
  return purpose.endsWith(`.${end}`);
}
