/**
 * Which proofs together may reset a password, and whether what a person has
 * set up would.
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

/** Whether recovery would work, and what is missing where it would not. */
export type RecoveryCheck =
  | { ok: true }
  /** The person, or somebody, has said "this was not me". */
  | { ok: false; missing: { kind: "frozen" } }
  /** Any one of these sets of methods would be enough; none where the policy has no way at all. */
  | {
    ok: false;
    missing: { kind: "methods"; oneOf: readonly (readonly Method[])[] };
  };

const ISSUED: readonly Proof[] = ["sms", "voice", "email"];

/** Whether these proofs together may reset the password of an account of that level. */
export function mayReset(
  proofs: ReadonlySet<Proof>,
  level: AccountLevel,
): boolean {
  const issued = ISSUED.some((proof) => proofs.has(proof));
  const saved = proofs.has("recoveryCode");
  const single = proofs.has("totp") || proofs.has("passkeyUnverified");
  if (proofs.has("passkey")) return true;
  if (level === "aal1") return issued || saved || single;
  return issued && saved || (issued || saved) && single;
}

/** The level that a policy asks for. */
export function levelOf({ required }: RecoveryPolicy): AccountLevel {
  return required === 2 ? "aal2" : "aal1";
}

/** Whether all the methods of a policy together could reset a password. */
export function couldReset(policy: RecoveryPolicy): boolean {
  const proofs = policy.methods.flatMap((method) => PROVES[method] ?? []);
  return mayReset(new Set(proofs), levelOf(policy));
}

/**
 * Whether the person could reset a forgotten password at `now` (epoch
 * milliseconds) with what is set up, allowed and not blocked.
 */
export function recoveryCheck(
  person: Recoverer,
  policy: RecoveryPolicy,
  now: number,
): RecoveryCheck {
  if (person.frozenAt !== null) {
    return { ok: false, missing: { kind: "frozen" } };
  }
  const proofs = proofsOf(person, policy, now);
  const level = levelOf(policy);
  if (mayReset(proofs, level)) return { ok: true };
  const open = policy.methods.filter((each) => !isBlocked(person, each, now));
  const oneOf = additions(proofs, open, level);
  return { ok: false, missing: { kind: "methods", oneOf } };
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

/** What one more method lets a person prove, at its best. */
const PROVES: Readonly<Partial<Record<Method, Proof>>> = {
  officePhone: "voice",
  phone: "sms",
  email: "email",
  recoveryCodes: "recoveryCode",
  totp: "totp",
  passkey: "passkey",
};

/** The smallest sets of those methods that would be enough beside `proofs`. */
function additions(
  proofs: ReadonlySet<Proof>,
  methods: readonly Method[],
  level: AccountLevel,
): readonly (readonly Method[])[] {
  const more = methods.flatMap((method) => {
    const proof = PROVES[method];
    // What the administrator fills in is not the person's to add.
    const own = proof !== undefined && method !== "officePhone";
    return own && !proofs.has(proof) ? [{ method, proof }] : [];
  });
  const enough = (set: readonly { proof: Proof }[]) =>
    mayReset(new Set([...proofs, ...set.map(({ proof }) => proof)]), level);
  const ones = more.map((one) => [one]).filter(enough);
  const twos = more.flatMap((one, i) =>
    more.slice(i + 1).map((other) => [one, other])
  ).filter(enough);
  return (ones.length > 0 ? ones : twos)
    .map((set) => set.map(({ method }) => method));
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
