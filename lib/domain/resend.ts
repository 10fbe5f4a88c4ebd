/**
 * When one session may ask for a code again: of each number and address apart, so
 * that asking for another one in between shortens no wait. Pure.
 *
 * @module
 */
/** A number or an address that a code was sent to. */
export interface Asked {
  /** Its keyed blind index. */
  index: string;
  /** How often one was sent there. */
  sends: number;
  /** From when one may be sent again, in epoch milliseconds. */
  resendAt: number;
}

/** The number or address of a session's last code, and those before. */
export interface LastAsked extends Asked {
  /** `used` where the code came back. */
  step: string;
  /** Those before, newest first. */
  others: readonly Asked[];
}

/** As many as one session is remembered to have asked for: more than the limits let it. */
const MOST = 20;

/**
 * What is known of the number or address of these indexes; `null` where no code
 * was sent there in this session, or the last one came back.
 */
export function askedOf(
  last: LastAsked | null,
  indexes: readonly string[],
): Asked | null {
  if (last === null) return null;
  const { index, step, others } = last;
  if (indexes.includes(index)) return step === "used" ? null : last;
  return others.find((each) => indexes.includes(each.index)) ?? null;
}

/** What else a session's codes were sent to, once one is sent to the number or address of these indexes. */
export function othersOf(
  last: LastAsked | null,
  indexes: readonly string[],
): readonly Asked[] {
  if (last === null) return [];
  const { index, sends, resendAt, step, others } = last;
  const newest = step === "used" ? [] : [{ index, sends, resendAt }];
  return [...newest, ...others]
    .filter((each) => !indexes.includes(each.index))
    .slice(0, MOST);
}
