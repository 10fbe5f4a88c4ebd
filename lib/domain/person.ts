/**
 * What one person has registered, beside the account in the directory.
 *
 * @module
 */

import type { PhoneChannel } from "@/lib/domain/method.ts";

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

/** Wrong codes in a row for one method, across codes and channels (NIST SP 800-63B-4 §3.2.2). */
export interface Failures {
  /** How many in a row. */
  wrong: number;
  /** When the first of them was; `null` where there is none. */
  since: number | null;
  /** Until when the method takes no code; `null` where it does. */
  until: number | null;
}

/** One person of the organisation, keyed by the directory's account ID. */
export interface Person {
  /** Sessions opened under another epoch are over. */
  epoch: number;
  /** `null` before one is set up. */
  phone: Phone | null;
  /** Wrong codes for the phone. */
  phoneFailures: Failures;
  /** The region chosen last in the list of countries, `null` before the first. */
  lastRegion: string | null;
}

/** No wrong code. */
export const NO_FAILURES: Failures = { wrong: 0, since: null, until: null };

/** A person who has registered nothing. */
export const NEWCOMER: Person = {
  epoch: 0,
  phone: null,
  phoneFailures: NO_FAILURES,
  lastRegion: null,
};
