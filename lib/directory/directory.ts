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
  /** What it has of the person besides; absent where that is nothing. */
  contact?: Contact;
}

/** How to reach a person, as the directory knows it: nobody has confirmed it here. */
export interface Contact {
  /** A mobile number in any international form. */
  mobile?: string;
  /** A telephone at work: called, never texted. */
  officePhone?: OfficePhone;
  /** An email address outside of the organisation. */
  email?: string;
}

/** A telephone at work. */
export interface OfficePhone {
  /** In any international form. */
  number: string;
  /** The digits to dial after it, or to ask for; `null` for none. */
  extension: string | null;
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
  /**
   * The account of that name that is not disabled; `null` where there is none.
   * Throws {@linkcode DirectoryUnavailableError}.
   */
  find(userName: string): Promise<Account | null>;
}
