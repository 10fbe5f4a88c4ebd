/**
 * Asking for a code to a telephone number that was typed.
 *
 * @module
 */
import type { PhoneChannel } from "@/lib/domain/method.ts";
import {
  type NumberFault,
  type PhoneNumber,
  readNumber,
} from "@/lib/domain/phone.ts";
import {
  type ChannelFault,
  refuseChannel,
} from "@/lib/domain/phone_channel.ts";
import { mayRegister, type Policy } from "@/lib/domain/policy.ts";
import { isProved } from "@/lib/domain/session.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { dispatchCode, type Dispatched } from "@/lib/flows/dispatch_code.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** What the person asks for. */
export interface SendRequest {
  /** The number as it was typed. */
  number: string;
  /** The region chosen in the list: ISO 3166-1 alpha-2, or empty. */
  region: string;
  /** By text or by call. */
  channel: PhoneChannel;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** Why nothing is sent before any limit is asked. */
export type Refusal =
  | { kind: "number"; why: NumberFault }
  | { kind: "channel"; why: ChannelFault }
  /** The password must be given again first. */
  | { kind: "stale" }
  /** The policy does not let this person register a phone. */
  | { kind: "closed" };

/** What came of asking for a code. */
export type SendAnswer = Dispatched | Refusal;

/** Sends a code to the number, or says why not. */
export async function sendCode(
  deps: Deps,
  visit: SignedInVisit,
  request: SendRequest,
): Promise<SendAnswer> {
  const typed = readNumber(request.number, request.region);
  if (!typed.ok) {
    return mayChangePhone(visit) ?? { kind: "number", why: typed.why };
  }
  const { channel, block, locale } = request;
  const refusal = mayChangePhone(visit) ??
    mayReceive(visit.policy, typed.number, channel);
  if (refusal !== null) return refusal;
  return await dispatchCode(deps, visit, {
    number: typed.number,
    channel,
    block,
    locale,
  });
}

/** Why this person may not set up or change a phone now; `null` where they may. */
export function mayChangePhone(
  { policy, person, session, now }: SignedInVisit,
): Refusal | null {
  const open = policy.methods.includes("phone") &&
    mayRegister(policy, session.groups);
  if (!open) return { kind: "closed" };
  const changes = person.phone !== null;
  return changes && !isProved(session, now) ? { kind: "stale" } : null;
}

/** Why a number cannot get a code by that channel; `null` where it can. */
export function mayReceive(
  policy: Policy,
  number: PhoneNumber,
  channel: PhoneChannel,
): Refusal | null {
  const allowed = channel === "sms"
    ? policy.smsCountries
    : policy.voiceCountries;
  const why = refuseChannel(number, channel, allowed);
  return why === null ? null : { kind: "channel", why };
}
