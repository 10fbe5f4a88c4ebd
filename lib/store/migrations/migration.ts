/**
 * What a migration is.
 *
 * @module
 */

/** One change of what the store holds. Safe to run again after an interruption, and beside itself. */
export interface Migration {
  /** Its place in the order, from 1; never reused. */
  id: number;
  /** One sentence for the log: what was, and what is now. */
  why: string;
  /** Makes the change; what is already changed stays as it is. `tell` takes a line about what the operator has to settle. */
  up(kv: Deno.Kv, tell?: (line: string) => void): Promise<void>;
}
