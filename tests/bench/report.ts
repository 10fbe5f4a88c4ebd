/**
 * Measurements as lines of a report, beside what they must reach.
 *
 * @module
 */

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

/** Ours and the bare server's, measured in turn. */
export type Pair = readonly [ours: number, bare: number];

/** Medians of both, measured in turn so that what disturbs one disturbs the other. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Pair> {
  const measured: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push([await ours(), await bare()]);
  }
  return [
    median(measured.map(([is]) => is)),
    median(measured.map(([, is]) => is)),
  ];
}

/** The one in the middle; of two in the middle, the lower. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

/** A row of the table in Markdown. */
export function line({ what, is, must, met }: Row): string {
  return `| ${what} | ${is} | ${must} | ${met ? "yes" : "NO"} |`;
}

function show(value: number): string {
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
