/**
 * Every way in which a reset, an unlocking or a change of password can end or
 * stop, as data. docs/outcomes.md says what a help desk does about each.
 *
 * @module
 */

/** Who may learn of it from a page; of what the log alone has, a page would tell a stranger about an account. */
export type Audience = "everyone" | "proved" | "log";

/** One outcome. */
export interface Outcome {
  /** What it is called in the log and on the telephone. Never given to another. */
  readonly code: `AK-${number}`;
  /** Microsoft's codes for the same, which people may know. */
  readonly known: readonly `SSPR_${number}`[];
  /** Who may learn of it from a page. */
  readonly audience: Audience;
}

function make(
  code: Outcome["code"],
  audience: Audience,
  known: Outcome["known"] = [],
): Outcome {
  return { code, known, audience };
}

/** The names of the outcomes. */
export type OutcomeName =
  | "generic"
  | "off"
  | "notPermitted"
  | "notRegistered"
  | "tooFew"
  | "unusable"
  | "refused"
  | "nobody"
  | "frozen"
  | "number"
  | "tries"
  | "sends"
  | "undelivered"
  | "limit"
  | "challenge"
  | "over"
  | "browser"
  | "link"
  | "policy"
  | "history"
  | "young"
  | "weak"
  | "forbidden"
  | "unreachable"
  | "unknown"
  | "fault"
  | "reset"
  | "unlocked"
  | "asked"
  | "questions";

/** The outcomes. */
export const OUTCOMES: Readonly<Record<OutcomeName, Outcome>> = {
  generic: make("AK-01", "everyone"),
  off: make("AK-02", "everyone", ["SSPR_0009", "SSPR_0011"]),
  notPermitted: make("AK-03", "log", ["SSPR_0013"]),
  notRegistered: make("AK-04", "log", ["SSPR_0014"]),
  tooFew: make("AK-05", "proved", ["SSPR_0014"]),
  unusable: make("AK-06", "log", ["SSPR_0014"]),
  refused: make("AK-07", "everyone"),
  nobody: make("AK-08", "log"),
  frozen: make("AK-09", "log"),
  number: make("AK-10", "everyone"),
  tries: make("AK-11", "everyone"),
  sends: make("AK-12", "everyone"),
  undelivered: make("AK-13", "proved"),
  limit: make("AK-14", "everyone"),
  challenge: make("AK-15", "everyone"),
  over: make("AK-16", "everyone"),
  browser: make("AK-17", "everyone"),
  link: make("AK-18", "everyone"),
  policy: make("AK-19", "proved"),
  history: make("AK-20", "proved"),
  young: make("AK-21", "proved"),
  weak: make("AK-22", "proved"),
  forbidden: make("AK-23", "proved", ["SSPR_0010", "SSPR_0029"]),
  unreachable: make("AK-24", "everyone", ["SSPR_0030"]),
  unknown: make("AK-25", "proved"),
  fault: make("AK-26", "everyone"),
  reset: make("AK-27", "proved"),
  unlocked: make("AK-28", "proved"),
  asked: make("AK-29", "everyone"),
  questions: make("AK-30", "proved"),
};

/** What a page may say now: the outcome itself, or the generic one. */
export function sayable<Name extends OutcomeName>(
  name: Name,
  proved: boolean,
): Name | "generic" {
  const { audience } = OUTCOMES[name];
  return audience === "everyone" || audience === "proved" && proved
    ? name
    : "generic";
}
