/**
 * What an organisation decides about resetting and changing passwords.
 *
 * @module
 */

/** What people are looked for by. */
export const FIND_BY = ["both", "userName", "email"] as const;

/** One of {@linkcode FIND_BY}. */
export type FindBy = typeof FIND_BY[number];

/** Settings of the policy. */
export interface ResetSettings {
  /** Whether a locked account may be unlocked without a new password, where the directory can. */
  unlock: "no" | "yes";
  /** Groups whose members need two proofs, or a passkey that verified its owner, and are asked no questions, whatever holds for others. */
  privilegedGroups: readonly string[];
  /** How many of the last passwords are refused; 0: none but the present one. */
  passwordHistory: number;
  /** How many hours old a password must be before the person may change it; 0: none. */
  passwordMinAge: number;
  /** After how many days a password must be changed; 0: never (NIST SP 800-63B-4 §3.1.1.2). */
  passwordMaxAge: number;
  /** How many wrong passwords in a row lock an account of the embedded directory for a while; 0: none. */
  lockAfter: number;
  /** What a name that is typed for a reset may be: a user name, an email address of the directory, or either. */
  findBy: FindBy;
  /** Whether a mailed code also comes as a link. */
  mailLink: "no" | "yes";
  /** Where people turn to: an https page or an email address; empty: a mail to the administrators. */
  contact: string;
  /** Addresses of those who reset passwords; the first list that is not empty is written to. */
  passwordAdmins: readonly string[];
  /** Addresses of those who look after accounts. */
  userAdmins: readonly string[];
  /** Addresses of those who look after everything. */
  globalAdmins: readonly string[];
}

/** The settings of a new installation. */
export const DEFAULT_RESET: ResetSettings = {
  unlock: "no",
  privilegedGroups: [],
  passwordHistory: 5,
  passwordMinAge: 0,
  passwordMaxAge: 0,
  lockAfter: 10,
  findBy: "both",
  mailLink: "no",
  contact: "",
  passwordAdmins: [],
  userAdmins: [],
  globalAdmins: [],
};
