/**
 * The codes of a reset, and of a practice of one: where they can go, sending one,
 * typing it.
 *
 * @module
 */
import { trusted } from "@/lib/domain/frozen.ts";
import { blockedAnswer } from "@/lib/domain/judge_proof.ts";
import type { Channel } from "@/lib/domain/method.ts";
import { isSameNumber } from "@/lib/domain/phone_same.ts";
import { isProofFor } from "@/lib/domain/purpose.ts";
import { endOf, type Run } from "@/lib/domain/reset.ts";
import { laneOf } from "@/lib/domain/lane.ts";
import { stopsOf } from "@/lib/domain/tally.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { officeTarget } from "@/lib/flows/directory_contact.ts";
import { dispatchCode } from "@/lib/flows/dispatch_code.ts";
import { countedAs, type Order } from "@/lib/flows/next_verification.ts";
import {
  type ProofTry,
  proveCode,
  type ProveCodeAnswer,
} from "@/lib/flows/proofs/prove_code.ts";
import {
  type Destination,
  proofDestinations,
  type SendProofAnswer,
} from "@/lib/flows/proofs/send_proof.ts";
import {
  countNumber,
  type NumberAnswer,
} from "@/lib/flows/reset/count_number.ts";
import { mailLinks } from "@/lib/flows/reset/make_mail_link.ts";
import { numberBudgets } from "@/lib/flows/reset/reset_budgets.ts";
import { supported } from "@/lib/flows/reset/reset_log.ts";
import { resetPerson } from "@/lib/flows/reset/reset_person.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { ContactDeps } from "@/lib/flows/sealed_contact.ts";
import { mayReceive } from "@/lib/flows/send_code.ts";
import type { Target } from "@/lib/flows/target.ts";

/** Where the code should go, and from where it is asked for. */
export interface ResetSend {
  /** One of {@linkcode resetDestinations}. */
  destination: Pick<Destination, "index" | "channel">;
  /** The whole number of a phone, in any form; `null` for an address, and where it was typed for the code that is under way. */
  typed: string | null;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
}

/** What came of it. */
export type SendResetAnswer =
  | SendProofAnswer
  | NumberAnswer;

/** The ways in which a code can reach this person, as a stranger may know them: what is on file, and the office phone by call. */
export function resetDestinations(
  deps: ContactDeps,
  visit: RunVisit,
): Destination[] {
  const { person, policy } = resetPerson(deps, visit);
  const office = policy.methods.includes("officePhone")
    ? officeTarget(deps, visit.session.contact)
    : null;
  const reached = office !== null &&
    mayReceive(policy, office.target.number, "voice") === null;
  const call = reached ? [{ ...office, channel: "voice" as const }] : [];
  return [...proofDestinations(deps, { person, policy }, "stranger"), ...call];
}

/** Sends a code there that counts in this reset alone, or in this practice. To a phone only for who knows its whole number. */
export async function sendReset(
  deps: Deps,
  visit: RunVisit,
  { destination, typed, block, locale }: ResetSend,
): Promise<SendResetAnswer> {
  const { index, channel } = destination;
  const found = resetDestinations(deps, visit).find((each) =>
    each.index === index && each.channel === channel
  );
  if (found === undefined || isSent(visit)) return { kind: "none" };
  const { target } = found;
  // Before the number is looked at, or the answer would tell the right one.
  const blocked = blockOf(visit, target);
  if (blocked !== null) return blocked;
  const logging = logOf(deps, visit.session);
  const free = target.method === "email" || isUnderWay(visit, index);
  const right = free || isSameNumber(typed ?? "", target.number);
  if (!right) return await countNumber(logging, visit);
  const refusal = target.method === "phone" && channel !== "email"
    ? mayReceive(visit.policy, target.number, channel)
    : null;
  if (refusal !== null) {
    const counted = free ? null : await countNumber(logging, visit);
    return counted?.kind === "numbers" ? counted : refusal;
  }
  const answer = await dispatchCode(logging, visit, {
    channel,
    block,
    locale,
    target,
    replaces: index,
    proves: endOf(visit.session),
    decoy: visit.session.decoy ?? false,
    also: free ? [] : numberBudgets(visit.session),
    ...linked(deps, visit, channel),
  });
  return answer.kind === "limit" && answer.also
    ? { kind: "numbers", until: answer.until }
    : answer;
}

/** Counts one try of such a code. */
export async function enterReset(
  deps: Deps,
  visit: RunVisit,
  code: string,
): Promise<ProveCodeAnswer> {
  return await enter(deps, visit, { code, link: false });
}

/** Enters the code of a mail whose link was followed. Nobody can guess that. */
export async function enterLinked(
  deps: Deps,
  visit: RunVisit & { verification: Verification },
): Promise<ProveCodeAnswer> {
  const code = deps.keyring.open("code", visit.verification.code);
  return await enter(deps, visit, { code, link: true });
}

async function enter(
  deps: Deps,
  visit: RunVisit,
  typed: Pick<ProofTry, "code" | "link">,
): Promise<ProveCodeAnswer> {
  const replaces = visit.verification?.replaces ?? null;
  const { phones, email } = trusted(visit.person);
  const own = [email, ...phones].some((each) => each?.index === replaces);
  // What the directory has is not on file here, and counts beside it.
  const beside = !own &&
    resetDestinations(deps, visit).some(({ index }) => index === replaces);
  const attempt = {
    ...typed,
    end: endOf(visit.session),
    beside: beside ? replaces : null,
  };
  return await proveCode(logOf(deps, visit.session), visit, attempt);
}

/** The link beside the code, in a reset's mail where the policy has it. */
function linked(
  deps: Deps,
  visit: RunVisit,
  channel: Channel,
): Pick<Order, "link"> {
  const has = channel === "email" && endOf(visit.session) === "reset" &&
    visit.policy.mailLink === "yes";
  return has ? { link: mailLinks(deps, visit) } : {};
}

/** The answer to every send of a method that takes no codes now, in a practice; `null` where it does. */
function blockOf(
  { person, session, now }: RunVisit,
  target: Target,
): Extract<SendProofAnswer, { kind: "blocked" }> | null {
  const tally = { method: countedAs({ target }), lane: laneOf(session) };
  const answer = blockedAnswer(stopsOf(person, tally, now), now);
  return answer?.kind === "blocked" ? answer : null;
}

/** What is done in a reset can be found in the log by its support code. */
function logOf(deps: Deps, { support }: Run): Deps {
  return support === undefined ? deps : supported(deps, { support });
}

/** Whether a code has come back already: a second one would prove nothing more. */
function isSent({ session: { practice } }: RunVisit): boolean {
  return (["sms", "voice", "email"] as const).some((proof) =>
    practice.includes(proof)
  );
}

/** Whether the number was typed for the code that this reset waits for. */
function isUnderWay(
  { verification, session }: RunVisit,
  index: string,
): boolean {
  return verification !== null && verification.step !== "used" &&
    verification.replaces === index &&
    isProofFor(verification.purpose, endOf(session));
}
