/**
 * The embedded directory: accounts of our own, for organisations that have no
 * other and for development.
 *
 * @module
 */
import {
  type Account,
  type Directory,
  DirectoryUnavailableError,
} from "@/lib/directory/directory.ts";

/** An account with what its password is checked by. */
export interface EmbeddedAccount extends Account {
  /** The password's hash, as the checker reads it. */
  readonly passwordHash: string;
  /** Whether the account may not sign in. */
  readonly disabled: boolean;
}

/** What the directory is made of. */
export interface EmbeddedOptions {
  /** Finds accounts, in the same time whether there is one or not. */
  readonly accounts: {
    /** The account of that name in any spelling. */
    findByName(userName: string): Promise<EmbeddedAccount | null>;
  };
  /** Checks passwords. */
  readonly hasher: {
    /** Whether the password is right; for `null` the same work for nothing. */
    verify(password: string, hash: string | null): Promise<boolean>;
  };
}

/** Returns a directory over `accounts`. Each question costs one hash, whoever is asked for. */
export function embeddedDirectory(
  { accounts, hasher }: EmbeddedOptions,
): Directory {
  return {
    async verify(userName, password): Promise<Account | null> {
      try {
        const account = await accounts.findByName(userName);
        const hash = account?.passwordHash ?? null;
        const right = await hasher.verify(password, hash);
        if (account === null || account.disabled || !right) return null;
        const { id, groups } = account;
        return { id, userName: account.userName, groups };
      } catch (cause) {
        // Too many wait, or the store cannot be read: the question stands.
        const message = "Cannot ask the embedded directory";
        throw new DirectoryUnavailableError(message, { cause });
      }
    },
  };
}
