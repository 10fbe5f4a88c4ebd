/**
 * What one request knows of the person: read once, in one operation.
 *
 * @module
 */
import { tokenDigest } from "@/lib/crypto/token.ts";
import { LIMITS, type Limits } from "@/lib/domain/limits.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { isOpen, type Session, SESSION_LIMITS } from "@/lib/domain/session.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type Handover,
  type Outgoing,
  outgoingRef,
  receiptRef,
} from "@/lib/store/outbox.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { change } from "@/lib/store/entries.ts";
import type { Entry } from "@/lib/store/record.ts";
import { commit, read } from "@/lib/store/records.ts";
import { sessionRef } from "@/lib/store/sessions.ts";
import { verificationRef } from "@/lib/store/verifications.ts";

/** The records behind a signed-in visit, as they were read. */
export interface VisitEntries {
  /** The session of the cookie's token. */
  session: Entry<Session>;
  /** What the person has registered. */
  person: Entry<Person>;
  /** The code that this session waits for. */
  verification: Entry<Verification>;
  /** That code's message, while it waits to leave. */
  outgoing: Entry<Outgoing>;
  /** What became of that message. */
  receipt: Entry<Handover>;
  /** The outbox slot of this session's code message: one at a time. */
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
  /** The code that this session waits for; `null` where there is none. */
  verification: Verification | null;
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

/**
 * Opens the visit of the browser that holds `cookie` (`token.account`); of
 * nobody where it is `null`, unknown, or over. Nobody's visit reads nothing.
 */
export async function openVisit(
  deps: Deps,
  cookie: string | null,
): Promise<Visit> {
  const [token, account] = cookie?.split(".") ?? [];
  const now = deps.now();
  if (!token || !account) return unreadVisit(now);
  const digest = tokenDigest(token);
  const slot = `code-${digest}`;
  const [policy, session, person, verification, outgoing, receipt] = await read(
    deps.kv,
    [
      policyRef(),
      sessionRef(digest),
      personRef(account),
      verificationRef(account, digest),
      outgoingRef(slot),
      receiptRef(slot),
    ] as const,
  );
  const inForce = policy.value ?? DEFAULT_POLICY;
  const who = person.value ?? NEWCOMER;
  const open = session.value !== null && session.value.account === account &&
    isOpen(session.value, who.epoch, now);
  if (!open) return unreadVisit(now, inForce);
  if (session.value.seenAt + SESSION_LIMITS.touch <= now) {
    deps.later(() => touch(deps, session));
  }
  return {
    policy: inForce,
    limits: LIMITS[inForce.limits],
    session: session.value,
    person: who,
    verification: verification.value,
    receipt: receipt.value,
    now,
    entries: { session, person, verification, outgoing, receipt, slot },
  };
}

/** Nobody's visit, which reads nothing. */
export function unreadVisit(now: number, policy = DEFAULT_POLICY): Visit {
  return {
    policy,
    limits: LIMITS[policy.limits],
    session: null,
    person: NEWCOMER,
    verification: null,
    receipt: null,
    now,
    entries: null,
  };
}

/** Notes that the session is in use. A refused commit means that somebody else has, or ended it. */
async function touch(deps: Deps, entry: Entry<Session>): Promise<void> {
  if (entry.value === null) return;
  await commit(deps.kv, [
    change(entry, { ...entry.value, seenAt: deps.now() }),
  ]);
}
