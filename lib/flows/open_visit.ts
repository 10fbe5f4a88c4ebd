/**
 * Reading what one request knows of the person, in one operation.
 *
 * @module
 */
import { tokenDigest } from "@/lib/crypto/token.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { policyFor } from "@/lib/domain/reset_gates.ts";
import { isOpen, type Session, SESSION_LIMITS } from "@/lib/domain/session.ts";
import type { Delivery } from "@/lib/delivery/delivery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { directoryReach } from "@/lib/flows/directory_contact.ts";
import {
  type SignedInVisit,
  unreadVisit,
  type Visit,
  type VisitEntries,
} from "@/lib/flows/visit.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { receiptRef } from "@/lib/store/outbox.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Entry } from "@/lib/store/record.ts";
import { commit, read } from "@/lib/store/records.ts";
import { sessionRef } from "@/lib/store/sessions.ts";
import { setupRef } from "@/lib/store/setups.ts";
import { verificationRef } from "@/lib/store/verifications.ts";

/**
 * Opens the visit of the browser that holds `cookie` (`token.account`); of
 * nobody where it is `null`, unknown, or over. Nobody's visit reads nothing. A
 * lean one has no set-up and no receipt.
 */
export async function openVisit(
  deps: Deps,
  cookie: string | null,
  { lean = false }: { lean?: boolean } = {},
): Promise<Visit> {
  const [token, account] = cookie?.split(".") ?? [];
  const now = deps.now();
  if (!token || !account) return unreadVisit(now);
  const asked = { token, account, lean };
  const { policy, ...entries } = await readEntries(deps, asked);
  const { session, person } = entries;
  const inForce = reachable(policy.value ?? DEFAULT_POLICY, deps.delivery);
  const who = person.value ?? NEWCOMER;
  const open = session.value !== null && session.value.account === account &&
    isOpen(session.value, who.epoch, now);
  if (!open) return unreadVisit(now, inForce);
  if (session.value.seenAt + SESSION_LIMITS.touch <= now) {
    deps.later(() => touch(deps, session));
  }
  return {
    policy: policyFor(inForce, session.value.groups),
    limits: LIMITS[inForce.limits],
    session: session.value,
    person: who,
    directory: directoryReach(deps, session.value.contact, inForce),
    verification: entries.verification.value,
    setup: entries.setup.value,
    receipt: entries.receipt.value,
    now,
    entries,
  };
}

/** All that a request asks for, in one operation: up to ten records are. */
async function readEntries(
  { kv }: Deps,
  { token, account, lean }: { token: string; account: string; lean: boolean },
): Promise<VisitEntries & { policy: Entry<Policy> }> {
  const digest = tokenDigest(token);
  const slot = `code-${digest}`;
  const judged = [
    policyRef(),
    sessionRef(digest),
    personRef(account),
    verificationRef(account, digest),
  ] as const;
  const [setupAt, receiptAt] = [setupRef(account, digest), receiptRef(slot)];
  const [policy, session, person, verification, setup, receipt] = lean
    ? [...await read(kv, judged), absent(setupAt), absent(receiptAt)] as const
    : await read(kv, [...judged, setupAt, receiptAt] as const);
  return { policy, session, person, verification, setup, receipt, slot };
}

/** A lean visit with what became of its code's message. */
export async function withReceipt(
  { kv }: Pick<Deps, "kv">,
  visit: SignedInVisit,
): Promise<SignedInVisit> {
  const [receipt] = await read(kv, [visit.entries.receipt.ref] as const);
  return { ...visit, receipt: receipt.value };
}

/** Notes that a session is in use. A refused commit means that somebody else has, or ended it. */
export async function touch<Kind extends Session>(
  deps: Deps,
  entry: Entry<Kind>,
): Promise<void> {
  if (entry.value === null) return;
  await commit(deps.kv, [
    change(entry, { ...entry.value, seenAt: deps.now() }),
  ]);
}

/** The policy without the ways that no gateway serves. */
export function reachable(policy: Policy, { channels }: Delivery): Policy {
  const sms = channels.includes("sms");
  const voice = channels.includes("voice");
  if (sms && voice) return policy;
  return {
    ...policy,
    smsCountries: sms ? policy.smsCountries : [],
    voiceCountries: voice ? policy.voiceCountries : [],
  };
}
