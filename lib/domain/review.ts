/**
 * Asking again, after some time, whether what is on file is still right.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";

const DAY = 24 * 60 * 60_000;

/**
 * The methods of the policy of which something was neither confirmed nor
 * reviewed for `reviewDays` days at `now` (epoch milliseconds); none where that is 0.
 */
export function dueMethods(
  person: Person,
  { methods, reviewDays }: { methods: readonly Method[]; reviewDays: number },
  now: number,
): readonly Method[] {
  if (reviewDays === 0) return [];
  const old = (method: Method, at: number) =>
    lastConfirmed(person, method, at) + reviewDays * DAY <= now;
  return heldSince(person)
    .filter(([method]) => methods.includes(method))
    .filter(([method, times]) => times.some((at) => old(method, at)))
    .map(([method]) => method);
}

/** When something of a method was last confirmed that was set up `at`: then, or when it was reviewed since. */
export function lastConfirmed(
  { reviewed }: Pick<Person, "reviewed">,
  method: Method,
  at: number,
): number {
  return Math.max(at, reviewed[method] ?? 0);
}

/** When each was confirmed, or used last. */
function heldSince(
  person: Person,
): readonly (readonly [Method, readonly number[]])[] {
  const { phones, email, totp, passkeys, recoveryCodes, questions } = person;
  const one = (proof: { confirmedAt: number } | null) =>
    proof ? [proof.confirmedAt] : [];
  return [
    ["phone", phones.map(({ confirmedAt }) => confirmedAt)],
    ["email", one(email)],
    ["totp", one(totp)],
    ["passkey", passkeys.map((key) => key.usedAt ?? key.confirmedAt)],
    ["recoveryCodes", one(recoveryCodes)],
    ["questions", one(questions)],
  ];
}
