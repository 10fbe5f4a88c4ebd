/**
 * One person's signed-in visit.
 *
 * @module
 */
import { isWithin } from "@/lib/domain/life.ts";
import type { Method } from "@/lib/domain/method.ts";
import type { Proof } from "@/lib/domain/recovery.ts";

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
  /** When the person last proved who they are. */
  provedAt: number;
  /** By what: the password, or one of the methods. */
  provedBy: "password" | Exclude<Method, "questions" | "officePhone">;
  /** What the directory had of the person at sign-in, sealed; `null` for nothing. */
  contact: string | null;
  /** Whether required registration was put off in this session. */
  skipped: boolean;
  /** What was proved so far in a practice run. */
  practice: readonly Proof[];
  /** The digest of a device that the account knows, in a reset; `null` or absent for any other. */
  lane?: string | null;
  /** What stands for the network that a reset was begun from; absent where somebody is signed in. */
  block?: string;
  /** Why the password must be changed before anything else; absent where it need not. */
  due?: "mustChange" | "expired";
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
    isWithin(session.seenAt, SESSION_LIMITS.idle, now) &&
    isWithin(session.openedAt, SESSION_LIMITS.absolute, now);
}

/** Whether the last proof is recent enough to change a method; `isFresh` asks whether it is strong enough too. */
export function isProved(
  session: Pick<Session, "provedAt">,
  now: number,
): boolean {
  return isWithin(session.provedAt, SESSION_LIMITS.proof, now);
}
