/**
 * Asking for the code again, by the same channel or the other.
 *
 * @module
 */
import { readNumber } from "@/lib/domain/phone.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { dispatchCode } from "@/lib/flows/dispatch_code.ts";
import {
  mayChangePhone,
  mayReceive,
  type SendAnswer,
  type SendRequest,
} from "@/lib/flows/send_code.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** What came of asking again; `none` where no number was given before. */
export type ResendAnswer = SendAnswer | { kind: "none" };

/** Sends the code again, or a new one where the old one is too old or burnt. */
export async function resendCode(
  deps: Deps,
  visit: SignedInVisit,
  request: Pick<SendRequest, "channel" | "block" | "locale">,
): Promise<ResendAnswer> {
  const { verification } = visit;
  if (verification === null || verification.step === "used") {
    return { kind: "none" };
  }
  const e164 = deps.keyring.open("number", verification.number);
  const read = readNumber(e164, verification.region);
  if (!read.ok) return { kind: "number", why: read.why };
  const number = { ...read.number, overruled: verification.overruled };
  const refusal = mayChangePhone(visit) ??
    mayReceive(visit.policy, number, request.channel);
  if (refusal !== null) return refusal;
  return await dispatchCode(deps, visit, { number, ...request });
}
