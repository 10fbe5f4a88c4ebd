/**
 * The port to where accounts live. Adapters stand beside this file.
 *
 * @module
 */

/** An account, as the directory knows it. */
export interface Account {
  /** Opaque, never reused, safe in a key. */
  id: string;
  /** What the person signs in with. */
  userName: string;
  /** Names of the groups that the account is in. */
  groups: readonly string[];
}

/** The directory cannot be asked now; the same question may be answered later. */
export class DirectoryUnavailableError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "DirectoryUnavailableError";
}

/** Where accounts live. */
export interface Directory {
  /**
   * The account of that name and password; `null` for a wrong password, an
   * unknown name and a disabled account alike, in the same time. Throws
   * {@linkcode DirectoryUnavailableError}.
   */
  verify(userName: string, password: string): Promise<Account | null>;
}
