/**
 * Recovery that somebody has frozen with "this was not me", and what is still
 * trusted then: a stranger who has the password and has set up a phone must not
 * be able to lift the freeze with it.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import { nextEpoch, type Person } from "@/lib/domain/person.ts";

/** How long before the moment of a notice its change may have been confirmed, in milliseconds. */
const MARGIN = 5 * 60_000;

/**
 * The person, frozen at `now` and out of every session, because a change at
 * `changedAt` was not theirs. Both are epoch milliseconds. The oldest doubt stays.
 */
export function freeze(
  person: Person,
  { changedAt, now }: { changedAt: number; now: number },
): Person {
  const since = changedAt - MARGIN;
  return {
    ...person,
    epoch: nextEpoch(person, now),
    frozenAt: person.frozenAt ?? now,
    doubtedSince: Math.min(person.doubtedSince ?? since, since),
  };
}

/** The person with what was set up before the doubt alone; the same one where nothing is doubted. */
export function trusted(person: Person): Person {
  if (!hasDoubted(person)) return person;
  const sure = <Proof extends { confirmedAt: number }>(proof: Proof | null) =>
    proof && !isDoubted(person, proof) ? proof : null;
  return {
    ...person,
    phones: person.phones.filter((phone) => !isDoubted(person, phone)),
    passkeys: person.passkeys.filter((key) => !isDoubted(person, key)),
    email: sure(person.email),
    totp: sure(person.totp),
    recoveryCodes: sure(person.recoveryCodes),
    questions: sure(person.questions),
  };
}

/** Which methods have something that was set up since the doubt. */
export function doubtedMethods(person: Person): Method[] {
  const held: readonly [Method, readonly ({ confirmedAt: number } | null)[]][] =
    [
      ["phone", person.phones],
      ["email", [person.email]],
      ["totp", [person.totp]],
      ["passkey", person.passkeys],
      ["recoveryCodes", [person.recoveryCodes]],
      ["questions", [person.questions]],
    ];
  return held
    .filter(([, proofs]) => proofs.some((each) => isDoubted(person, each)))
    .map(([method]) => method);
}

/** The person, no longer frozen. */
export function lift(person: Person): Person {
  return { ...person, frozenAt: null, doubtedSince: null };
}

function hasDoubted(person: Person): boolean {
  return doubtedMethods(person).length > 0;
}

function isDoubted(
  { doubtedSince }: Person,
  proof: { confirmedAt: number } | null,
): boolean {
  return proof !== null && doubtedSince !== null &&
    proof.confirmedAt >= doubtedSince;
}
