/**
 * What stands between a person and a new password. Pure.
 *
 * @module
 */
import type { OutcomeName } from "@/lib/domain/outcomes.ts";
import { SKEW } from "@/lib/domain/life.ts";
import type { Method } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { type Proof, proofsOf, type Recoverer } from "@/lib/domain/recovery.ts";
import { recoveryCheck } from "@/lib/domain/recovery_check.ts";
import type { Session } from "@/lib/domain/session.ts";

/** The policy as it holds for somebody in those groups: the privileged need two proofs, or a passkey that verified its owner, and are asked nothing. */
export function policyFor(policy: Policy, groups: readonly string[]): Policy {
  const privileged = policy.privilegedGroups.some((group) =>
    groups.includes(group)
  );
  if (!privileged) return policy;
  const methods = policy.methods.filter((method) => method !== "questions");
  return { ...policy, required: 2, methods };
}

/** What keeps a person from getting to the end. */
export type Obstacle = Extract<
  OutcomeName,
  "frozen" | "notRegistered" | "tooFew" | "unusable"
>;

/**
 * Why the person could not get to the end under that policy; `null` where they
 * could. A wait is no reason: else wrong proofs would show who is there.
 */
export function whyNot(
  person: Recoverer,
  policy: Policy,
  now: number,
): Obstacle | null {
  const fresh = { ...person, failures: {} };
  const check = recoveryCheck(fresh, policy, now);
  if (check.ok) return null;
  if (check.missing.kind === "frozen") return "frozen";
  if (proofsOf(fresh, policy, now).size > 0) return "tooFew";
  return isRegistered(person) ? "unusable" : "notRegistered";
}

/** Whether anything is on file, of use or not. */
function isRegistered(person: Recoverer): boolean {
  const { phones, passkeys, email, totp, recoveryCodes, questions } = person;
  return phones.length + passkeys.length > 0 || person.officePhone === true ||
    [email, totp, recoveryCodes, questions].some((each) => each !== null);
}

/** What proves it, by method. */
const BEHIND: Readonly<Record<Proof, readonly Method[]>> = {
  sms: ["phone"],
  voice: ["phone", "officePhone"],
  email: ["email"],
  recoveryCode: ["recoveryCodes"],
  totp: ["totp"],
  passkey: ["passkey"],
  passkeyUnverified: ["passkey"],
  questions: ["questions"],
};

/**
 * The proofs that still count: what they were made with was there when the reset
 * began, is there now, and the policy has it. Whoever changes a phone that was
 * taken from them ends what was proved with it.
 */
export function standingProofs(
  { practice, openedAt }: Pick<Session, "practice" | "openedAt">,
  person: Recoverer,
  { methods, now }: Pick<Policy, "methods"> & { now: number },
): readonly Proof[] {
  // What is confirmed later than any server's now was so before the clock went back.
  const stands = ({ confirmedAt }: { confirmedAt: number }) =>
    confirmedAt <= openedAt || confirmedAt > now + SKEW;
  return practice.filter((proof) =>
    BEHIND[proof].some((method) =>
      methods.includes(method) && heldBy(person, method).some(stands)
    )
  );
}

function heldBy(
  person: Recoverer,
  method: Method,
): readonly { confirmedAt: number }[] {
  const { phones, email, totp, passkeys, recoveryCodes, questions } = person;
  const held: Readonly<
    Record<Method, readonly ({ confirmedAt: number } | null)[]>
  > = {
    phone: phones,
    officePhone: person.officePhone ? [{ confirmedAt: 0 }] : [],
    email: [email],
    totp: [totp],
    passkey: passkeys,
    recoveryCodes: [recoveryCodes],
    questions: [questions],
  };
  return held[method].filter((each) => each !== null);
}
