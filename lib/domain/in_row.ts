/**
 * What is wrong in a row, and how long that counts. Pure.
 *
 * @module
 */
import { STOPPED } from "@/lib/domain/failures.ts";
import type { Failures, Person } from "@/lib/domain/person.ts";

/** In milliseconds: so long what is wrong in a row counts that stops nothing yet. */
export const ROW_KEEP: number = 400 * 24 * 60 * 60_000;

/** Whether anything is wrong in a row, or has stopped a method, which no time ends. */
export function inRow(
  { failures }: Pick<Person, "failures">,
): "none" | "open" | "stopped" {
  const rows = Object.values(failures).filter(({ row = 0 }) => row > 0);
  if (rows.some(({ until }) => until === STOPPED)) return "stopped";
  return rows.length > 0 ? "open" : "none";
}

/**
 * Of people and of decoys alike, or whoever comes back after that time could tell
 * them apart: no store keeps a decoy for ever for one wrong proof.
 */
export function isForgotten({ since, until }: Failures, now: number): boolean {
  return until !== STOPPED && since !== null && now >= since + ROW_KEEP;
}
