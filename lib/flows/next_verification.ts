/**
 * What a session's verification becomes when a code is sent.
 *
 * @module
 */
import { resendWait } from "@/lib/domain/limits.ts";
import type { Channel } from "@/lib/domain/method.ts";
import type { ProofEnd } from "@/lib/domain/purpose.ts";
import type { Purpose, Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { indexesOf, type Target } from "@/lib/flows/target.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Where a code goes, and for whom it is worded. */
export interface Order {
  /** The number or address, as it was read. */
  target: Target;
  /** How it goes there. */
  channel: Channel;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
  /** The index of what it will replace, or is to prove; `null` where it is added. */
  replaces: string | null;
  /** For which end it proves who the person is; absent where it sets something up. */
  proves?: ProofEnd;
}

/** What is drawn before the decision, so that the decision can be made again. */
export interface Drawn {
  /** The transaction's ID: 128 bits. */
  id: string;
  /** Six digits. */
  code: string;
  /** The number or address, sealed. */
  to: string;
  /** Where in the jitter the next wait falls: 0 to 1. */
  share: number;
}

/** What the next verification is made of. */
export interface Parts {
  /** What is asked for. */
  order: Order;
  /** The last verification of the same number or address in this session. */
  last: Verification | null;
  /** The random parts. */
  drawn: Drawn;
}

/** Whether a verification of the same number or address is for the same end, too. */
export function isSameOrder(last: Verification, order: Order): boolean {
  return last.purpose === purposeOf(order) && last.replaces === order.replaces;
}

/** The same code again while it lives, its life no longer; else a new one. */
export function nextVerification(
  deps: Deps,
  { limits, now, session }: SignedInVisit,
  { order, last, drawn }: Parts,
): Verification {
  const sends = (last?.sends ?? 0) + 1;
  const sent = {
    channel: order.channel,
    sends,
    sentAt: now,
    resendAt: now + resendWait(limits, sends, drawn.share),
  };
  const alive = last?.step === "code" && isSameOrder(last, order) &&
    now < last.until;
  if (alive) return { ...last, ...sent };
  const { id, code, to } = drawn;
  const { account } = session;
  const purpose = purposeOf(order);
  const [index = "", ...older] = indexesOf(deps.keyring, order.target);
  return {
    ...sent,
    step: "code",
    id,
    purpose,
    to,
    replaces: order.replaces,
    index,
    older,
    ...countryOf(order.target),
    code: deps.keyring.seal("code", code),
    digest: deps.keyring.digest("code", purpose, id, account, code),
    until: now + limits.code.life,
    tries: 0,
  };
}

function purposeOf({ target, replaces, proves }: Order): Purpose {
  if (proves) return `${target.method}.${proves}`;
  return `${target.method}.${replaces === null ? "register" : "change"}`;
}

function countryOf(
  target: Target,
): Pick<Verification, "region" | "overruled"> {
  if (target.method === "email") return { region: null, overruled: false };
  const { region, overruled } = target.number;
  return { region, overruled };
}
