/**
 * The log of a reset: every event of it carries the support code.
 *
 * @module
 */
import { OUTCOMES } from "@/lib/domain/outcomes.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { Who } from "@/lib/flows/reset/find_who.ts";

/** The same, but that what is logged can be found by the support code of the reset. */
export function supported(
  deps: Deps,
  { support }: Pick<Reset, "support">,
): Deps {
  return {
    ...deps,
    log: (event, fields) => deps.log(event, { ...fields, support }),
  };
}

/** Notes that a reset goes on from here, and why with a decoy. */
export function noteOpened(
  { log }: Pick<Deps, "log">,
  { why }: Pick<Who, "why">,
  { account, support }: Pick<Reset, "account" | "support">,
): void {
  const outcome = why && OUTCOMES[why].code;
  log("reset_opened", { account, support, why, outcome });
}
