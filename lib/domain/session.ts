/**
 * One person's signed-in visit.
 *
 * @module
 */

/** A session. Times are epoch milliseconds; its key is the digest of its token. */
export interface Session {
  /** The directory's account ID. */
  account: string;
  /** What the person calls themself; shown beside "Sign out". */
  userName: string;
  /** The account's groups at sign-in. */
  groups: readonly string[];
  /** The person's epoch when the session was opened. */
  epoch: number;
  /** When the password opened it. */
  openedAt: number;
  /** When it was last used, to within a minute. */
  seenAt: number;
  /** When the password was last given. */
  provedAt: number;
}

/** How long sessions last, in milliseconds (DESIGN: portal 15 min idle, 60 min in all). */
export const SESSION_LIMITS = {
  idle: 15 * 60_000,
  absolute: 60 * 60_000,
  /** A proof older than this is asked again before a method is changed. */
  proof: 5 * 60_000,
  /** `seenAt` is written again when older than this, to spare commits. */
  touch: 60_000,
} as const;

/** Whether the session still counts at `now` for a person of that `epoch`. */
export function isOpen(session: Session, epoch: number, now: number): boolean {
  return session.epoch === epoch &&
    now < session.seenAt + SESSION_LIMITS.idle &&
    now < session.openedAt + SESSION_LIMITS.absolute;
}

/** Whether the password was given recently enough to change a method. */
export function isProved(session: Session, now: number): boolean {
  return now < session.provedAt + SESSION_LIMITS.proof;
}
