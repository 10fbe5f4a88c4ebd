/**
 * What a person has set up besides telephones. Times are epoch milliseconds.
 *
 * @module
 */

/** An email address that has been confirmed by a code. */
export interface Email {
  /** The address, sealed. */
  address: string;
  /** The keyed blind index of the address. */
  index: string;
  /** The language of later notices. */
  locale: string;
  /** When its code came back. */
  confirmedAt: number;
}

/** An authenticator app (RFC 6238). */
export interface Totp {
  /** The 160-bit seed in base32, sealed. */
  secret: string;
  /** The last time step whose code was taken: none up to it is taken again. */
  step: number;
  /** When its first code came. */
  confirmedAt: number;
}

/** A passkey (WebAuthn Level 3). Binary parts are base64url. */
export interface Passkey {
  /** The credential's ID. */
  id: string;
  /** The COSE public key. */
  publicKey: string;
  /** The signature counter, 0 where the authenticator keeps none. */
  counter: number;
  /** How the browser may reach it. */
  transports: readonly string[];
  /** What the person calls it. */
  name: string;
  /** Whether it verified the person (the UV flag) when it was made. */
  verified: boolean;
  /** When it was made. */
  confirmedAt: number;
  /** When it was last used; `null` before that. */
  usedAt: number | null;
}

/** Recovery codes, of which each is used once. */
export interface RecoveryCodes {
  /** Slow hashes of keyed digests; `null` where one was used and not yet replaced. */
  hashes: readonly (string | null)[];
  /** When they were made. */
  confirmedAt: number;
}

/** Answers to security questions. */
export interface Questions {
  /** One entry for each question, in the order in which they were chosen. */
  answers: readonly {
    /** The ID of a vetted question, or the words of one of the administrator's. */
    question: string;
    /** The slow hash of the keyed digest of the normalised answer. */
    hash: string;
  }[];
  /** Places in `answers`, those that are asked first: drawn anew once all that were asked are right. */
  asking: readonly number[];
  /** The version of the recipe by which answers are normalised. */
  recipe: number;
  /** When they were given. */
  confirmedAt: number;
}
