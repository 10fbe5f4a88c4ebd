/**
 * What one person has registered, beside the account in the directory.
 *
 * @module
 */
import type { Method, PhoneChannel } from "@/lib/domain/method.ts";
import type {
  Email,
  Passkey,
  Questions,
  RecoveryCodes,
  Totp,
} from "@/lib/domain/proofs.ts";

/** A telephone that has been confirmed by a code. Times are epoch milliseconds. */
export interface Phone {
  /** The E.164 number, sealed. */
  number: string;
  /** The keyed blind index of the number. */
  index: string;
  /** The region of the number: ISO 3166-1 alpha-2. */
  region: string;
  /** How the code reached it: the channel of later notices. */
  channel: PhoneChannel;
  /** The locale of the person at that time: the language of later notices. */
  locale: string;
  /** When its code came back. */
  confirmedAt: number;
}

/** Wrong proofs in a row for one method, across codes and channels (NIST SP 800-63B-4 §3.2.2). */
export interface Failures {
  /** How many in a row. */
  wrong: number;
  /** When the first of them was; `null` where there is none. */
  since: number | null;
  /** Until when the method takes none, or none that can be guessed; `null` where it takes all. */
  until: number | null;
  /** How many of strangers, whatever was waited or proved between; absent of whoever is signed in. */
  row?: number;
}

/** One person of the organisation, keyed by the directory's account ID. */
export interface Person {
  /**
   * Sessions opened under another epoch are over. It rises to the moment at
   * which they are ended, so that a sign-in under way then can tell.
   */
  epoch: number;
  /** Up to two; the first is the one that is offered first. */
  phones: readonly Phone[];
  /** An address outside the organisation; `null` before one is confirmed. */
  email: Email | null;
  /** An authenticator app; `null` before one is set up. */
  totp: Totp | null;
  /** Passkeys, oldest first. */
  passkeys: readonly Passkey[];
  /** Recovery codes; `null` before they are made. */
  recoveryCodes: RecoveryCodes | null;
  /** Answers to security questions; `null` before they are given. */
  questions: Questions | null;
  /** Wrong proofs by what they count for, as `lib/domain/tally.ts` says; what has none has no entry. */
  failures: Readonly<Record<string, Failures>>;
  /** The region chosen last in the list of countries, `null` before the first. */
  lastRegion: string | null;
  /** Since when recovery is frozen because the person said "this was not me"; `null` where it is not. */
  frozenAt: number | null;
  /** While it is frozen, the moment from which what was set up may be a stranger's; else `null`. */
  doubtedSince: number | null;
  /** When the person last said of a method that what is on file is right; what was never asked about has no entry. */
  reviewed: Readonly<Partial<Record<Method, number>>>;
  /** When the person last went through a practice run; `null` before that. */
  practisedAt: number | null;
  /** How often, and since when, required registration was put off. */
  skipped: { times: number; since: number } | null;
  /** Whether the advice to register a second way was shown at a later visit. */
  advised: boolean;
}

/** No wrong proof. */
export const NO_FAILURES: Failures = { wrong: 0, since: null, until: null };

/** A person who has registered nothing. */
export const NEWCOMER: Person = {
  epoch: 0,
  phones: [],
  email: null,
  totp: null,
  passkeys: [],
  recoveryCodes: null,
  questions: null,
  failures: {},
  lastRegion: null,
  frozenAt: null,
  doubtedSince: null,
  reviewed: {},
  practisedAt: null,
  skipped: null,
  advised: false,
};

/** The wrong proofs that count for it. */
export function failuresOf(
  { failures }: Pick<Person, "failures">,
  count: string,
): Failures {
  return failures[count] ?? NO_FAILURES;
}

/** The epoch that ends every session at `now`. */
export function nextEpoch({ epoch }: Person, now: number): number {
  return Math.max(epoch + 1, now);
}
