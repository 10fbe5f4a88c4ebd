/**
 * New passwords in the embedded directory, and its locks.
 *
 * @module
 */
import type {
  Directory,
  SetPasswordAnswer,
} from "@/lib/directory/directory.ts";
import type {
  AccountRules,
  EmbeddedAccount,
  EmbeddedAccounts,
  FoundAccount,
} from "@/lib/directory/embedded_accounts.ts";
import { judgePassword } from "@/lib/domain/password.ts";
import { refusedPasswords, youngUntil } from "@/lib/domain/password_age.ts";

/** Makes and checks hashes of passwords. */
export interface Hasher {
  /** The hash of a password. */
  hash(password: string): Promise<string>;
  /** Whether the password is right; for `null` the same work for nothing. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** What setting a password takes. */
export interface PasswordOptions {
  /** Whatever keeps the accounts. */
  readonly accounts: () => Promise<EmbeddedAccounts>;
  /** Makes and checks hashes. */
  readonly hasher: Hasher;
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Hears of each fault that became an answer. */
  onFault(error: unknown): void;
}

/** One new password: where its account is, and what else stands in its way. */
interface Setting {
  password: string;
  look(): Promise<FoundAccount>;
  /** Why that account may not have it, beside the rules that always hold. */
  refuse(found: FoundAccount): Promise<SetPasswordAnswer | null>;
}

/** Changes of the account lost to other requests before giving up. */
const MAX_ROUNDS = 40;

/** Returns what the embedded directory does to passwords. */
export function embeddedPasswords(
  options: PasswordOptions,
): Pick<Directory, "setPassword" | "changePassword" | "unlock"> {
  const { accounts, onFault } = options;
  // A fault that comes this far came before anything was written. Of a write
  // that was sent off and not answered, `replace()` and `unlock()` say so.
  const orUnreachable = async <Answer>(act: () => Promise<Answer>) => {
    try {
      return await act();
    } catch (error) {
      onFault(error);
      return { kind: "unreachable" } as const;
    }
  };
  return {
    setPassword: (id, password) =>
      orUnreachable(() =>
        set(options, {
          password,
          look: async () => await (await accounts()).byId(id),
          refuse: ({ account }) =>
            Promise.resolve(isOpen(account) ? null : { kind: "forbidden" }),
        })
      ),
    changePassword: (userName, { old, new: password }) =>
      orUnreachable(() =>
        set(options, {
          password,
          look: async () => await (await accounts()).byName(userName),
          refuse: (found) => refuseChange(options, found, old),
        })
      ),
    unlock: (id) =>
      orUnreachable(async () => {
        const found = await (await accounts()).byId(id);
        if (!isOpen(found.account)) return { kind: "forbidden" };
        const done = await found.unlock() === "done";
        return { kind: done ? "set" : "unknown" };
      }),
  };
}

/** Judged anew as often as the account has changed meanwhile: of two that race, the second meets the first in the history. */
async function set(
  { hasher, now }: PasswordOptions,
  { password, look, refuse }: Setting,
): Promise<SetPasswordAnswer> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = await look();
    const refusal = await refuse(found);
    if (refusal !== null) return refusal;
    const { account, rules } = found;
    if (account === null) return { kind: "forbidden" };
    const ruled = await refuseByRule(hasher, { account, rules, password });
    if (ruled !== null) return ruled;
    const written = await found.replace({
      passwordHash: await hasher.hash(password),
      history: lastOf(account, refusedPasswords(rules) - 1),
      passwordChangedAt: now(),
      mustChange: false,
    });
    if (written === "done") return { kind: "set" };
    if (written === "unknown") return { kind: "unknown" };
  }
  return { kind: "unreachable" };
}

/** The rules for every new password. A hash for each of the last ones, until one fits. */
async function refuseByRule(
  hasher: Hasher,
  { account, rules, password }: {
    account: EmbeddedAccount;
    rules: AccountRules;
    password: string;
  },
): Promise<SetPasswordAnswer | null> {
  const { userName } = account;
  const least = rules.passwordLength;
  const verdict = judgePassword(password, { userName, minLength: least });
  if (verdict === "short") {
    return { kind: "policy", rule: { kind: "length", least } };
  }
  if (verdict === "long") return { kind: "policy", rule: null };
  for (const hash of lastOf(account, refusedPasswords(rules))) {
    if (await hasher.verify(password, hash)) return { kind: "history" };
  }
  return null;
}

/** The same for an unknown name, a disabled account and a wrong password, after one hash. */
async function refuseChange(
  { hasher, now }: PasswordOptions,
  { account, rules }: FoundAccount,
  old: string,
): Promise<SetPasswordAnswer | null> {
  const right = await hasher.verify(old, account?.passwordHash ?? null);
  if (!right || !isOpen(account)) return { kind: "wrong" };
  const until = youngUntil(account, rules, now());
  return until === null ? null : { kind: "young", until };
}

/** The hashes of so many of the last passwords, the present one first. */
function lastOf(
  { passwordHash, history }: EmbeddedAccount,
  count: number,
): string[] {
  return [passwordHash, ...history].slice(0, count);
}

function isOpen(account: EmbeddedAccount | null): account is EmbeddedAccount {
  return account !== null && !account.disabled;
}
