/**
 * What a confirmed number becomes.
 *
 * @module
 */
import type { PhoneChannel } from "@/lib/domain/method.ts";
import type { Person, Phone } from "@/lib/domain/person.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Binding, Bound } from "@/lib/flows/bind_proof.ts";
import { takeNumber } from "@/lib/flows/phone_holders.ts";

/** How many numbers one person may have. */
export const MOST_PHONES = 2;

/**
 * Puts the number of a verification in the place of the one it replaces, or
 * behind the first. Two windows may each add a second one: the later one stays.
 */
export function bindPhone(
  person: Person,
  verification: Verification,
  binding: Binding,
): Bound {
  const { account, indexes, holders, cap } = binding;
  const phone = confirmed(verification, binding);
  const old = person.phones.find(({ index }) =>
    index === verification.replaces
  );
  // It may stand there under an older key.
  const known = person.phones.find(({ index }) => indexes.includes(index));
  const phones = known
    ? person.phones.map((each) => each === known ? phone : each)
      .filter((each) => each === phone || each !== old)
    : old
    ? person.phones.map((each) => each === old ? phone : each)
    : [...person.phones.slice(0, MOST_PHONES - 1), phone];
  const outOf = person.phones.map(({ index }) => index)
    .filter((each) => phones.every(({ index }) => index !== each));
  const moved = takeNumber(holders, { account, into: indexes, outOf, cap });
  if (moved.kind !== "moved") return moved;
  return { kind: "bound", person: { ...person, phones }, index: moved.changes };
}

function confirmed(
  { to, index, region, channel }: Verification,
  { locale, now, indexes: [newest = index] }: Binding,
): Phone {
  // A number's verification has a region and goes by text or call.
  return {
    number: to,
    index: newest,
    region: region ?? "",
    channel: channel as PhoneChannel,
    locale,
    confirmedAt: now,
  };
}
