/**
 * Which proofs together may reset a password, and which a person can give.
 *
 * NIST SP 800-63B-4 §4.2.2 knows two kinds of recovery code, the saved and the
 * issued one: a text, a call and an email are all issued, so any number of them
 * is one method. Setting a new password while an authenticator still works is
 * binding (§4.1.2.1), for which multi-factor authentication is enough by itself.
 *
 * @module
 */
import { blockedUntil } from "@/lib/domain/failures.ts";
import type { Method } from "@/lib/domain/method.ts";
import { failuresOf, type Person } from "@/lib/domain/person.ts";

/** What can be proved during a recovery; `passkey` has the flag that it verified the person (UV). */
export const PROOFS = [
  "sms",
  "voice",
  "email",
  "recoveryCode",
  "totp",
  "passkey",
  "passkeyUnverified",
  "questions",
] as const;

/** Something that was proved during a recovery. */
export type Proof = typeof PROOFS[number];

/** How strongly the account signs in at most (NIST SP 800-63B-4 §2). */
export type AccountLevel = "aal1" | "aal2";

/** What a policy says of recovery. */
export interface RecoveryPolicy {
  /** The methods in use. */
  methods: readonly Method[];
  /** How many a person needs: two make it an account of AAL2. */
  required: 1 | 2;
  /** Regions (ISO 3166-1 alpha-2) whose numbers get texts. */
  smsCountries: "all" | readonly string[];
  /** Regions whose numbers get calls. */
  voiceCountries: "all" | readonly string[];
}

/** A person, and what the directory adds to what they have set up. */
export type Recoverer = Person & {
  /** Whether the directory has an office phone of theirs. */
  readonly officePhone?: boolean;
};

/** What each method proves at its best; questions prove nothing by themselves. */
export const PROVES: Readonly<Partial<Record<Method, Proof>>> = {
  officePhone: "voice",
  phone: "sms",
  email: "email",
  recoveryCodes: "recoveryCode",
  totp: "totp",
  passkey: "passkey",
};

const ISSUED: readonly Proof[] = ["sms", "voice", "email"];
const SINGLE: readonly Proof[] = ["totp", "passkeyUnverified"];

/** How many must be proved for an account of that level. */
const NEEDED: Readonly<Record<AccountLevel, number>> = { aal1: 1, aal2: 2 };

/** How many methods of different kinds those are; a passkey that verified its owner is two. */
function strengthOf(proofs: ReadonlySet<Proof>): number {
  const has = (proof: Proof) => proofs.has(proof);
  const single = SINGLE.some(has) ? 1 : 0;
  return (ISSUED.some(has) ? 1 : 0) + (has("recoveryCode") ? 1 : 0) +
    (has("passkey") ? 2 : single);
}

/** Whether these proofs together may reset the password of an account of that level. */
export function mayReset(
  proofs: ReadonlySet<Proof>,
  level: AccountLevel,
): boolean {
  return strengthOf(proofs) >= NEEDED[level];
}

/**
 * Whether all that the policy asks of the person is proved. Questions on file are
 * one gate more and never a proof by themselves (OWASP ASVS 6.4.2). Whoever proves
 * more than is asked for needs no answers (WCAG 2.2 3.3.8): blocked ones keep out
 * a thief of the one thing that is needed, and nobody who has another.
 */
export function isThrough(
  proofs: ReadonlySet<Proof>,
  { questions }: Pick<Person, "questions">,
  policy: Pick<RecoveryPolicy, "methods" | "required">,
): boolean {
  const more = strengthOf(proofs) - NEEDED[levelOf(policy)];
  const asked = questions !== null && policy.methods.includes("questions");
  return more > 0 || more === 0 && (!asked || proofs.has("questions"));
}

/** The level that a policy asks for. */
export function levelOf(
  { required }: Pick<RecoveryPolicy, "required">,
): AccountLevel {
  return required === 2 ? "aal2" : "aal1";
}

/** What the person can prove at `now` (epoch milliseconds) by what is set up, allowed and not blocked. */
export function proofsOf(
  person: Recoverer,
  policy: RecoveryPolicy,
  now: number,
): ReadonlySet<Proof> {
  const { phones, email, totp, passkeys, recoveryCodes, questions } = person;
  const held: readonly [Method, Proof, boolean][] = [
    ["phone", "sms", phones.some(({ region }) => isReached(policy, region))],
    ["officePhone", "voice", person.officePhone ?? false],
    ["email", "email", email !== null],
    ["totp", "totp", totp !== null],
    ["passkey", "passkey", passkeys.some(({ verified }) => verified)],
    ["passkey", "passkeyUnverified", passkeys.length > 0],
    [
      "recoveryCodes",
      "recoveryCode",
      recoveryCodes?.hashes.some((hash) => hash !== null) ?? false,
    ],
    ["questions", "questions", questions !== null],
  ];
  const usable = held.filter(([method, , has]) =>
    has && policy.methods.includes(method) && !isBlocked(person, method, now)
  );
  return new Set(usable.map(([, proof]) => proof));
}

function isBlocked(person: Person, method: Method, now: number): boolean {
  return blockedUntil(failuresOf(person, method), now) !== null;
}

/** Whether texts or calls may go to numbers of that region. */
function isReached(
  { smsCountries, voiceCountries }: RecoveryPolicy,
  region: string,
): boolean {
  return [smsCountries, voiceCountries].some((allowed) =>
    allowed === "all" || allowed.includes(region)
  );
}
