/**
 * Where a person goes on who has just given a proof: a closed set, so that no
 * address from outside is ever followed.
 *
 * @module
 */
import type { ChangeRefusal } from "@/lib/flows/may_change.ts";
import type { Path } from "@/lib/web/redirect.ts";

/** What follows, by the key that an address or a form carries. */
export const AFTER_PROOF = {
  "phone": "/register/phone",
  "phone.0": "/register/phone?replace=0",
  "phone.1": "/register/phone?replace=1",
  "phone.remove.0": "/register/phone/remove?phone=0",
  "phone.remove.1": "/register/phone/remove?phone=1",
  "phone.default": "/register/phone/default",
  "email": "/register/email",
  "email.remove": "/register/email/remove",
  "totp": "/register/app",
  "totp.remove": "/register/app/remove",
  "recoveryCodes": "/register/recovery-codes",
  "recoveryCodes.remove": "/register/recovery-codes/remove",
  "questions": "/register/questions",
  "questions.remove": "/register/questions/remove",
  "passkey": "/register/passkey",
  "lift": "/register/lift",
  "list": "/register",
} as const satisfies Readonly<Record<string, Path>>;

/** One of the keys. */
export type AfterProof = keyof typeof AFTER_PROOF;

/** The page that asks for the proof. */
export function proofPage(next: AfterProof): Path {
  return `/register/prove?next=${next}`;
}

/** Where somebody goes who may not do it now: to the proof, or to the list, which says why. */
export function pageOf(refusal: ChangeRefusal, next: AfterProof): Path {
  return refusal.kind === "stale" ? proofPage(next) : "/register";
}

/** Whether `text` is one of the keys. */
export function isAfterProof(text: string): text is AfterProof {
  return Object.hasOwn(AFTER_PROOF, text);
}
