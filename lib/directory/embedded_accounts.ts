/**
 * What the embedded directory needs of whatever keeps its accounts.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import type { PasswordState } from "@/lib/domain/password_age.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { FindBy } from "@/lib/domain/reset_settings.ts";

/** An account with what its password is checked by. */
export interface EmbeddedAccount extends Account, PasswordState {
  /** The password's hash, as the checker reads it. */
  readonly passwordHash: string;
  /** The hashes of the passwords before, newest first. */
  readonly history: readonly string[];
  /** Whether the account may not sign in. */
  readonly disabled: boolean;
}

/** The settings of the policy that the directory keeps to. */
export type AccountRules = Pick<
  Policy,
  | "passwordLength"
  | "passwordHistory"
  | "passwordMinAge"
  | "passwordMaxAge"
  | "lockAfter"
>;

/** A password in place of another. */
export type NewPassword = Pick<
  EmbeddedAccount,
  "passwordHash" | "history" | "passwordChangedAt" | "mustChange"
>;

/**
 * What became of a write: made; refused, because the account has changed since
 * it was read; or sent off and never answered.
 */
export type Written = "done" | "moved" | "unknown";

/** An account as it was read, if there is one, and the rules. */
export interface FoundAccount {
  /** `null` where there is none. */
  readonly account: EmbeddedAccount | null;
  /** The rules in force. */
  readonly rules: AccountRules;
  /** Puts the password in, unless the account has changed, and unlocks it. Throws where nothing was written. */
  replace(next: NewPassword): Promise<Written>;
  /** Forgets its wrong sign-ins. Throws where nothing was written. */
  unlock(): Promise<Exclude<Written, "moved">>;
}

/** Keeps accounts. Each question is the same work whether there is such an account or not. */
export interface EmbeddedAccounts {
  /** The account of that name in any spelling. */
  byName(userName: string): Promise<FoundAccount>;
  /** The account of that ID. */
  byId(id: string): Promise<FoundAccount>;
  /** The account of that name, else the only one that has that email address; of one of the two alone for the same work. */
  byNameOrEmail(
    identifier: string,
    by?: FindBy,
  ): Promise<EmbeddedAccount | null>;
  /**
   * Takes a sign-in under that name, right or wrong: counts a wrong one, and
   * says whether a right one is taken now, which a locked account's is not. Of
   * those that race, each is judged after those that were counted before it.
   */
  settle(
    userName: string,
    signIn: { right: boolean; lockAfter: number },
  ): Promise<boolean>;
}
