/**
 * The codes of a practice run: to what is on file, to what the directory has
 * where that is as good as confirmed, and to the office phone.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import { officeTarget } from "@/lib/flows/directory_contact.ts";
import { dispatchCode } from "@/lib/flows/dispatch_code.ts";
import {
  proveCode,
  type ProveCodeAnswer,
} from "@/lib/flows/proofs/prove_code.ts";
import {
  type Destination,
  proofDestinations,
  type SendProofAnswer,
} from "@/lib/flows/proofs/send_proof.ts";
import { practicePerson } from "@/lib/flows/registration/practice.ts";
import type { ContactDeps } from "@/lib/flows/sealed_contact.ts";
import { mayReceive } from "@/lib/flows/send_code.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

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
  const person = practicePerson(deps, visit);
  return [...proofDestinations(deps, { person, policy }), ...call];
}

/** Sends a code there that counts in a practice run alone. */
export async function sendPractice(
  deps: Deps,
  visit: SignedInVisit,
  { index, channel, block, locale }: Pick<Destination, "index" | "channel"> & {
    block: string;
    locale: string;
  },
): Promise<SendProofAnswer> {
  const found = practiceDestinations(deps, visit).find((each) =>
    each.index === index && each.channel === channel
  );
  if (found === undefined) return { kind: "none" };
  const how = { channel, block, locale, proves: "practice" } as const;
  const { target } = found;
  return await dispatchCode(deps, visit, { ...how, target, replaces: index });
}

/** Counts one try of such a code. */
export async function enterPractice(
  deps: Deps,
  visit: SignedInVisit,
  code: string,
): Promise<ProveCodeAnswer> {
  const replaces = visit.verification?.replaces ?? null;
  const reached = practiceDestinations(deps, visit)
    .some(({ index }) => index === replaces);
  const beside = reached ? replaces : null;
  return await proveCode(deps, visit, { code, end: "practice", beside });
}
