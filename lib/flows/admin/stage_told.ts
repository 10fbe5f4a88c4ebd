/**
 * Telling somebody what an administrator has done to their account.
 *
 * @module
 */
import { SealError } from "@/lib/crypto/keyring.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { withReach } from "@/lib/domain/reach.ts";
import { directoryReach } from "@/lib/flows/directory_contact.ts";
import {
  type Notice,
  type NoticeDeps,
  stageNotices,
} from "@/lib/flows/notices.ts";
import type { StoredAccount } from "@/lib/store/accounts.ts";
import type { Change, Entry } from "@/lib/store/record.ts";

/** What was done to whom. */
export interface Told {
  /** What the notices say. */
  readonly what: Notice["what"];
  /** What the person has. */
  readonly person: Entry<Person>;
  /** The policy as it is stored. */
  readonly set: Entry<Policy>;
}

/** What tells every address of the person, staged; `null` where they are sealed under a key that is not here. */
export function stageTold(
  deps: NoticeDeps,
  { id: account, contact }: StoredAccount,
  { what, person, set }: Told,
): readonly Change[] | null {
  try {
    const policy = set.value ?? DEFAULT_POLICY;
    const directory = directoryReach(deps, contact, policy);
    const who = withReach(person.value ?? NEWCOMER, directory);
    const notice = { what, account, policy, except: [] };
    return stageNotices(deps, who, notice).changes;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
