/**
 * The port to where accounts live. Adapters stand beside this file.
 *
 * @module
 */
import type { FindBy } from "@/lib/domain/reset_settings.ts";

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
  /** How its password stands, for whoever signs in; absent where the directory does not say. */
  standing?: SignInStanding;
  /** Whether nobody may sign in to it; absent where that is allowed. `find()` alone returns such an account. */
  disabled?: boolean;
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

/** One of the directory's own rules for passwords, to be stated before anything is typed. */
export type PasswordRule =
  /** At least so many code points. */
  | { kind: "length"; least: number }
  /** None of the last so many passwords. */
  | { kind: "history"; last: number }
  /** So many of lower case, upper case, digits, signs and other letters (Active Directory). */
  | { kind: "classes"; least: number }
  /** Without the account's or the person's name (Active Directory). */
  | { kind: "noName" };

/** What came of setting a password. */
export type SetPasswordAnswer =
  | { kind: "set" }
  /** That rule refused it; `null` where the directory does not say which. */
  | { kind: "policy"; rule: PasswordRule | null }
  /** It is one of the last passwords. */
  | { kind: "history" }
  /** The present one may be changed at that moment, in epoch milliseconds; `null`: the directory does not say when. */
  | { kind: "young"; until: number | null }
  /** The old password is wrong (a change by the person). */
  | { kind: "wrong" }
  /** Nothing was written, and nothing is known to stand in the way of trying again. */
  | { kind: "unreachable" }
  /** The directory may have written it and did not say: only signing in can tell. */
  | { kind: "unknown" }
  /** The service may not do this, or there is no such account: an administrator must look. */
  | { kind: "forbidden" };

/** How the password of a person stands who signs in. */
export type SignInStanding = "ok" | "mustChange" | "expired";

/**
 * How a sign-in is taken: from anywhere; from a device that has signed in to
 * that account before, which no lock holds up and which counts towards none; or
 * only for the time that it takes, without being judged or counted.
 */
export type SignInLane = "any" | "device" | "idle";

/** The directory cannot be asked now; the same question may be answered later. */
export class DirectoryUnavailableError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "DirectoryUnavailableError";
}

/** Where accounts live. */
export interface Directory {
  /** Whether it can unlock an account and leave its password. One answer for all accounts, so that it tells of none. */
  readonly canUnlock: boolean;
  /**
   * The account of that name and password; `null` for a wrong password, an
   * unknown name, a disabled and a locked account alike, in the same time. The
   * lane is "any" where absent. Throws {@linkcode DirectoryUnavailableError}.
   */
  verify(
    userName: string,
    password: string,
    lane?: SignInLane,
  ): Promise<Account | null>;
  /**
   * The account of that user name or email address, or of that one of the two
   * alone, disabled or not; `null` where there is none, in the same time. In every
   * spelling that counts as the same name, or strangers could tell who is there.
   * Throws {@linkcode DirectoryUnavailableError}.
   */
  find(identifier: string, by?: FindBy): Promise<Account | null>;
  /** The account of that ID that is not disabled, with its standing; `null` where there is none. Throws {@linkcode DirectoryUnavailableError}. */
  get(account: string): Promise<Account | null>;
  /**
   * Which of these is the password of that account, by its place; `null` for none.
   * It counts towards no lock. Throws {@linkcode DirectoryUnavailableError}.
   */
  whichPassword(
    account: string,
    candidates: readonly string[],
  ): Promise<number | null>;
  /** The directory's rules for a new password of that account; for `null` those that hold for everybody. Throws {@linkcode DirectoryUnavailableError}. */
  passwordRules(account: string | null): Promise<readonly PasswordRule[]>;
  /**
   * Sets a password as an administrator does, and unlocks the account. Minimum
   * age does not hold; history does. Never throws for what the directory answers.
   */
  setPassword(account: string, password: string): Promise<SetPasswordAnswer>;
  /** Changes a password as the person does, with the old one: all rules hold. */
  changePassword(
    userName: string,
    passwords: { old: string; new: string },
  ): Promise<SetPasswordAnswer>;
  /** Unlocks the account; `set` where it is open now. */
  unlock(
    account: string,
  ): Promise<
    Exclude<
      SetPasswordAnswer,
      { kind: "policy" | "history" | "young" | "wrong" }
    >
  >;
}
