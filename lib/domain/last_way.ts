/**
 * What taking a method away would mean for the person.
 *
 * @module
 */
import type { Person } from "@/lib/domain/person.ts";
import type { RecoveryPolicy } from "@/lib/domain/recovery.ts";
import { recoveryCheck } from "@/lib/domain/recovery_check.ts";

/** The method that would be taken away: one of the phones or passkeys, or the whole of another. */
export type Removal =
  | { method: "phone"; index: string }
  | { method: "passkey"; id: string }
  | { method: "email" | "totp" | "recoveryCodes" | "questions" };

/**
 * Whether the person could recover the account now, and could not any more
 * after that removal. `now` is in epoch milliseconds.
 */
export function isLastWay(
  person: Person,
  removal: Removal,
  { policy, now }: { policy: RecoveryPolicy; now: number },
): boolean {
  const open = { ...person, frozenAt: null };
  return recoveryCheck(open, policy, now).ok &&
    !recoveryCheck(without(open, removal), policy, now).ok;
}

/** The person as after that removal. */
export function without(person: Person, removal: Removal): Person {
  switch (removal.method) {
    case "phone": {
      const phones = person.phones.filter(({ index }) =>
        index !== removal.index
      );
      return { ...person, phones };
    }
    case "passkey": {
      const passkeys = person.passkeys.filter(({ id }) => id !== removal.id);
      return { ...person, passkeys };
    }
    default:
      return { ...person, [removal.method]: null };
  }
}
