/**
 * Asking for a code to a phone or an address that is on file, to prove who one is.
 *
 * @module
 */
import { trusted } from "@/lib/domain/frozen.ts";
import type { Channel, PhoneChannel } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import type { ProofEnd } from "@/lib/domain/purpose.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { dispatchCode, type Dispatched } from "@/lib/flows/dispatch_code.ts";
import { mayReceive, type Refusal } from "@/lib/flows/send_code.ts";
import type { Target } from "@/lib/flows/target.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";

/** Where the code should go. */
export interface ProofRequest {
  /** The blind index of the phone or the address. */
  index: string;
  /** How it goes there. */
  channel: Channel;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
  /** What it is for; a fresh proof where absent. */
  proves?: ProofEnd;
}

/** One way in which a code can reach what is on file. */
export interface Destination {
  /** The blind index of the phone or the address. */
  index: string;
  /** How it goes there. */
  channel: Channel;
  /** Where. */
  target: Target;
}

/** What came of it; `none` where nothing of that index is on file and trusted, or not by that channel. */
export type SendProofAnswer =
  | Dispatched
  | Extract<Refusal, { kind: "channel" }>
  | { kind: "none" };

/** Sends a code to what is on file. It counts in the same budgets as every other. */
export async function sendProof(
  deps: Deps,
  visit: SignedInVisit,
  { index: replaces, proves = "prove", ...how }: ProofRequest,
): Promise<SendProofAnswer> {
  const target = ownTarget(deps, visit.person, replaces);
  const mail = how.channel === "email";
  if (target === null || mail !== (target.method === "email")) {
    return { kind: "none" };
  }
  if (target.method === "phone" && how.channel !== "email") {
    const refusal = mayReceive(visit.policy, target.number, how.channel);
    if (refusal !== null) return refusal;
  }
  const order = { ...how, target, replaces, proves };
  return await dispatchCode(deps, visit, order);
}

/**
 * The ways in which a code can reach this person now: phones first, each by what
 * its country gets. A stranger is not told that a number is a landline.
 */
export function proofDestinations(
  deps: Pick<Deps, "keyring">,
  { person, policy }: Pick<SignedInVisit, "person" | "policy">,
  to: "owner" | "stranger" = "owner",
): Destination[] {
  const { phones, email } = trusted(person);
  const held = [
    ...policy.methods.includes("phone") ? phones : [],
    ...policy.methods.includes("email") && email ? [email] : [],
  ];
  return held.flatMap(({ index }): Destination[] => {
    const target = ownTarget(deps, person, index);
    if (target === null) return [];
    if (target.method === "email") return [{ index, channel: "email", target }];
    const why = (way: PhoneChannel) =>
      mayReceive(policy, target.number, way)?.why ?? null;
    return (["sms", "voice"] as const)
      .filter((way) =>
        why(way) === null || to === "stranger" && why(way) === "landline"
      )
      .map((channel) => ({ index, channel, target }));
  });
}

/** The person's trusted phone or address of that index; `null` of none. */
function ownTarget(
  { keyring }: Pick<Deps, "keyring">,
  person: Person,
  index: string,
): Target | null {
  const { phones, email } = trusted(person);
  if (email?.index === index) {
    return { method: "email", address: keyring.open("address", email.address) };
  }
  const phone = phones.find((each) => each.index === index);
  if (phone === undefined) return null;
  const { number, region } = phone;
  const read = readNumber(keyring.open("number", number), region);
  return read.ok ? { method: "phone", number: read.number } : null;
}
