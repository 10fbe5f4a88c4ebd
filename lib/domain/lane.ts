/**
 * Who makes a proof, as far as wrong ones are counted apart. Pure.
 *
 * @module
 */
import type { Session } from "@/lib/domain/session.ts";

/** Who makes a proof: somebody signed in, a known device, or a stranger from that network. */
export type Lane = "own" | "known" | `reset.${string}`;

/** The lane of a session or a reset. */
export function laneOf(
  { lane = null, block }: Pick<Session, "lane" | "block">,
): Lane {
  if (lane !== null) return "known";
  return block === undefined ? "own" : `reset.${block}`;
}
