/**
 * Chooses the form in which a file travels.
 *
 * @module
 */

/** A form that files are kept in. */
export type Encoding = "br" | "gzip";

/** The best of `available` that `accept` (an `Accept-Encoding`) takes; `null` for the file as it is. */
export function chooseEncoding(
  accept: string | null,
  available: readonly Encoding[],
): Encoding | null {
  const weights = readWeights(accept ?? "");
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  const best = available.toSorted((a, b) => weightOf(b) - weightOf(a)).at(0);
  return best !== undefined && weightOf(best) > 0 ? best : null;
}

function readWeights(accept: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of accept.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((s) => s.trim());
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  return weights;
}
