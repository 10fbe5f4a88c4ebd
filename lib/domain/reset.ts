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
  /** Names this reset to the help desk and in the log: 8 characters of Crockford's base32. */
  support: string;
  /** Whether nobody stands behind it: an unknown name, or somebody who could not get to the end. */
  decoy: boolean;
  /** `null` until the person has said. */
  goal: ResetGoal | null;
  /** Whether the questions were answered, where the policy asks them after another proof. */
  answered: boolean;
  /** The digest of a device that has signed in to the account before; `null` for any other. It is counted by itself. */
  lane: string | null;
  /** Whether the directory may have set a password and did not say. */
  unsure: boolean;
}
