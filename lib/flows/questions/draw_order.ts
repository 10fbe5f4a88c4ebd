/**
 * The order in which a person's security questions are asked.
 *
 * @module
 */

/** The places from 0 to `count` - 1 (at most 256), each order as likely as any other. */
export function drawOrder(
  random: (bytes: number) => Uint8Array,
  count: number,
): number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  // Fisher and Yates: each place, from the last, changes with one not behind it.
  for (let i = count - 1; i > 0; i--) {
    const j = below(random, i + 1);
    const [a = 0, b = 0] = [order[i], order[j]];
    order[i] = b;
    order[j] = a;
  }
  return order;
}

/** A number below `limit`; bytes past the last whole run are drawn again. */
function below(random: (bytes: number) => Uint8Array, limit: number): number {
  const fair = 256 - 256 % limit;
  let byte: number;
  do byte = random(1)[0] ?? 0; while (byte >= fair);
  return byte % limit;
}
