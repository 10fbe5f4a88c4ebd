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

const UNAVAILABLE = "Cannot ask the embedded directory";

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
        return right ? known(account) : null;
      } catch (cause) {
        // Too many wait, or the store cannot be read: the question stands.
        throw new DirectoryUnavailableError(UNAVAILABLE, { cause });
      }
    },
    async find(userName): Promise<Account | null> {
      try {
        return known(await accounts.findByName(userName));
      } catch (cause) {
        throw new DirectoryUnavailableError(UNAVAILABLE, { cause });
      }
    },
  };
}

/** What others may know of an account; nothing of a disabled one. */
function known(account: EmbeddedAccount | null): Account | null {
  if (account === null || account.disabled) return null;
  const { id, userName, groups, contact } = account;
  return { id, userName, groups, ...contact ? { contact } : {} };
}
