/**
 * Whom a reset is for: somebody who could get to its end, or a decoy.
 *
 * @module
 */
import type { Account, Contact } from "@/lib/directory/directory.ts";
import type { OutcomeName } from "@/lib/domain/outcomes.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { takeOver } from "@/lib/domain/strangers_counts.ts";
import { mayRegister, type Policy } from "@/lib/domain/policy.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import { type Obstacle, policyFor, whyNot } from "@/lib/domain/reset_gates.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { officeNumber, withContact } from "@/lib/flows/directory_contact.ts";
import { bareName } from "@/lib/flows/reset/find_account.ts";
import { decoyAccount, makeDecoy } from "@/lib/flows/reset/make_decoy.ts";
import { type Own, shownOf, standIn } from "@/lib/flows/reset/stand_in.ts";
import { sealName } from "@/lib/flows/reset/reset_name.ts";
import { sealContact } from "@/lib/flows/sealed_contact.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
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
  /** The record that all is counted in: theirs, or the decoy's. */
  entry: Entry<Person>;
  /** What is to stand there; `null` where it is to stay. */
  standing(stored: Person | null): Person | null;
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

/** Finds out in one read. A decoy is made for everybody, so that it takes the same time. */
export async function findWho(deps: Deps, sought: Sought): Promise<Who> {
  const { account, name, policy } = sought;
  // By the user name, so that making or removing an account changes no decoy.
  const called = account ? canonicalName(account.userName) : name;
  const alias = decoyAccount(deps, bareName(called, policy));
  const id = account?.id ?? alias;
  const [found, copied, drawn] = await read(
    deps.kv,
    [personRef(id), decoyRef(id), decoyRef(alias)] as const,
  );
  const own = ownOf(deps, found.value ?? NEWCOMER, sought);
  const why = refusal(own, sought);
  const shown = shownOf(own, sought.now);
  const decoy = shown.length > 0
    ? copy(deps, copied, { ...own, shown, alias, id, now: sought.now })
    : draw(deps, drawn, { ...sought, alias });
  if (account === null || why !== null) {
    const userName = sealName(deps, account?.userName ?? name);
    return { ...decoy, reset: { ...decoy.reset, userName }, why };
  }
  const { userName, groups } = account;
  const contact = sealContact(deps, account.contact);
  const { epoch } = own.person;
  const reset = { account: id, userName, groups, contact, epoch, decoy: false };
  // Who is known from the directory alone has no record before the first.
  const fresh = found.value === null ? NEWCOMER : null;
  const standing = (stored: Person | null) =>
    caught(stored ?? fresh, copied, sought.now);
  return { reset, why, entry: found, standing };
}

/**
 * Somebody with what strangers got wrong while a decoy stood in for them, or they
 * would see that it does no more. Written each time, as a decoy is: else who is in
 * the way of whom would tell the two apart.
 */
function caught(
  stored: Person | null,
  { value: copied }: Entry<Person>,
  now: number,
): Person | null {
  if (stored === null) return null;
  const elsewhere = copied?.failures ?? {};
  return { ...stored, failures: takeOver(stored.failures, { elsewhere, now }) };
}

function ownOf(
  deps: Deps,
  stored: Person,
  { account, policy: general }: Sought,
): Own {
  const { contact = {}, groups = [] } = account ?? {};
  const policy = policyFor(general, groups);
  const person = withContact(deps, stored, { contact, policy });
  return { person, contact, groups, policy };
}

function refusal(
  { person, groups, policy }: Own,
  { account, now }: Sought,
): Who["why"] {
  const why = whyNot(person, policy, now);
  if (account === null || account.disabled) return "nobody";
  return mayRegister(policy, groups) ? why : "notPermitted";
}

/** Goes on with what somebody has, and under their own account, so that all is counted where it was. */
function copy(
  deps: Deps,
  entry: Entry<Person>,
  { id, alias, now, ...own }: Parameters<typeof standIn>[2] & {
    id: string;
    alias: string;
    now: number;
  },
): Omit<Who, "why"> {
  const { person, contact } = standIn(deps, alias, own);
  const { epoch } = person;
  const standing = (stored: Person | null) => {
    const elsewhere = stored?.failures ?? {};
    return {
      ...person,
      failures: takeOver(person.failures, { elsewhere, now }),
    };
  };
  const reset = nobody(deps, { account: id, groups: own.groups, contact });
  return { reset: { ...reset, epoch }, entry, standing };
}

/** Goes on with what is drawn for the name; with something else where the policy has changed too much for it. */
function draw(
  deps: Deps,
  entry: Entry<Person>,
  { alias, policy, now }: Sought & { alias: string },
): Omit<Who, "why"> {
  const { person, contact } = makeDecoy(deps, alias, policy);
  const officePhone = officeNumber(contact) !== null;
  const standing = (stored: Person | null) => {
    if (stored === null) return person;
    const fits = whyNot({ ...stored, officePhone }, policy, now) === null;
    return fits ? stored : { ...person, failures: stored.failures };
  };
  const reset = nobody(deps, { account: alias, groups: [], contact });
  const { epoch } = standing(entry.value);
  return { reset: { ...reset, epoch }, entry, standing };
}

function nobody(
  deps: Deps,
  { contact, ...who }: Pick<Reset, "account" | "groups"> & { contact: Contact },
) {
  const sealed = sealContact(deps, contact);
  return { ...who, userName: "", contact: sealed, decoy: true };
}
