/**
 * What one request knows of the person.
 *
 * @module
 */
import { LIMITS, type Limits } from "@/lib/domain/limits.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { NO_REACH, type Reach } from "@/lib/domain/reach.ts";
import type { Session } from "@/lib/domain/session.ts";
import type { Setup } from "@/lib/domain/setup.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Handover } from "@/lib/store/outbox.ts";
import type { Entry } from "@/lib/store/record.ts";

/** The records behind a signed-in visit, as they were read; of a lean one, neither set-up nor receipt was. */
export interface VisitEntries {
  /** The session of the cookie's token. */
  session: Entry<Session>;
  /** What the person has registered. */
  person: Entry<Person>;
  /** The code that this session waits for. */
  verification: Entry<Verification>;
  /** What this session is setting up. */
  setup: Entry<Setup>;
  /** What became of that message. */
  receipt: Entry<Handover>;
  /** The outbox slot of this session's code message: one at a time. Whoever writes it changes the verification. */
  slot: string;
}

/** One request, signed in or not. */
export interface Visit {
  /** The policy in force. */
  policy: Policy;
  /** The limits of the policy's preset. */
  limits: Limits;
  /** `null` where nobody is signed in. */
  session: Session | null;
  /** What the person has registered; nothing where nobody is signed in. */
  person: Person;
  /** What their directory has that counts as confirmed. */
  directory: Reach;
  /** The code that this session waits for; `null` where there is none. */
  verification: Verification | null;
  /** What this session is setting up; `null` where there is nothing. */
  setup: Setup | null;
  /** What became of the last code message of this session. */
  receipt: Handover | null;
  /** Milliseconds since the Unix epoch, the same for the whole request. */
  now: number;
  /** `null` where nobody is signed in. */
  entries: VisitEntries | null;
}

/** A visit of a person who is signed in. */
export interface SignedInVisit extends Visit {
  /** Whose visit it is. */
  session: Session;
  /** What a change checks itself against. */
  entries: VisitEntries;
}

/** Whether somebody is signed in. */
export function isSignedIn(visit: Visit): visit is SignedInVisit {
  return visit.session !== null && visit.entries !== null;
}

/** Nobody's visit, which reads nothing. */
export function unreadVisit(now: number, policy = DEFAULT_POLICY): Visit {
  return {
    policy,
    limits: LIMITS[policy.limits],
    session: null,
    person: NEWCOMER,
    directory: NO_REACH,
    verification: null,
    setup: null,
    receipt: null,
    now,
    entries: null,
  };
}
