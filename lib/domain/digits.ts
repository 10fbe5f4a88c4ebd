/**
 * Decimal digits of every script.
 *
 * @module
 */

/**
 * The ASCII digit of one decimal digit (Unicode's Nd) of any script. Unicode has
 * every script's digits in a run from 0 to 9, so the place in its run is the value.
 */
export function asciiDigit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let place = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - place - 1))) place++;
  // Runs may touch (U+1D7CE to U+1D7FF are five), always by whole runs.
  return String(place % 10);
}
