/**
 * The codes of a practice run: to what is on file, and to the office phone.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import { officeTarget } from "@/lib/flows/directory_contact.ts";
import { type ContactDeps } from "@/lib/flows/sealed_contact.ts";
import { dispatchCode } from "@/lib/flows/dispatch_code.ts";
import {
  proveCode,
  type ProveCodeAnswer,
} from "@/lib/flows/proofs/prove_code.ts";
import {
  type Destination,
  proofDestinations,
  sendProof,
  type SendProofAnswer,
} from "@/lib/flows/proofs/send_proof.ts";
import { mayReceive } from "@/lib/flows/send_code.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

const PRACTICE = "practice";

/** The ways in which a code can reach this person: the office phone is called, never texted. */
export function practiceDestinations(
  deps: ContactDeps,
  visit: SignedInVisit,
): Destination[] {
  const { policy, session } = visit;
  const office = policy.methods.includes("officePhone")
    ? officeTarget(deps, session.contact)
    : null;
  const reached = office !== null &&
    mayReceive(policy, office.target.number, "voice") === null;
  const call = reached ? [{ ...office, channel: "voice" as const }] : [];
  return [...proofDestinations(deps, visit), ...call];
}

/** Sends a code there that counts in a practice run alone. */
export async function sendPractice(
  deps: Deps,
  visit: SignedInVisit,
  request: Destination & { block: string; locale: string },
): Promise<SendProofAnswer> {
  const { index, channel, target, block, locale } = request;
  const how = { channel, block, locale, proves: PRACTICE } as const;
  const office = officeTarget(deps, visit.session.contact)?.index;
  return index === office
    ? await dispatchCode(deps, visit, { ...how, target, replaces: index })
    : await sendProof(deps, visit, { ...how, index });
}

/** Counts one try of such a code. */
export async function enterPractice(
  deps: Deps,
  visit: SignedInVisit,
  code: string,
): Promise<ProveCodeAnswer> {
  const office = officeTarget(deps, visit.session.contact)?.index ?? null;
  return await proveCode(deps, visit, { code, end: PRACTICE, office });
}
