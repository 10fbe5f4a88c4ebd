/**
 * The ways to prove who one is, and the channels by which a code travels.
 *
 * @module
 */

/** Every method that a policy may name, strongest last. */
export const METHODS = [
  "questions",
  "officePhone",
  "phone",
  "email",
  "recoveryCodes",
  "totp",
  "passkey",
] as const;

/** A way to prove who one is. */
export type Method = typeof METHODS[number];

/** How a message reaches a telephone. */
export type PhoneChannel = "sms" | "voice";

/** How a message reaches a person. */
export type Channel = PhoneChannel | "email";
