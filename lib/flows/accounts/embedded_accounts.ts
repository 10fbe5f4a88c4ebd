/**
 * The accounts of the embedded directory in the store, as its adapter asks for
 * them.
 *
 * @module
 */
import type { Contact } from "@/lib/directory/directory.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import type { FindBy } from "@/lib/domain/reset_settings.ts";
import { emailRefs } from "@/lib/flows/accounts/email_index.ts";
import {
  settleSignIn,
  unlockChange,
} from "@/lib/flows/accounts/sign_in_lock.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { openContact } from "@/lib/flows/sealed_contact.ts";
import {
  accountNameRef,
  accountRef,
  type StoredAccount,
} from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import { ContentionError } from "@/lib/store/errors.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Change, Entry } from "@/lib/store/record.ts";
import { commit, read } from "@/lib/store/records.ts";

/** What it takes. */
export type EmbeddedDeps = Pick<Deps, "kv" | "keyring" | "log" | "now">;

/** A stored account whose contact is open, and of which it is known when the password was set. */
export type OpenAccount =
  & Omit<StoredAccount, "contact" | "passwordChangedAt">
  & {
    contact: Contact;
    passwordChangedAt: number;
  };

/** An account as it was read, if there is one, and what can be done to it. */
export interface StoredFound {
  /** `null` where there is none. */
  account: OpenAccount | null;
  /** The policy in force. */
  rules: Policy;
  /** Puts a password in, unless the account has changed, and unlocks it. */
  replace(
    next:
      & Pick<
        OpenAccount,
        "passwordHash" | "passwordChangedAt" | "mustChange"
      >
      & { history: readonly string[] },
  ): Promise<"done" | "moved" | "unknown">;
  /** Forgets its wrong sign-ins. */
  unlock(): Promise<"done" | "unknown">;
}

/** What the adapter asks. */
export interface StoredAccounts {
  /** Two reads. */
  byName(userName: string): Promise<StoredFound>;
  /** One read. */
  byId(id: string): Promise<StoredFound>;
  /** Two reads. An address that several accounts have is nobody's. */
  byNameOrEmail(identifier: string, by?: FindBy): Promise<OpenAccount | null>;
  /** One read, and one commit where it says no. */
  settle(
    userName: string,
    signIn: { right: boolean; lockAfter: number },
  ): Promise<boolean>;
}

/** Returns the accounts of the store. */
export function embeddedAccounts(deps: EmbeddedDeps): StoredAccounts {
  const { kv, keyring } = deps;
  return {
    async byName(userName) {
      const [name, policy] = await read(
        kv,
        [accountNameRef(userName), policyRef()] as const,
      );
      const [entry] = await read(kv, [accountRef(name.value)] as const);
      return found(deps, entry, policy.value);
    },
    async byId(id) {
      const refs = [accountRef(id), policyRef()] as const;
      const [entry, policy] = await read(kv, refs);
      return found(deps, entry, policy.value);
    },
    async byNameOrEmail(identifier, by = "both") {
      const [name, ...emails] = await read(
        kv,
        [accountNameRef(identifier), ...emailRefs(keyring, identifier)],
      );
      const named = by === "email" ? null : name.value;
      const id = by === "userName" ? named : named ?? onlyOne(emails);
      const [entry] = await read(kv, [accountRef(id)] as const);
      return open(deps, entry.value);
    },
    settle: (userName, signIn) => settleSignIn(deps, userName, signIn),
  };
}

/** The account that the address alone leads to. */
function onlyOne(emails: readonly Entry<readonly string[]>[]): string | null {
  const ids = new Set(emails.flatMap(({ value }) => value ?? []));
  const [id = null] = ids;
  return ids.size === 1 ? id : null;
}

function found(
  deps: EmbeddedDeps,
  entry: Entry<StoredAccount>,
  policy: Policy | null,
): StoredFound {
  const userName = entry.value?.userName ?? "";
  const unlocked = () => unlockChange(deps, userName);
  return {
    account: open(deps, entry.value),
    rules: policy ?? DEFAULT_POLICY,
    replace: ({ history, ...next }) => {
      if (entry.value === null) return Promise.resolve("moved");
      const account = { ...entry.value, ...next, history: [...history] };
      return write(deps, [change(entry, account), unlocked()]);
    },
    unlock: async () => {
      const written = await write(deps, [unlocked()]);
      return written === "unknown" ? "unknown" : "done";
    },
  };
}

function open(
  { keyring, log }: EmbeddedDeps,
  account: StoredAccount | null,
): OpenAccount | null {
  if (account === null) return null;
  const { passwordChangedAt, createdAt, contact, ...rest } = account;
  const opened = () => {
    try {
      return openContact({ keyring }, contact);
    } catch {
      // Sealed under a key that this server has not: it is as if there were none.
      log("sys_seal_fail", { what: "contact" });
      return {};
    }
  };
  return {
    ...rest,
    createdAt,
    contact: opened(),
    passwordChangedAt: passwordChangedAt ?? createdAt,
  };
}

/**
 * A store that was busy all along has written nothing, which is thrown. Any
 * other fault of a commit leaves it open whether the commit was made: it may have
 * arrived, and the answer was lost.
 */
async function write(
  { kv, log }: EmbeddedDeps,
  changes: readonly Change[],
): Promise<"done" | "moved" | "unknown"> {
  try {
    return await commit(kv, changes) === null ? "moved" : "done";
  } catch (error) {
    if (error instanceof ContentionError) throw error;
    log("sys_unavailable", { fault: "commit", detail: "outcome not known" });
    return "unknown";
  }
}
