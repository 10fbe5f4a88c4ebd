/**
 * The decoy that stands in for somebody who is there and may not get to the end.
 * It has their own numbers and addresses, so that what a stranger was shown
 * before stays, and none of what they prove themselves by.
 *
 * @module
 */
import type { Contact } from "@/lib/directory/directory.ts";
import type { Method } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Passkey, RecoveryCodes } from "@/lib/domain/proofs.ts";
import { type Proof, proofsOf, type Recoverer } from "@/lib/domain/recovery.ts";
import { whyNot } from "@/lib/domain/reset_gates.ts";
import {
  type Decoy,
  type DecoyDeps,
  makeDecoy,
} from "@/lib/flows/reset/make_decoy.ts";

/** Somebody, with what the directory adds. */
export interface Own {
  /** Who they are. */
  readonly person: Recoverer;
  /** What the directory has of them. */
  readonly contact: Contact;
  /** The groups that they are in. */
  readonly groups: readonly string[];
  /** The policy as it holds for them. */
  readonly policy: Policy;
}

/** What is shown to whoever can prove it. */
const SHOWN: readonly (readonly [Method, Proof])[] = [
  ["phone", "sms"],
  ["officePhone", "voice"],
  ["email", "email"],
  ["totp", "totp"],
  ["passkey", "passkeyUnverified"],
  ["recoveryCodes", "recoveryCode"],
];

/**
 * The methods that a reset of theirs shows, whatever stands in its way. Where
 * they are too few by now, recovery codes that are used up are among them.
 */
export function shownOf(
  { person, policy }: Pick<Own, "person" | "policy">,
  now: number,
): readonly Method[] {
  const calm = { ...person, frozenAt: null, failures: {} };
  const proofs = proofsOf(calm, policy, now);
  const few = whyNot(calm, policy, now) !== null;
  const usedUp = few && policy.methods.includes("recoveryCodes") &&
    person.recoveryCodes !== null;
  return SHOWN
    .filter(([method, proof]) =>
      proofs.has(proof) || usedUp && method === "recoveryCodes"
    )
    .map(([method]) => method);
}

/** Makes the stand-in. What is too little to get to the end is made up for by what is drawn for `alias`. */
export function standIn(
  deps: DecoyDeps,
  alias: string,
  { person, contact, policy, shown }: Own & { shown: readonly Method[] },
): Decoy {
  const drawn = makeDecoy(deps, alias, { ...policy, held: shown });
  const { phones, email, passkeys, recoveryCodes } = person;
  const made = drawn.person;
  const own: Person = {
    ...made,
    epoch: person.epoch,
    phones: shown.includes("phone") ? phones : made.phones,
    email: email ?? made.email,
    passkeys: locked(passkeys, made.passkeys),
    recoveryCodes: sameLeft(recoveryCodes, made.recoveryCodes),
    failures: person.failures,
    lastRegion: person.lastRegion ?? made.lastRegion,
  };
  const office = shown.includes("officePhone") ? {} : drawn.contact;
  return { person: own, contact: { ...contact, ...office } };
}

/** The same passkeys, each with a key that signs nothing. */
function locked(
  own: readonly Passkey[],
  made: readonly Passkey[],
): readonly Passkey[] {
  const [{ publicKey } = { publicKey: "" }] = made;
  return own.length === 0 ? made : own.map((each) => ({ ...each, publicKey }));
}

/** As many codes as are left, since each costs a try its time. */
function sameLeft(
  own: RecoveryCodes | null,
  made: RecoveryCodes | null,
): RecoveryCodes | null {
  const left = own?.hashes.filter((hash) => hash !== null).length ?? 0;
  if (made === null || left === 0) return made;
  return { ...made, hashes: made.hashes.slice(0, left) };
}
