/**
 * Medians of what is measured in turn.
 *
 * @module
 */

/** Two measurements that are compared, made in turn. */
export type Pair = readonly [ours: number, other: number];

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
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}
