/**
 * Whom a reset is for: somebody who could get to its end, or a decoy.
 *
 * @module
 */
import type { Account, Contact } from "@/lib/directory/directory.ts";
import type { OutcomeName } from "@/lib/domain/outcomes.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { mayRegister, type Policy } from "@/lib/domain/policy.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import { type Obstacle, policyFor, whyNot } from "@/lib/domain/reset_gates.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { officeNumber, withContact } from "@/lib/flows/directory_contact.ts";
import { bareName, typedName } from "@/lib/flows/reset/find_account.ts";
import { decoyAccount, makeDecoy } from "@/lib/flows/reset/make_decoy.ts";
import { sealContact } from "@/lib/flows/sealed_contact.ts";
import { personRef } from "@/lib/store/people.ts";
import type { Entry } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";
import { decoyRef } from "@/lib/store/resets.ts";

/** Somebody, or nobody. */
export interface Who {
  /** What the reset has of them. */
  reset: Pick<
    Reset,
    "account" | "userName" | "groups" | "epoch" | "contact" | "decoy"
  >;
  /** Why they go on with a decoy; `null` where they do not. */
  why: Obstacle | Extract<OutcomeName, "nobody" | "notPermitted"> | null;
  /** The decoy's record, read for everybody. */
  entry: Entry<Person>;
  /** What is to stand there; `null` for nothing. */
  decoy(stored: Person | null): Person | null;
}

/** What somebody was looked for by. */
export interface Sought {
  /** What the directory has of that name; `null` for nothing. */
  account: Account | null;
  /** The name in its canonical form. */
  name: string;
  /** The policy in force. */
  policy: Policy;
  /** In epoch milliseconds. */
  now: number;
}

/** Finds out in one read. The decoy is made for everybody, so that it takes the same time. */
export async function findWho(deps: Deps, sought: Sought): Promise<Who> {
  const { account, name, policy, now } = sought;
  // By the user name, so that making or removing an account changes no decoy.
  const called = account ? typedName(account.userName) : name;
  const alias = decoyAccount(deps, bareName(called, policy));
  const [found, entry] = await read(
    deps.kv,
    [personRef(account?.id ?? alias), decoyRef(alias)] as const,
  );
  const person = found.value ?? NEWCOMER;
  const made = makeDecoy(deps, alias, policy);
  const why = refusal(deps, person, sought);
  if (account === null || why !== null) {
    const decoy = (stored: Person | null) =>
      standing(stored, made, { policy, now });
    const contact = sealContact(deps, made.contact);
    const nobody = { account: alias, userName: "", groups: [], contact };
    const { epoch } = decoy(entry.value);
    return { reset: { ...nobody, epoch, decoy: true }, why, entry, decoy };
  }
  const { id, userName, groups } = account;
  const contact = sealContact(deps, account.contact);
  const somebody = { account: id, userName, groups, contact };
  const { epoch } = person;
  const reset = { ...somebody, epoch, decoy: false };
  return { reset, why, entry, decoy: () => null };
}

function refusal(
  deps: Deps,
  person: Person,
  { account, policy, now }: Sought,
): Who["why"] {
  const { contact = {}, groups = [] } = account ?? {};
  const whole = withContact(deps, person, { contact, policy });
  const why = whyNot(whole, policyFor(policy, groups), now);
  if (account === null) return "nobody";
  return mayRegister(policy, groups) ? why : "notPermitted";
}

/** The decoy as it stands, with its wrong proofs; another one where the policy has changed too much for it. */
function standing(
  stored: Person | null,
  { person, contact }: { person: Person; contact: Contact },
  { policy, now }: { policy: Policy; now: number },
): Person {
  if (stored === null) return person;
  const officePhone = officeNumber(contact) !== null;
  const fits = whyNot({ ...stored, officePhone }, policy, now) === null;
  return fits ? stored : { ...person, failures: stored.failures };
}
