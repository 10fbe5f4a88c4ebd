/**
 * What a session's verification becomes when a code is sent.
 *
 * @module
 */
import { resendWait } from "@/lib/domain/limits.ts";
import type { PhoneChannel } from "@/lib/domain/method.ts";
import type { PhoneNumber } from "@/lib/domain/phone.ts";
import type { Purpose, Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Where a code goes, and for whom it is worded. */
export interface Order {
  /** The number, as it was read. */
  number: PhoneNumber;
  /** By text or by call. */
  channel: PhoneChannel;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** What is drawn before the decision, so that the decision can be made again. */
export interface Drawn {
  /** The transaction's ID: 128 bits. */
  id: string;
  /** Six digits. */
  code: string;
  /** The number, sealed. */
  number: string;
  /** Where in the jitter the next wait falls: 0 to 1. */
  share: number;
}

/** What the next verification is made of. */
export interface Parts {
  /** What is asked for. */
  order: Order;
  /** What the code will be good for. */
  purpose: Purpose;
  /** The last verification of the same number in this session. */
  last: Verification | null;
  /** The random parts. */
  drawn: Drawn;
}

/** Whether a verification is for the number of the order. */
export function hasNumber(
  deps: Deps,
  verification: Verification | null,
  { number }: Order,
): boolean {
  return verification !== null &&
    deps.keyring.matches(verification.index, "number", number.e164);
}

/** The same code again while it lives, its life no longer; else a new one. */
export function nextVerification(
  deps: Deps,
  { limits, now, session }: SignedInVisit,
  { order, purpose, last, drawn }: Parts,
): Verification {
  const sends = (last?.sends ?? 0) + 1;
  const sent = {
    channel: order.channel,
    sends,
    sentAt: now,
    resendAt: now + resendWait(limits, sends, drawn.share),
  };
  const alive = last?.step === "code" && last.purpose === purpose &&
    now < last.until;
  if (alive) return { ...last, ...sent };
  const { id, code } = drawn;
  const { account } = session;
  return {
    ...sent,
    step: "code",
    id,
    purpose,
    number: drawn.number,
    index: deps.keyring.digest("number", order.number.e164),
    region: order.number.region,
    overruled: order.number.overruled,
    code: deps.keyring.seal("code", code),
    digest: deps.keyring.digest("code", purpose, id, account, code),
    until: now + limits.code.life,
    tries: 0,
  };
}
