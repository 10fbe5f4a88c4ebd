/**
 * Whether a person may set up, change or remove a method now.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import { mayRegister } from "@/lib/domain/policy.ts";
import { isFresh } from "@/lib/domain/proof_ways.ts";
import { withReach } from "@/lib/domain/reach.ts";
import type { Session } from "@/lib/domain/session.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Why not. */
export type ChangeRefusal =
  /** A fresh proof is needed first. */
  | { kind: "stale" }
  /** The policy does not let this person have that method. */
  | { kind: "closed" }
  /** Somebody has said "this was not me", so nothing can be changed. */
  | { kind: "frozen" };

/** Why this person may not set up or change that method now; `null` where they may. */
export function mayChange(
  visit: SignedInVisit,
  method: Method,
): ChangeRefusal | null {
  const { policy, person, directory, session } = visit;
  const open = policy.methods.includes(method) &&
    mayRegister(policy, session.groups);
  if (!open) return { kind: "closed" };
  const refusal = mayRemove(visit);
  const any = hasAny(withReach(person, directory));
  return refusal?.kind === "stale" && !any ? null : refusal;
}

/** Whether anything counts that a stranger could take away. */
function hasAny(person: Person): boolean {
  return person.phones.length > 0 || person.email !== null ||
    person.totp !== null || person.passkeys.length > 0 ||
    person.recoveryCodes !== null || person.questions !== null;
}

/**
 * As {@linkcode mayChange}, for what a person keeps as a secret: a fresh proof
 * even where nothing is set up yet.
 */
export function mayChangeSecret(
  visit: SignedInVisit,
  method: Method,
): ChangeRefusal | null {
  return mayChange(visit, method) ?? mayRemove(visit);
}

/** Why this person may not remove anything now; `null` where they may. What the policy no longer opens can be put away. */
export function mayRemove(
  { policy, person, session, now }: SignedInVisit,
): Exclude<ChangeRefusal, { kind: "closed" }> | null {
  if (person.frozenAt !== null) return { kind: "frozen" };
  const fresh = isFresh(session, person, { policy, now });
  return fresh ? null : { kind: "stale" };
}

/**
 * Whether the person, as they are in the store at the moment of a decision, has
 * been frozen or signed out everywhere since the request began.
 */
export function isHeld(person: Person, { epoch }: Session): boolean {
  return person.frozenAt !== null || person.epoch !== epoch;
}
