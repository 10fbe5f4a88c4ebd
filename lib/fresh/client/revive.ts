/**
 * The browser's half of `serialize.ts`.
 *
 * @module
 */

/** Makes what JSON has no form for out of what it has. */
const MAKERS: Readonly<Record<string, (value: never) => unknown>> = {
  d: (value: string) => new Date(value),
  u: (value: string) => new URL(value),
  m: (value: [unknown, unknown][]) => new Map(value),
  s: (value: unknown[]) => new Set(value),
  n: BigInt,
  b: (value: string) =>
    Uint8Array.from(atob(value), (char) => char.charCodeAt(0)),
  o: Object.fromEntries,
};

/** A reviver for `JSON.parse`: `{"$": tag, "v": …}` becomes what it stands for. */
export function revive(
  _key: string,
  value: { $?: string; v?: never } | null,
): unknown {
  const make = value?.$ && MAKERS[value.$];
  return make ? make(value.v as never) : value;
}
