/**
 * What a person has once recovery is open again.
 *
 * @module
 */
import { credentialDigest } from "@/lib/crypto/passkey_ids.ts";
import { lift, trusted } from "@/lib/domain/frozen.ts";
import type { Person } from "@/lib/domain/person.ts";
import {
  type Holders,
  leaveNumbers,
  type Moved,
} from "@/lib/flows/phone_holders.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { emailIndexRef, passkeyIndexRef } from "@/lib/store/people.ts";
import type { Entry, Ref } from "@/lib/store/record.ts";

/**
 * The changes that lift a freeze. What was set up since the doubt goes, with its
 * indexes: a stranger may have set it up, and must not recover the account with it.
 */
export function unfreeze(
  entry: Entry<Person>,
  person: Person,
  { account, holders }: { account: string; holders: Holders },
): Moved {
  const sure = trusted(person);
  const gone = <Each>(before: readonly Each[], after: readonly Each[]) =>
    before.filter((each) => !after.includes(each));
  const refs: Ref<string>[] = [
    ...gone(person.passkeys, sure.passkeys)
      .map(({ id }) => passkeyIndexRef(credentialDigest(id))),
    ...(person.email && !sure.email
      ? [emailIndexRef(person.email.index, account)]
      : []),
  ];
  const numbers = gone(person.phones, sure.phones).map(({ index }) => index);
  const moved = leaveNumbers(holders, account, numbers);
  if (moved.kind === "lacking") return moved;
  return {
    kind: "moved",
    changes: [
      change(entry, lift(sure)),
      ...moved.changes,
      ...refs.map((ref) => change(guarded(ref), null)),
    ],
  };
}
