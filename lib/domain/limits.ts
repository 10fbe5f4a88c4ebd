/**
 * Every limit of the product as data, in three presets that a policy chooses
 * from. Times are milliseconds.
 *
 * The budgets of `aikagi` fit an organisation of up to about 50,000 people who
 * register within a week or so. Whoever sends a message has signed in, so the
 * budgets bound what stolen or misused accounts cost and whom they disturb.
 *
 * @module
 */

import {
  type StrangerLimits,
  STRANGERS,
  STRANGERS_OF_MICROSOFT,
  type Window,
} from "@/lib/domain/stranger_limits.ts";

export type { Window };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a sent message is charged to; each trips alone (OWASP: per recipient, account, source and in all). */
export type BudgetName =
  | "number"
  | "account"
  | "block"
  | "prefix"
  | "country"
  | "site";

/** One set of limits. */
export interface Limits extends StrangerLimits {
  /** One code: how long it may be used, in milliseconds, and the wrong try that burns it. */
  readonly code: { readonly life: number; readonly tries: number };
  /**
   * Wrong codes for one method, over all codes and channels: the one that stops
   * it, how long after the first they count, and how long no code is then taken or
   * sent, in milliseconds; for strangers, whom it asks for a longer one, by the
   * network that they come from, or for all of them together. `row` is the one of
   * all strangers' together, over all waits, that asks for a longer one.
   */
  readonly method: {
    readonly wrong: number;
    readonly within: number;
    readonly wait: number;
    readonly by: "block" | "account";
    readonly row: number;
  };
  /** Waits between sends, in milliseconds: the first, doubling to the longest; `jitter` is the share added at most. */
  readonly resend: {
    readonly first: number;
    readonly longest: number;
    readonly jitter: number;
  };
  /** Messages sent, by what they are charged to. */
  readonly send: Readonly<Record<BudgetName, readonly Window[]>>;
  /** Numbers that one account may try that are not the one it has registered. */
  readonly newNumbers: Window;
  /** Sign-ins, by account, by address block, and by both together; those from a device that has signed in before by that alone. */
  readonly signIn: {
    readonly device: readonly Window[];
    readonly account: readonly Window[];
    readonly block: readonly Window[];
    readonly pair: readonly Window[];
  };
  /** Codes that say "this was not me", right ones or not, by address block and in all. */
  readonly stop: {
    readonly block: readonly Window[];
    readonly site: readonly Window[];
  };
}

/** The names of the presets. */
export type Preset = "aikagi" | "entra" | "azure-2016";

const AIKAGI: Limits = {
  // NIST SP 800-63B-4 §3.1.3.2 and ASVS 6.5.5: 10 min at most. 5 tries: Twilio 60202.
  code: { life: 10 * MINUTE, tries: 5 },
  // NIST §3.2.2 allows 100 in a row: at 10^6 codes, two of them right, a stranger
  // finds one of 5,000 people's. Whoever has given the password waits a day after 20,
  // since a phone that is being enrolled is bound to nothing yet; a stranger's next
  // proof is longer then, by network, so that it stays short elsewhere.
  method: { wrong: 20, within: 30 * DAY, wait: DAY, by: "block", row: 100 },
  // Twilio's first wait is 30 s; Auth0 grows its own to 32 min.
  resend: { first: 30 * SECOND, longest: 32 * MINUTE, jitter: 0.1 },
  send: {
    // Twilio 60203: 5 in 10 min. 10 a day: nobody is rung all day long.
    number: [{ max: 5, within: 10 * MINUTE }, { max: 10, within: DAY }],
    // Login.gov: 20 confirmations a day. 10 an hour leave room for a change of channel.
    account: [{ max: 10, within: HOUR }, { max: 20, within: DAY }],
    // An office of thousands behind one address registers in a day or two.
    block: [{ max: 100, within: 10 * MINUTE }, { max: 2_000, within: DAY }],
    // 10,000 neighbouring numbers: a fleet of company phones takes days, and
    // a range rented to collect fees earns for 200 messages a day at most.
    prefix: [{ max: 50, within: HOUR }, { max: 200, within: DAY }],
    // Everyone in one country in a week.
    country: [{ max: 2_000, within: HOUR }, { max: 10_000, within: DAY }],
    // Everyone in four days; at 0.05 euro a message, the worst day costs 750 euro.
    site: [{ max: 3_000, within: HOUR }, { max: 15_000, within: DAY }],
  },
  // 3 a day is common advice; 5 leave room for two slips and a company phone.
  newNumbers: { max: 5, within: DAY },
  signIn: {
    // Whoever has the device has its owner's files as well: room for slips.
    device: [{ max: 10, within: 15 * MINUTE }, { max: 50, within: DAY }],
    // NIST §3.2.2: 100 in all; per day, so that a stranger cannot shut a person out for good.
    account: [{ max: 100, within: DAY }],
    block: [{ max: 50, within: 15 * MINUTE }],
    pair: [{ max: 5, within: 15 * MINUTE }],
  },
  stop: {
    block: [{ max: 10, within: 15 * MINUTE }],
    // Of 2^40 codes, 100,000 that wait: a stranger finds one in about 15 years.
    site: [{ max: 500, within: HOUR }, { max: 2_000, within: DAY }],
  },
  ...STRANGERS,
};

const MICROSOFT = { wrong: 5, within: HOUR, wait: DAY, by: "account" } as const;

/**
 * The presets. `entra` and `azure-2016` take Microsoft's published numbers (the
 * FAQ of Entra's password reset, and that of August 2016) and `aikagi`'s where
 * it published none. A code of `azure-2016` lives as long
 * as its session, 105 min: more than the 10 min of NIST §3.1.3.2 and ASVS 6.5.5.
 * Sessions here end after 60 min, and a code ends with its session.
 */
export const LIMITS: Readonly<Record<Preset, Limits>> = {
  aikagi: AIKAGI,
  entra: {
    ...AIKAGI,
    // No number for the tries of one code: aikagi's.
    code: { life: 5 * MINUTE, tries: AIKAGI.code.tries },
    // "5 in 1 hour, then 24 hours", counted from the last one, for the person.
    method: { ...AIKAGI.method, ...MICROSOFT },
    // No numbers for waits, new numbers and the other budgets: aikagi's. Its
    // smart lockout (10 wrong, then 60 s and growing) belongs to the directory.
    send: {
      ...AIKAGI.send,
      // "5 validations of one number in 1 hour, then 24 hours". A budget knows no
      // penalty, so 5 a day, which is never looser.
      number: [{ max: 5, within: DAY }],
    },
    ...STRANGERS_OF_MICROSOFT,
  },
  "azure-2016": {
    ...AIKAGI,
    // "Ends with the session", which had 105 min. Tries of one code: aikagi's.
    code: { life: 105 * MINUTE, tries: AIKAGI.code.tries },
    method: { ...AIKAGI.method, ...MICROSOFT },
    // "Try again" came back after 10 s; how it grew is not said: aikagi's.
    resend: { ...AIKAGI.resend, first: 10 * SECOND },
    send: { ...AIKAGI.send, number: [{ max: 5, within: DAY }] },
    ...STRANGERS_OF_MICROSOFT,
  },
};

/**
 * How long to wait after the `sends`-th message (from 1) before the next, in
 * milliseconds. `random` is in [0, 1) and spreads those who wait together.
 */
export function resendWait(
  { resend }: Limits,
  sends: number,
  random: number,
): number {
  const doubled = resend.first * 2 ** Math.max(0, sends - 1);
  const wait = Math.min(doubled, resend.longest);
  return Math.round(wait * (1 + resend.jitter * random));
}
