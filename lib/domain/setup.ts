/**
 * A set-up that has begun and is not confirmed yet: one for each session.
 *
 * @module
 */

/** What the set-up waits for. `at` is when it began, in epoch milliseconds. */
export type Setup =
  /** A code of an app that has taken over the seed: base32, sealed. */
  | { kind: "totp"; secret: string; at: number }
  /** A passkey that signs the challenge: base64url. */
  | { kind: "passkey"; challenge: string; at: number };

/**
 * How long a set-up can be finished without a newer proof, in milliseconds: time
 * to install an app, and no longer than a session may be idle.
 */
export const SETUP_LIFE: number = 15 * 60_000;
