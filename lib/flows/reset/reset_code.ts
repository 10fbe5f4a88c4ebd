/**
 * The codes of a reset: where they can go, sending one, typing it.
 *
 * @module
 */
import { trusted } from "@/lib/domain/frozen.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import { isProofFor } from "@/lib/domain/purpose.ts";
import { leftOf } from "@/lib/domain/usage.ts";
import { budgetRef, spendAll } from "@/lib/flows/budgets.ts";
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
import { mailLinks } from "@/lib/flows/reset/make_mail_link.ts";
import { numberBudget } from "@/lib/flows/reset/reset_budgets.ts";
import { supported } from "@/lib/flows/reset/reset_log.ts";
import { resetPerson } from "@/lib/flows/reset/reset_person.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { ContactDeps } from "@/lib/flows/sealed_contact.ts";
import { mayReceive } from "@/lib/flows/send_code.ts";
import type { Decision } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

const RESET = "reset";

/** A number as it was typed. */
export interface TypedNumber {
  /** In any form. */
  number: string;
  /** The region chosen in the list: ISO 3166-1 alpha-2, or empty. */
  region: string;
}

/** Where the code should go, and from where it is asked for. */
export interface ResetSend {
  /** One of {@linkcode resetDestinations}. */
  destination: Pick<Destination, "index" | "channel">;
  /** The whole number of a phone; `null` for an address, and where it was typed for the code that is under way. */
  typed: TypedNumber | null;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** What came of it. */
export type SendResetAnswer =
  | SendProofAnswer
  /** The number is another one; `left` is how many may still be typed for now. */
  | { kind: "mismatch"; left: number };

/** The ways in which a code can reach this person: what is on file, and the office phone by call. */
export function resetDestinations(
  deps: ContactDeps,
  visit: ResetVisit,
): Destination[] {
  const { person, policy } = resetPerson(deps, visit);
  const office = policy.methods.includes("officePhone")
    ? officeTarget(deps, visit.session.contact)
    : null;
  const reached = office !== null &&
    mayReceive(policy, office.target.number, "voice") === null;
  const call = reached ? [{ ...office, channel: "voice" as const }] : [];
  return [...proofDestinations(deps, { person, policy }), ...call];
}

/** Sends a code there that counts in this reset alone. To a phone only for who knows its whole number. */
export async function sendReset(
  deps: Deps,
  visit: ResetVisit,
  { destination, typed, block, locale }: ResetSend,
): Promise<SendResetAnswer> {
  const { index, channel } = destination;
  const found = resetDestinations(deps, visit).find((each) =>
    each.index === index && each.channel === channel
  );
  if (found === undefined || isSent(visit)) return { kind: "none" };
  const { target } = found;
  const logging = supported(deps, visit.session);
  const free = target.method === "email" || isUnderWay(visit, index);
  if (!free && e164Of(typed) !== target.number.e164) {
    return await countNumber(logging, visit, typed);
  }
  return await dispatchCode(logging, visit, {
    channel,
    block,
    locale,
    target,
    replaces: index,
    proves: RESET,
    decoy: visit.session.decoy,
    also: free ? [] : [numberBudget(visit.session)],
    ...channel === "email" && visit.policy.mailLink === "yes"
      ? { link: mailLinks(deps, visit) }
      : {},
  });
}

/** Counts one try of such a code. */
export async function enterReset(
  deps: Deps,
  visit: ResetVisit,
  code: string,
): Promise<ProveCodeAnswer> {
  const replaces = visit.verification?.replaces ?? null;
  const { phones, email } = trusted(visit.person);
  const own = [email, ...phones].some((each) => each?.index === replaces);
  // What the directory has is not on file here, and counts beside it.
  const beside = !own &&
    resetDestinations(deps, visit).some(({ index }) => index === replaces);
  const attempt = {
    code,
    end: RESET,
    beside: beside ? replaces : null,
  } as const;
  return await proveCode(supported(deps, visit.session), visit, attempt);
}

/** Whether a code has come back already: a second one would prove nothing more. */
function isSent({ session: { practice } }: ResetVisit): boolean {
  return (["sms", "voice", "email"] as const).some((proof) =>
    practice.includes(proof)
  );
}

/** Whether the number was typed for the code that this reset waits for. */
function isUnderWay({ verification }: ResetVisit, index: string): boolean {
  return verification !== null && verification.step !== "used" &&
    verification.replaces === index &&
    isProofFor(verification.purpose, RESET);
}

function e164Of(typed: TypedNumber | null): string | null {
  const read = typed && readNumber(typed.number, typed.region);
  return read?.ok ? read.number.e164 : null;
}

/** Counts a wrong number; what is no number at all tells nothing and is not counted. */
async function countNumber(
  deps: Deps,
  { session, limits, now }: ResetVisit,
  typed: TypedNumber | null,
): Promise<SendResetAnswer> {
  const budget = numberBudget(session);
  const windows = budget.windows(limits);
  const [counter] = await read(deps.kv, [budgetRef(deps, budget)]);
  const counts = e164Of(typed) !== null;
  const { result } = await transact(
    deps.kv,
    [counter] as const,
    ([entry]): Decision<SendResetAnswer> => {
      const spent = spendAll([budget], [entry], { limits, now });
      if (!spent.ok) {
        return { changes: [], result: { kind: "limit", until: spent.until } };
      }
      const left = leftOf(entry.value ?? [], windows, now);
      return counts
        ? {
          changes: spent.changes,
          result: { kind: "mismatch", left: left - 1 },
        }
        : { changes: [], result: { kind: "mismatch", left } };
    },
  );
  const { account } = session;
  const limit = result.kind === "limit";
  deps.log(limit ? "excess_rate_limit_exceeded" : "authn_number_fail", {
    account,
  });
  return result;
}
