/**
 * The log of a reset: every event of it carries the support code.
 *
 * @module
 */
import type { Reset } from "@/lib/domain/reset.ts";
import type { Deps } from "@/lib/flows/deps.ts";

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
