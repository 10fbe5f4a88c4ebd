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

/** Where the person has one of these, one of these is asked for: nothing that is sent, and no password. */
const STRONG: readonly ProofWay[] = ["passkey", "totp", "recoveryCodes"];

/** Which methods a policy has. */
export interface WaysPolicy {
  /** The methods in use. */
  methods: readonly Method[];
}

/**
 * The ways that are enough for this person, strongest first: the strong ones
 * where there is any; else the password. While recovery is frozen the password is
 * never one, a code that is sent is one where nothing strong is left, and what
 * was set up since the doubt is none.
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
  const strong = ways.filter(isStrong);
  if (strong.length > 0) return strong;
  return person.frozenAt === null ? ["password"] : ways;
}

function isStrong(way: ProofWay): boolean {
  return STRONG.includes(way);
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
  // The last recovery code proves its owner, and is no way any more.
  if (isStrong(session.provedBy)) return true;
  const ways = proofWays(asOf(person, session.provedAt), policy);
  return ways.includes("password") || ways.includes(session.provedBy);
}

/** The person without the strong methods that were set up from `time` on. */
function asOf(person: Person, time: number): Person {
  const { passkeys, totp, recoveryCodes } = person;
  return {
    ...person,
    passkeys: passkeys.filter(({ confirmedAt }) => confirmedAt < time),
    totp: totp && totp.confirmedAt < time ? totp : null,
    recoveryCodes: recoveryCodes && recoveryCodes.confirmedAt < time
      ? recoveryCodes
      : null,
  };
}
