/**
 * Whether a password stands in a list of those that have leaked.
 *
 * @module
 */

/** Why a list could not be asked: too slow, not there, or not in the form of such a list. */
export type BreachedFault = "late" | "unreachable" | "answer";

/** Whether the password has leaked, or why that is not known. */
export type Breached =
  | { ok: true; breached: boolean }
  | { ok: false; why: BreachedFault };

/** Looks a password up. Never rejects. */
export type BreachedCheck = (password: string) => Promise<Breached>;

/** Where the list is. */
export type BreachedOptions =
  | {
    kind: "range";
    /** To what the first five of 40 hexadecimal digits are appended. */
    url: string;
    /** How long to wait for the whole answer, in milliseconds. */
    timeout: number;
  }
  | {
    kind: "file";
    /** Its lines are sorted: `HASH:COUNT`, or `HASH` alone. */
    path: string;
  };
