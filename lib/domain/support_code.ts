/**
 * The code by which the help desk finds a reset in the log.
 *
 * @module
 */

/** The code as a person reads it aloud: two groups of four. The log has it without the hyphen. */
export function inGroups(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
