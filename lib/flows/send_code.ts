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
import type { Policy } from "@/lib/domain/policy.ts";
import { MOST_PHONES } from "@/lib/flows/bind_phone.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { dispatchCode, type Dispatched } from "@/lib/flows/dispatch_code.ts";
import { type ChangeRefusal, mayChange } from "@/lib/flows/may_change.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** What the person asks for. */
export interface SendRequest {
  /** The number as it was typed. */
  number: string;
  /** The region chosen in the list: ISO 3166-1 alpha-2, or empty. */
  region: string;
  /** The index of the phone that it will replace; `null` where it is added. */
  replaces: string | null;
  /** By text or by call. */
  channel: PhoneChannel;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** Why nothing is sent before any limit is asked; `closed` also where there are two phones already. */
export type Refusal =
  | { kind: "number"; why: NumberFault }
  | { kind: "channel"; why: ChannelFault }
  | ChangeRefusal;

/** What came of asking for a code. */
export type SendAnswer = Dispatched | Refusal;

/** Sends a code to the number, or says why not. */
export async function sendCode(
  deps: Deps,
  visit: SignedInVisit,
  request: SendRequest,
): Promise<SendAnswer> {
  const { channel, block, locale, replaces } = request;
  const refused = mayChangePhone(visit, replaces);
  if (refused !== null) return refused;
  const typed = readNumber(request.number, request.region);
  if (!typed.ok) return { kind: "number", why: typed.why };
  const { number } = typed;
  const refusal = mayReceive(visit.policy, number, channel);
  if (refusal !== null) return refusal;
  const target = { method: "phone", number } as const;
  const order = { target, channel, block, locale, replaces };
  return await dispatchCode(deps, visit, order);
}

/** Why this person may not set up or change a phone now; `null` where they may. */
export function mayChangePhone(
  visit: SignedInVisit,
  replaces: string | null,
): Refusal | null {
  const full = visit.person.phones.length >= MOST_PHONES;
  if (full && replaces === null) return { kind: "closed" };
  return mayChange(visit, "phone");
}

/** Why a number cannot get a code by that channel; `null` where it can. */
export function mayReceive(
  policy: Policy,
  number: PhoneNumber,
  channel: PhoneChannel,
): Extract<Refusal, { kind: "channel" }> | null {
  const allowed = channel === "sms"
    ? policy.smsCountries
    : policy.voiceCountries;
  const why = refuseChannel(number, channel, allowed);
  return why === null ? null : { kind: "channel", why };
}
