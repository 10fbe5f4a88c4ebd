/**
 * Taking a method off somebody's account, by an administrator: for whoever has
 * lost a passkey or an app, and is asked for it before anything can be changed.
 *
 * @module
 */
import { credentialDigest } from "@/lib/crypto/passkey_ids.ts";
import type { Method } from "@/lib/domain/method.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { unindexEmail } from "@/lib/flows/bind_email.ts";
import { stageTold } from "@/lib/flows/admin/stage_told.ts";
import type { Log } from "@/lib/flows/deps.ts";
import type { NoticeDeps } from "@/lib/flows/notices.ts";
import {
  type Lacking,
  leaveNumbers,
  transactHolders,
} from "@/lib/flows/phone_holders.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { passkeyIndexRef, personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Change, Decision } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";

/** What is a person's own; an office phone is the directory's. */
export type OwnMethod = Exclude<Method, "officePhone">;

/** What forgetting may reach. */
export interface ForgetDeps extends NoticeDeps {
  /** The store. */
  kv: Deno.Kv;
  /** Where events go. */
  log: Log;
}

/** What came of it. */
export type ForgetAnswer =
  | { kind: "done" }
  /** Nothing of the method is set up. */
  | { kind: "none" }
  /** There is no account of that name. */
  | { kind: "unknown" }
  /** The person's addresses are sealed under a key that is not here. */
  | { kind: "keys" };

/**
 * Takes all of the method off, and stages the notices to every address that the
 * person had, which a server's sweep sends. Wrong proofs stay counted.
 */
export async function forgetMethod(
  deps: ForgetDeps,
  userName: string,
  method: OwnMethod,
): Promise<ForgetAnswer> {
  const found = await findAccount(deps.kv, userName);
  if (found === null) return { kind: "unknown" };
  const { id } = found;
  const [person, set] = await read(
    deps.kv,
    [personRef(id), policyRef()] as const,
  );
  if (!has(person.value ?? NEWCOMER, method)) return { kind: "none" };
  const told = stageTold(deps, found, { what: "removed", person, set });
  if (told === null) return { kind: "keys" };
  const { result } = await transactHolders(
    deps.kv,
    { entries: [person] as const, holders: [] },
    ([entry], holders): Decision<ForgetAnswer | Lacking> => {
      const who = entry.value ?? NEWCOMER;
      if (!has(who, method)) return { changes: [], result: { kind: "none" } };
      const numbers = method === "phone" ? who.phones : [];
      const indexes = numbers.map(({ index }) => index);
      const left = leaveNumbers(holders, id, indexes);
      if (left.kind === "lacking") return { changes: [], result: left };
      const without = change(entry, { ...who, ...NOTHING[method] });
      const unindexed = unindex(who, id, method);
      const changes = [without, ...left.changes, ...unindexed, ...told];
      return { changes, result: { kind: "done" } };
    },
  );
  if (result.kind === "done") {
    deps.log("authz_admin", { account: id, method, registered: "removed" });
  }
  return result;
}

/** What a person has without each. */
const NOTHING: Readonly<Record<OwnMethod, Partial<Person>>> = {
  phone: { phones: [] },
  passkey: { passkeys: [] },
  email: { email: null },
  totp: { totp: null },
  recoveryCodes: { recoveryCodes: null },
  questions: { questions: null },
};

function has(person: Person, method: OwnMethod): boolean {
  if (method === "phone") return person.phones.length > 0;
  if (method === "passkey") return person.passkeys.length > 0;
  return person[method] !== null;
}

/** What points to it from elsewhere; numbers are left apart. */
function unindex(person: Person, account: string, method: OwnMethod): Change[] {
  if (method === "email" && person.email !== null) {
    return [unindexEmail(person.email, account)];
  }
  const keys = method === "passkey" ? person.passkeys : [];
  return keys.map(({ id }) =>
    change(guarded(passkeyIndexRef(credentialDigest(id))), null)
  );
}
