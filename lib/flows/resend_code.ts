/**
 * Asking for the code again, by the same channel or another.
 *
 * @module
 */
import type { Channel } from "@/lib/domain/method.ts";
import { isProof } from "@/lib/domain/purpose.ts";
import { methodOf } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { dispatchCode } from "@/lib/flows/dispatch_code.ts";
import {
  mayChangePhone,
  mayReceive,
  type SendAnswer,
} from "@/lib/flows/send_code.ts";
import {
  type EmailAnswer,
  mayChangeEmail,
  ownAddress,
} from "@/lib/flows/send_email_code.ts";
import { type Target, targetOf } from "@/lib/flows/target.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** How the code should come again. */
export interface Again {
  /** The way. */
  channel: Channel;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** What came of asking again; `none` where nothing was given before that this way could reach. */
export type ResendAnswer = SendAnswer | EmailAnswer | { kind: "none" };

/** Sends the code again, or a new one where the old one is too old or burnt. */
export async function resendCode(
  deps: Deps,
  visit: SignedInVisit,
  again: Again,
): Promise<ResendAnswer> {
  const { verification } = visit;
  if (verification === null || verification.step === "used") {
    return { kind: "none" };
  }
  const { purpose, replaces } = verification;
  const method = again.channel === "email" ? "email" : "phone";
  if (methodOf(purpose) !== method || isProof(purpose)) return { kind: "none" };
  const target = targetOf(deps.keyring, verification);
  if (target === null) return { kind: "number", why: "invalid" };
  const refusal = refuse({ deps, visit, target }, again.channel, replaces);
  if (refusal !== null) return refusal;
  return await dispatchCode(deps, visit, { ...again, target, replaces });
}

/** The policy may have changed since the first time. */
function refuse(
  { deps, visit, target }: {
    deps: Deps;
    visit: SignedInVisit;
    target: Target;
  },
  channel: Channel,
  replaces: string | null,
): ResendAnswer | null {
  if (target.method === "email" || channel === "email") {
    return mayChangeEmail(deps, visit) ??
      (target.method === "email" ? ownAddress(visit, target.address) : null);
  }
  return mayChangePhone(visit, replaces) ??
    mayReceive(visit.policy, target.number, channel);
}
