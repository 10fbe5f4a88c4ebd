/**
 * A reset: one person on the way back in, who is not signed in.
 *
 * It is a session of its own kind, so that the proofs of a practice run are the
 * proofs of a reset; no cookie of one opens the other.
 *
 * @module
 */
import type { Session } from "@/lib/domain/session.ts";

/** What the person is here for: a new password, or the account unlocked with the one they know. */
export type ResetGoal = "password" | "unlock";

/** A reset. `practice` is what has been proved so far; times are epoch milliseconds. */
export interface Reset extends Session {
  /** The directory's name of the account; of a decoy the one that was typed, sealed. */
  userName: string;
  /** Names this reset to the help desk and in the log: 8 characters of Crockford's base32. */
  support: string;
  /** Whether nobody stands behind it: an unknown name, or somebody who could not get to the end. */
  decoy: boolean;
  /** `null` until the person has said. */
  goal: ResetGoal | null;
  /** The digest of a device that has signed in to the account before; `null` for any other. It is counted by itself. */
  lane: string | null;
  /** What stands for the network that it was begun from. */
  block: string;
  /** Whether the directory may have set a password and did not say. */
  unsure: boolean;
}

/** A reset, or a practice of one by somebody who is signed in: that has no support code, and no decoy. */
export type Run = Session & Partial<Pick<Reset, "support" | "decoy">>;

/** Which of the two it is: what is proved in one counts in no other. */
export function endOf({ support }: Run): "reset" | "practice" {
  return support === undefined ? "practice" : "reset";
}
