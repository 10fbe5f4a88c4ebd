/**
 * The limits on what anybody may do who is not signed in, on the way back in.
 * Times are milliseconds.
 *
 * @module
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** At most so many within any stretch of that length. */
export interface Window {
  /** How many. */
  readonly max: number;
  /** The length of the stretch, in milliseconds. */
  readonly within: number;
}

/** What strangers may do; part of every preset. */
export interface StrangerLimits {
  /**
   * Resets that are opened: by the name typed, whoever is behind it, from one
   * address block (`pair`) and from everywhere, by address block and in all; and
   * telephone numbers typed for one account, right ones or not, from one address
   * block (`numbers`) and from everywhere.
   */
  readonly reset: Readonly<
    Record<
      "pair" | "account" | "block" | "site" | "numbers" | "allNumbers",
      readonly Window[]
    >
  >;
  /** Mails with a code that strangers ask for, to one address: from one address block (`pair`) and from everywhere. */
  readonly mails: Readonly<Record<"pair" | "address", readonly Window[]>>;
  /** Resets opened, and wrong proofs in all of them (`wrong`), past which the next one takes a challenge first. */
  readonly identify: Readonly<
    Record<"account" | "block" | "site" | "wrong", readonly Window[]>
  >;
  /** Challenges passed, and wrong proofs in all resets: a full window makes the next ones as hard as they get. `ticket` bounds waiting in place of work. */
  readonly challenge: {
    readonly name: Window;
    readonly block: Window;
    readonly site: Window;
    readonly wrong: Window;
    readonly ticket: Readonly<Record<"block" | "site", readonly Window[]>>;
  };
  /**
   * Requests for help: what one address block may ask; and what is mailed for one
   * account, which is what one block may ask for one name, and in all.
   */
  readonly help: Readonly<
    Record<"account" | "block" | "site", readonly Window[]>
  >;
  /** Requests for help, past which the next one takes a challenge first: by the name typed, by address block and in all. */
  readonly freeHelp: Readonly<
    Record<"name" | "block" | "site", readonly Window[]>
  >;
}

/** Those of `aikagi`. */
export const STRANGERS: StrangerLimits = {
  reset: {
    // Opening sends nothing and settles nothing: what a stranger could do with one has
    // limits of its own, so the owner finds room left here.
    pair: [{ max: 20, within: HOUR }, { max: 50, within: DAY }],
    // As many as one block may, whatever the names: 40 blocks, each with work.
    account: [{ max: 2_000, within: DAY }],
    // A monday morning of an office of thousands behind one address.
    block: [{ max: 100, within: 10 * MINUTE }, { max: 2_000, within: DAY }],
    // Everyone in four days, as with messages.
    site: [{ max: 3_000, within: HOUR }, { max: 15_000, within: DAY }],
    // Two digits are shown, so a stranger has 10^4 numbers to try at the very least.
    numbers: [{ max: 5, within: HOUR }, { max: 10, within: DAY }],
    // Four blocks' worth. It is no proof yet: the code is still to come.
    allNumbers: [{ max: 40, within: DAY }],
  },
  mails: {
    pair: [{ max: 5, within: DAY }],
    // Six blocks' worth, and no more than one mailbox bears.
    address: [{ max: 30, within: DAY }],
  },
  identify: {
    // Two slips and a second device, before anybody waits.
    account: [{ max: 3, within: 15 * MINUTE }],
    block: [{ max: 20, within: 10 * MINUTE }],
    site: [{ max: 300, within: 10 * MINUTE }],
    // One wrong code on each of many accounts is none that an account's limit sees.
    wrong: [{ max: 100, within: HOUR }],
  },
  challenge: {
    name: { max: 8, within: 10 * MINUTE },
    block: { max: 40, within: 10 * MINUTE },
    site: { max: 400, within: 10 * MINUTE },
    wrong: { max: 1_000, within: HOUR },
    // Waiting costs a machine nothing, so fewer get through by it.
    ticket: {
      block: [{ max: 10, within: 10 * MINUTE }, { max: 100, within: DAY }],
      site: [{ max: 200, within: HOUR }, { max: 1_000, within: DAY }],
    },
  },
  // Each is a mail to up to 100 administrators, and Microsoft publishes no limit.
  help: {
    account: [{ max: 1, within: HOUR }, { max: 3, within: DAY }],
    block: [{ max: 5, within: HOUR }, { max: 20, within: DAY }],
    site: [{ max: 20, within: HOUR }, { max: 100, within: DAY }],
  },
  freeHelp: {
    // The second one for a name within an hour is seldom its owner's first.
    name: [{ max: 1, within: HOUR }],
    block: [{ max: 2, within: HOUR }],
    site: [{ max: 10, within: 10 * MINUTE }],
  },
};

/**
 * Those of the presets with Microsoft's numbers: for resets "5 in 24 hours, then
 * 24 hours" (2016: in 1 hour), for numbers typed "5 in 1 hour, then 24 hours". A
 * budget knows no penalty, so 5 a day, which is never looser.
 */
export const STRANGERS_OF_MICROSOFT: StrangerLimits = {
  ...STRANGERS,
  reset: {
    ...STRANGERS.reset,
    pair: [{ max: 5, within: DAY }],
    account: [{ max: 5, within: DAY }],
    numbers: [{ max: 5, within: DAY }],
    allNumbers: [{ max: 5, within: DAY }],
  },
  mails: {
    pair: [{ max: 5, within: DAY }],
    address: [{ max: 5, within: DAY }],
  },
};
