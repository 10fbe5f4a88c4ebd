/**
 * Where a code goes: to a number or to an address. All that differs between
 * the two on the way is said here.
 *
 * @module
 */
import type { Keyring } from "@/lib/crypto/keyring.ts";
import { type PhoneNumber, readNumber } from "@/lib/domain/phone.ts";
import { methodOf, type Verification } from "@/lib/domain/verification.ts";

/** Where a code goes. */
export type Target =
  /** With the extension that a call asks for: of an office phone alone, `null` where it has none. */
  | { method: "phone"; number: PhoneNumber; extension?: string | null }
  /** In its canonical form. */
  | { method: "email"; address: string };

/** For what a number or an address is sealed, and what its blind index is of. */
const PURPOSES = { phone: "number", email: "address" } as const;

/** The E.164 number, or the address. */
export function reach(target: Target): string {
  return target.method === "phone" ? target.number.e164 : target.address;
}

/** Seals the number or address. */
export function sealTarget(keyring: Keyring, target: Target): string {
  return keyring.seal(PURPOSES[target.method], reach(target));
}

/** The keyed blind index of the number or address, under the newest key. */
export function indexOf(keyring: Keyring, target: Target): string {
  return keyring.digest(PURPOSES[target.method], reach(target));
}

/** The blind indexes of the number or address under every key, newest first. */
export function indexesOf(keyring: Keyring, target: Target): string[] {
  return keyring.digests(PURPOSES[target.method], reach(target));
}

/** Whether a verification is for that number or address. */
export function isFor(
  keyring: Keyring,
  verification: Verification | null,
  target: Target,
): boolean {
  return verification !== null &&
    keyring.matches(
      verification.index,
      PURPOSES[target.method],
      reach(target),
    );
}

/** Where the code of a verification went; `null` where the number is of no use any more. */
export function targetOf(
  keyring: Keyring,
  { purpose, to, region, overruled }: Verification,
): Target | null {
  const method = methodOf(purpose);
  const opened = keyring.open(PURPOSES[method], to);
  if (method === "email") return { method, address: opened };
  const read = readNumber(opened, region ?? "");
  return read.ok ? { method, number: { ...read.number, overruled } } : null;
}
