/**
 * In which ways a person who is signed in may prove again who they are.
 *
 * @module
 */
import { trusted } from "@/lib/domain/frozen.ts";
import type { Method } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import { isProved, type Session } from "@/lib/domain/session.ts";

/** Strongest first. */
export const PROOF_WAYS = [
  "passkey",
  "totp",
  "recoveryCodes",
  "phone",
  "email",
  "password",
] as const;

/** A way to prove again who one is. */
export type ProofWay = typeof PROOF_WAYS[number];

/** While the person has one of these, a password alone changes nothing. */
const STRONG: readonly ProofWay[] = ["passkey", "totp"];

/** Which methods a policy has. */
export interface WaysPolicy {
  /** The methods in use. */
  methods: readonly Method[];
}

/**
 * The ways that are enough for this person, strongest first. The password is
 * one only where there is no passkey and no app, and not while recovery is
 * frozen; what was set up since the doubt is none then.
 */
export function proofWays(
  person: Person,
  { methods }: WaysPolicy,
): readonly ProofWay[] {
  const { passkeys, totp, recoveryCodes, phones, email } = trusted(person);
  const held: Readonly<Record<Exclude<ProofWay, "password">, boolean>> = {
    passkey: passkeys.length > 0,
    totp: totp !== null,
    recoveryCodes: recoveryCodes?.hashes.some((hash) => hash !== null) ?? false,
    phone: phones.length > 0,
    email: email !== null,
  };
  const ways = PROOF_WAYS.filter((way) =>
    way !== "password" && methods.includes(way) && held[way]
  );
  if (person.frozenAt !== null) return ways;
  return ways.some((way) => STRONG.includes(way)) ? ways : ["password"];
}

/**
 * Whether what this session has proved is fresh and strong enough at `now`
 * (epoch milliseconds) to change a method. A stronger method that was set up
 * after the proof does not ask for another one.
 */
export function isFresh(
  session: Pick<Session, "provedAt" | "provedBy">,
  person: Person,
  { policy, now }: { policy: WaysPolicy; now: number },
): boolean {
  if (!isProved(session, now)) return false;
  if (session.provedBy !== "password") return true;
  const then = asOf(person, session.provedAt);
  return proofWays(then, policy).includes("password");
}

/** The person without the passkeys and the app that were set up from `time` on. */
function asOf(person: Person, time: number): Person {
  const { passkeys, totp } = person;
  return {
    ...person,
    passkeys: passkeys.filter(({ confirmedAt }) => confirmedAt < time),
    totp: totp && totp.confirmedAt < time ? totp : null,
  };
}
