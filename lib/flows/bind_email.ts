/**
 * What a confirmed address becomes.
 *
 * @module
 */
import type { Person } from "@/lib/domain/person.ts";
import type { Email } from "@/lib/domain/proofs.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Binding, Bound } from "@/lib/flows/bind_proof.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { emailIndexRef } from "@/lib/store/people.ts";
import type { Change } from "@/lib/store/record.ts";

/** Makes the address of a verification the person's only one. */
export function bindEmail(
  person: Person,
  { to, index }: Verification,
  { account, locale, now }: Pick<Binding, "account" | "locale" | "now">,
): Bound {
  const email: Email = { address: to, index, locale, confirmedAt: now };
  const old = person.email;
  const added = change(guarded(emailIndexRef(index, account)), account);
  const gone = old === null || old.index === index
    ? []
    : [unindexEmail(old, account)];
  return {
    kind: "bound",
    person: { ...person, email },
    index: [added, ...gone],
  };
}

/** Takes an address out of the index. */
export function unindexEmail({ index }: Email, account: string): Change {
  return change(guarded(emailIndexRef(index, account)), null);
}
