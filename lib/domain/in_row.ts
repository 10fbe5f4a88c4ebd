/**
 * What is wrong in a row, and how long that counts. Pure.
 *
 * @module
 */
import type { Failures, Person } from "@/lib/domain/person.ts";

/** In milliseconds: so long what is wrong in a row counts. */
export const ROW_KEEP: number = 400 * 24 * 60 * 60_000;

/** Whether anything is wrong in a row. */
export function hasRow({ failures }: Pick<Person, "failures">): boolean {
  return Object.values(failures).some(({ row = 0 }) => row > 0);
}

/**
 * Of people and of decoys alike, or whoever comes back after that time could tell
 * them apart: no store keeps a decoy for ever for one wrong proof.
 */
export function isForgotten({ since }: Failures, now: number): boolean {
  return since !== null && now >= since + ROW_KEEP;
}
