/**
 * Whose passkey was used on the sign-in page.
 *
 * @module
 */
import {
  type Asserted,
  type Assertion,
  checkAssertion,
} from "@/lib/crypto/assertion.ts";
import type { Ceremony } from "@/lib/crypto/client_data.ts";
import { credentialDigest, userHandle } from "@/lib/crypto/passkey_ids.ts";
import { tokenDigest } from "@/lib/crypto/token.ts";
import type { Account } from "@/lib/directory/directory.ts";
import { trusted } from "@/lib/domain/frozen.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { passkeyIndexRef, personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Entry } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";
import { spentChallengeRef } from "@/lib/store/spent_challenges.ts";

/** A use, and whose it is as far as anybody's. */
export interface FoundPasskey {
  /** What the browser sent. */
  used: Assertion;
  /** Whether it is signed as it must be. */
  asserted: Asserted;
  /** The account; `null` where nobody of the directory has it. */
  account: Account | null;
  /** What its owner has registered. */
  person: Entry<Person>;
  /** The policy in force. */
  policy: Entry<Policy>;
  /** When the challenge was answered, if it was. */
  spent: Entry<number>;
}

/** An ID that no account has, and a public key that no passkey has, for the same work where nobody has it. */
const NOBODY = "-";
const NO_KEY =
  "pQECAyYgASFYID4gzuGKdD7zoNVeVVXEk5C8jByB7p1srysEu5Xj5XxyIlggYnr_1aiJaWKLFXK264pk5BfC8e8CX6XPx4YNmtjLnio";

/** Finds the owner and checks the signature, with the same work where there is no owner. */
export async function findPasskey(
  deps: Deps,
  used: Assertion,
  ceremony: Ceremony,
): Promise<FoundPasskey> {
  const index = passkeyIndexRef(credentialDigest(used.id));
  const [owner] = await read(deps.kv, [index]);
  const id = owner.value ?? NOBODY;
  const [person, policy, spent] = await read(
    deps.kv,
    [
      personRef(id),
      policyRef(),
      spentChallengeRef(tokenDigest(ceremony.challenge)),
    ] as const,
  );
  const account = await deps.directory.get(id);
  const passkey = passkeyOf(person.value ?? NEWCOMER, id, used);
  const key = passkey?.publicKey ?? NO_KEY;
  const asserted = await checkAssertion(used, ceremony, key);
  return { used, asserted, account, person, policy, spent };
}

/** The passkey that was used, where it is the account's, says so itself, and is not doubted. */
export function passkeyOf(
  person: Person,
  account: string,
  { id, userHandle: said }: Assertion,
): Passkey | undefined {
  if (said !== userHandle(account)) return undefined;
  return trusted(person).passkeys.find((passkey) => passkey.id === id);
}
