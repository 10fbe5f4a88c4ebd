/**
 * Renaming a passkey, and taking it off the account.
 *
 * @module
 */
import { credentialDigest, credentialName } from "@/lib/crypto/passkey_ids.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type ChangeRefusal,
  isHeld,
  mayRemove,
} from "@/lib/flows/may_change.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { passkeyIndexRef } from "@/lib/store/people.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of it; `none` where there is no such passkey. */
export type ManageAnswer = { kind: "done" | "none" } | ChangeRefusal;

/** The person's passkey that an address calls so; `null` of none. */
export function findPasskey(
  { passkeys }: Pick<Person, "passkeys">,
  credential: string,
): Passkey | null {
  return passkeys.find(({ id }) => credentialName(id) === credential) ?? null;
}

/** Calls the passkey `name`, which `readPasskeyName` gave. */
export async function renamePasskey(
  deps: Deps,
  visit: SignedInVisit,
  { credential, name }: { credential: string; name: string },
): Promise<ManageAnswer> {
  const refusal = mayRemove(visit);
  if (refusal !== null) return refusal;
  const { session, entries } = visit;
  const { result } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<ManageAnswer> => {
      const who = entry.value ?? NEWCOMER;
      const passkey = findPasskey(who, credential);
      if (passkey === null || isHeld(who, session)) {
        return { changes: [], result: { kind: "none" } };
      }
      const passkeys = who.passkeys.map((each) =>
        each === passkey ? { ...each, name } : each
      );
      const changes = passkey.name === name
        ? []
        : [change(entry, { ...who, passkeys })];
      return { changes, result: { kind: "done" } };
    },
  );
  return result;
}

/** Removes the passkey and tells all of the person's addresses. */
export async function removePasskey(
  deps: Deps,
  visit: SignedInVisit,
  credential: string,
): Promise<ManageAnswer> {
  const { session, person, entries } = visit;
  const { account } = session;
  if (findPasskey(person, credential) === null) return { kind: "none" };
  const refusal = mayRemove(visit);
  if (refusal !== null) return refusal;
  const notices = tellOwner(deps, visit, "removed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<ManageAnswer> => {
      const who = entry.value ?? NEWCOMER;
      const passkey = findPasskey(who, credential);
      if (passkey === null || isHeld(who, session)) {
        return { changes: [], result: { kind: "none" } };
      }
      const passkeys = who.passkeys.filter((each) => each !== passkey);
      const changes = [
        change(entry, { ...who, passkeys }),
        change(guarded(passkeyIndexRef(credentialDigest(passkey.id))), null),
        ...notices.changes,
      ];
      return { changes, result: { kind: "done" } };
    },
  );
  if (result.kind === "done") {
    notices.sendAfter(versionstamp);
    deps.log("user_updated", { account, method: "passkey" });
  }
  return result;
}
