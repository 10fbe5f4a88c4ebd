/**
 * Measurements as lines of a report, beside what they must reach.
 *
 * @module
 */
import type { Pair } from "@/tests/bench/medians.ts";

/** One line of the report. */
export interface Row {
  what: string;
  /** What was measured, with its unit. */
  is: string;
  /** The bound that issue and design set, in the same unit. */
  must: string;
  met: boolean;
}

/** One measurement and its upper bound. */
export interface Measured {
  what: string;
  is: number;
  must: number;
  unit: string;
}

/** A measurement that may be at most so much. */
export function atMost({ what, is, must, unit }: Measured): Row {
  return {
    what,
    is: `${show(is)} ${unit}`,
    must: `≤ ${show(must)}`,
    met: is <= must,
  };
}

/** Two speeds as a ratio that must be at least so much. */
export function ratioAtLeast(
  what: string,
  [ours, bare]: Pair,
  must: number,
): Row {
  const ratio = ours / bare;
  const is = `${ratio.toFixed(2)} (${show(ours)} of ${show(bare)} requests/s)`;
  return { what, is, must: `≥ ${must}`, met: ratio >= must };
}

/** Two durations as a ratio that may be at most so much. */
export function ratioAtMost(
  what: string,
  [ours, bare]: Pair,
  must: number,
): Row {
  const ratio = ours / bare;
  const is = `${ratio.toFixed(2)} (${show(ours)} of ${show(bare)} ms)`;
  return { what, is, must: `≤ ${must}`, met: ratio <= must };
}

/** Two durations that nobody could tell apart: within 2 % or 5 ms. */
export function alike(what: string, [one, other]: Pair): Row {
  const apart = Math.abs(one - other);
  const is = `${show(apart)} ms apart (${show(one)} and ${show(other)} ms)`;
  const met = apart <= 5 || apart <= 0.02 * Math.min(one, other);
  return { what, is, must: "≤ 2 % or 5 ms", met };
}

/** A row of the table in Markdown. */
export function line({ what, is, must, met }: Row): string {
  return `| ${what} | ${is} | ${must} | ${met ? "yes" : "NO"} |`;
}

function show(value: number): string {
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
