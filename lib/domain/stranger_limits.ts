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
   * Resets that are opened, by the name typed, by address block and in all, whoever
   * is behind the name; and telephone numbers typed for one account, right ones or not.
   */
  readonly reset: Readonly<
    Record<"account" | "block" | "site" | "numbers", readonly Window[]>
  >;
  /** Resets opened, past which the next one takes a challenge first. */
  readonly identify: Readonly<
    Record<"account" | "block" | "site", readonly Window[]>
  >;
  /** Challenges passed: a full window makes the next ones as hard as they get. `ticket` bounds waiting in place of work. */
  readonly challenge: {
    readonly name: Window;
    readonly block: Window;
    readonly site: Window;
    readonly ticket: Readonly<Record<"block" | "site", readonly Window[]>>;
  };
  /** Requests for help that are mailed, by account and the name typed for it, by address block and in all. */
  readonly help: Readonly<
    Record<"account" | "block" | "site", readonly Window[]>
  >;
}

/** Those of `aikagi`. */
export const STRANGERS: StrangerLimits = {
  reset: {
    // Opening sends and changes nothing: what a stranger could do with one has
    // limits of its own, so the owner finds room left here.
    account: [{ max: 20, within: HOUR }, { max: 50, within: DAY }],
    // A monday morning of an office of thousands behind one address.
    block: [{ max: 100, within: 10 * MINUTE }, { max: 2_000, within: DAY }],
    // Everyone in four days, as with messages.
    site: [{ max: 3_000, within: HOUR }, { max: 15_000, within: DAY }],
    // Two digits are shown, so a stranger has 10^4 numbers to try at the very least.
    numbers: [{ max: 5, within: HOUR }, { max: 10, within: DAY }],
  },
  identify: {
    // Two slips and a second device, before anybody waits.
    account: [{ max: 3, within: 15 * MINUTE }],
    block: [{ max: 20, within: 10 * MINUTE }],
    site: [{ max: 300, within: 10 * MINUTE }],
  },
  challenge: {
    name: { max: 8, within: 10 * MINUTE },
    block: { max: 40, within: 10 * MINUTE },
    site: { max: 400, within: 10 * MINUTE },
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
    account: [{ max: 5, within: DAY }],
    numbers: [{ max: 5, within: DAY }],
  },
};
