/**
 * The kinds of settings that several groups have.
 *
 * @module
 */
import { type Reading, reading } from "@/lib/config/setting.ts";

/** Any text. */
export const anyText: Reading<string> = reading((text) => text, "must be set");

/** A setting that is one of these words. */
export function oneOf<Word extends string>(...words: Word[]): Reading<Word> {
  const listed = `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
  return reading(
    (text) => words.find((word) => word === text) ?? null,
    `must be ${listed}`,
  );
}

/** A setting that is a whole number from `min` to `max`. */
export function whole(min: number, max: number): Reading<number> {
  return reading((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return value >= min && value <= max ? value : null;
  }, `must be a whole number from ${min} to ${max}`);
}

/**
 * The address of another server: https, or http on this machine alone. `null`
 * for anything else, and for one with a user name, which no request may carry.
 */
export function readAddress(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || url.username || url.password || url.hash) return null;
  const near = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const fine = url.protocol === "https:" || near && url.protocol === "http:";
  return fine ? url : null;
}
