/**
 * Asking for a code to an email address that was typed.
 *
 * @module
 */
import {
  type AddressFault,
  isOwnAddress,
  readAddress,
} from "@/lib/domain/email_address.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { dispatchCode, type Dispatched } from "@/lib/flows/dispatch_code.ts";
import { type ChangeRefusal, mayChange } from "@/lib/flows/may_change.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** What the person asks for. */
export interface EmailRequest {
  /** The address as it was typed. */
  address: string;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** Why nothing is sent before any limit is asked. */
export type EmailRefusal =
  /** `own`: it is the organisation's, and may be out of reach without the password. */
  | { kind: "address"; why: AddressFault | "own" }
  | ChangeRefusal;

/** What came of asking for a code. */
export type EmailAnswer = Dispatched | EmailRefusal;

/** Sends a code to the address, or says why not. */
export async function sendEmailCode(
  deps: Deps,
  visit: SignedInVisit,
  { address: typed, block, locale }: EmailRequest,
): Promise<EmailAnswer> {
  const read = readAddress(typed);
  const refusal = mayChangeEmail(deps, visit);
  if (refusal !== null) return refusal;
  if (!read.ok) return { kind: "address", why: read.why };
  const { address } = read;
  const own = ownAddress(visit, address);
  if (own !== null) return own;
  return await dispatchCode(deps, visit, {
    target: { method: "email", address },
    channel: "email",
    block,
    locale,
    replaces: visit.person.email?.index ?? null,
  });
}

/** Why this person may not set up or change an address now; `null` where they may. */
export function mayChangeEmail(
  { delivery }: Deps,
  visit: SignedInVisit,
): ChangeRefusal | null {
  return delivery.channels.includes("email")
    ? mayChange(visit, "email")
    : { kind: "closed" };
}

/** That an address is the organisation's; `null` where it is not. */
export function ownAddress(
  { policy, session }: SignedInVisit,
  address: string,
): EmailRefusal | null {
  return isOwnAddress(address, policy.ownDomains, session.userName)
    ? { kind: "address", why: "own" }
    : null;
}
