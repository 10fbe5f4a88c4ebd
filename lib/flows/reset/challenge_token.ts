/**
 * The text of a challenge: signed, so that the store keeps none before it is
 * passed, and good for one deed, one name and one block of addresses.
 *
 * @module
 */
import type { Keyring } from "@/lib/crypto/keyring.ts";
import { canonicalName } from "@/lib/store/accounts.ts";

/** What one browser is to do. Times are epoch milliseconds. */
export interface Challenge {
  /** The signed text, which comes back with the answer. */
  token: string;
  /** What the work is done on: 24 characters. */
  seed: string;
  /** Zero bits that the hash must begin with. */
  bits: number;
  /** From when on waiting is as good. */
  from: number;
  /** Until when it may be answered. */
  until: number;
}

/** For whom it is. */
export interface Challenged {
  /** What it lets through; "reset" where absent. */
  action?: string;
  /** The name as it was typed. */
  identifier: string;
  /** The caller's address block. */
  block: string;
}

const PURPOSE = "challenge";

/** Seed, bits, two times in base 36, and the signature. */
const TOKEN =
  /^(([\w-]{24})\.(\d{1,2})\.([0-9a-z]{1,10})\.([0-9a-z]{1,10}))\.([\w-]{1,16}\.[\w-]{43})$/;

/** Signs a challenge. */
export function signChallenge(
  keyring: Keyring,
  whose: Challenged,
  what: Omit<Challenge, "token">,
): Challenge {
  const { seed, bits, from, until } = what;
  const text = [seed, bits, from.toString(36), until.toString(36)].join(".");
  const signature = keyring.digest(PURPOSE, ...partsOf(whose, text));
  return { ...what, token: `${text}.${signature}` };
}

/** Reads a challenge; `null` where it was altered, or made for something or somebody else. */
export function readChallenge(
  keyring: Keyring,
  whose: Challenged,
  token: string,
): Challenge | null {
  const [, text = "", seed = "", bits, from = "", until = "", signature = ""] =
    TOKEN.exec(token) ?? [];
  const ours = keyring.matches(signature, PURPOSE, ...partsOf(whose, text));
  if (!ours) return null;
  return {
    token,
    seed,
    bits: Number(bits),
    from: parseInt(from, 36),
    until: parseInt(until, 36),
  };
}

function partsOf(
  { action = "reset", identifier, block }: Challenged,
  text: string,
): string[] {
  return [action, canonicalName(identifier), block, text];
}
