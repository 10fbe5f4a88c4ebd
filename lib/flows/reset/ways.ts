/**
 * What the person can still prove in a reset or a practice of one, and whether it
 * is enough.
 *
 * @module
 */
import { blockedUntil } from "@/lib/domain/failures.ts";
import type { OutcomeName } from "@/lib/domain/outcomes.ts";
import {
  isThrough,
  levelOf,
  mayReset,
  type Proof,
  proofsOf,
} from "@/lib/domain/recovery.ts";
import { policyFor } from "@/lib/domain/reset_gates.ts";
import { failuresIn, resetPerson } from "@/lib/flows/reset/reset_person.ts";
import type { ResetVisit, RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { ContactDeps } from "@/lib/flows/sealed_contact.ts";

/** A step of a reset, by what is typed or used. */
export type ResetWay =
  | "passkey"
  | "totp"
  | "recoveryCode"
  | "send"
  | "questions";

/** Strongest first. */
const ORDER = ["passkey", "totp", "recoveryCode", "send"] as const;

/** The step of each proof; a text, a call and a mail are one (NIST SP 800-63B-4 §4.2.2). */
const WAYS: Readonly<Record<Proof, ResetWay>> = {
  passkey: "passkey",
  passkeyUnverified: "passkey",
  totp: "totp",
  recoveryCode: "recoveryCode",
  sms: "send",
  voice: "send",
  email: "send",
  questions: "questions",
};

/** The steps that this person can still take, strongest first; none once all is proved. Questions come last, after another proof. */
export function resetWays(
  deps: ContactDeps,
  visit: RunVisit,
): readonly ResetWay[] {
  if (isProved(visit)) return [];
  const { session: { practice }, now } = visit;
  const { person, policy } = resetPerson(deps, visit);
  const taken = practice.map((proof) => WAYS[proof]);
  const held = [...proofsOf(person, policy, now)].map((proof) => WAYS[proof]);
  const order = practice.length > 0 ? [...ORDER, "questions" as const] : ORDER;
  return order.filter((way) => held.includes(way) && !taken.includes(way));
}

/** Why no step is left: too many wrong proofs, or the policy is another one than at the beginning. */
export function whyStuck(
  { session, person, policy, now }: ResetVisit,
): Extract<OutcomeName, "questions" | "tries" | "tooFew" | "generic"> {
  // Enough but for the answers, and they are asked no more.
  if (
    mayReset(
      new Set(session.practice),
      levelOf(policyFor(policy, session.groups)),
    )
  ) {
    return "questions";
  }
  const held = Object.values(failuresIn(person, session, now));
  const blocked = held.some((failures) => blockedUntil(failures, now) !== null);
  if (blocked) return "tries";
  return session.practice.length > 0 ? "tooFew" : "generic";
}

/** Whether all that the policy asks of this person is proved. */
export function isProved({ session, person, policy }: RunVisit): boolean {
  const proofs = new Set(session.practice);
  return isThrough(proofs, person, policyFor(policy, session.groups));
}
